"""Addresses of the site."""

from django.urls import include, path
from django.views.i18n import set_language

from dondoc.accounts.guards import for_everybody, keeps_agencies, sees_agencies
from dondoc.agencies import urls as agencies

urlpatterns = [
    path("ngon-ngu/", for_everybody(set_language), name="language"),
    path("", include("dondoc.accounts.urls")),
    path("", include((agencies.patterns(read=sees_agencies, keep=keeps_agencies), agencies.app_name))),
    path("", include("dondoc.directives.urls")),
    path("", include("dondoc.assignments.urls")),
]

handler400 = "dondoc.config.errors.bad_request"
handler403 = "dondoc.config.errors.forbidden"
handler404 = "dondoc.config.errors.not_found"
handler500 = "dondoc.config.errors.server_error"
