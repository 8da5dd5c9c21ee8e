"""Signing in and out."""

from django.contrib.auth.views import LoginView, LogoutView

from dondoc.accounts.forms import SignInForm
from dondoc.accounts.guards import for_everybody, for_signed_in

sign_in = for_everybody(
    LoginView.as_view(
        template_name="accounts/sign_in.html", authentication_form=SignInForm, redirect_authenticated_user=True
    )
)
sign_out = for_signed_in(LogoutView.as_view(next_page="accounts:sign-in"))
