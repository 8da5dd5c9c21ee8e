"""Addresses of signing in and out, and of one's own account."""

from django.urls import path

from dondoc.accounts.views import own, signing_in

app_name = "accounts"
urlpatterns = [
    path("dang-nhap/", signing_in.sign_in, name="sign-in"),
    path("dang-nhap/ma/", signing_in.second_step, name="second-step"),
    path("dang-nhap/co-quan/", signing_in.outside_begin, name="outside"),
    path("dang-nhap/co-quan/ve/", signing_in.outside_return, name="outside-return"),
    path("dang-xuat/", signing_in.sign_out, name="sign-out"),
    path("tai-khoan/", own.account, name="account"),
    path("tai-khoan/mat-khau/", own.password, name="password"),
    path("tai-khoan/hai-lop/", own.second_factor, name="second-factor"),
    path("tai-khoan/hai-lop/bo/", own.drop_second_factor, name="drop-second-factor"),
    path("tai-khoan/hai-lop/ma-du-phong/", own.renew_codes, name="renew-codes"),
    path("tai-khoan/phien/", own.end_sessions, name="end-sessions"),
]
