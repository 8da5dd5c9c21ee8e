"""Addresses of the site."""

from django.urls import include, path

urlpatterns = [
    path("", include("dondoc.accounts.urls")),
    path("", include("dondoc.directives.urls")),
]

handler400 = "dondoc.config.errors.bad_request"
handler403 = "dondoc.config.errors.forbidden"
handler404 = "dondoc.config.errors.not_found"
handler500 = "dondoc.config.errors.server_error"
