"""Addresses of assignments."""

from django.urls import path

from dondoc.assignments import views

app_name = "assignments"
urlpatterns = [
    path("giao-viec/<str:code>/", views.shares, name="shares"),
    path("giao-viec/<str:code>/giao/", views.hand_out, name="hand-out"),
    path("giao-viec/<str:code>/co-quan/<str:agency>/", views.of_agency, name="of-agency"),
]
