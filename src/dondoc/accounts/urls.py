"""Addresses of signing in and out, of one's own account, of people and of handing signing over."""

from django.urls import path

from dondoc.accounts.views import handing, own, people, signing_in

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
    path("co-quan/<str:code>/ky-thay/", handing.handovers, name="handovers"),
    path("co-quan/<str:code>/ky-thay/<int:pk>/thu-lai/", handing.revoke, name="revoke"),
    path("nguoi-dung/", people.list_people, name="people"),
    path("nguoi-dung/moi/", people.new_person, name="new-person"),
    path("nguoi-dung/nhap/", people.take_in, name="take-in"),
    path("nguoi-dung/nhap/mau.xlsx", people.pattern, name="pattern"),
    path("nguoi-dung/<int:pk>/", people.one_person, name="person"),
    path("nguoi-dung/<int:pk>/chuc-vu/", people.appoint, name="appoint"),
    path("nguoi-dung/<int:pk>/ket-thuc/", people.end_term, name="end-term"),
    path("nguoi-dung/<int:pk>/vai-tro/", people.change_roles, name="change-roles"),
    path("nguoi-dung/<int:pk>/dong/", people.close, name="close"),
    path("nguoi-dung/<int:pk>/mo/", people.reopen, name="reopen"),
    path("nguoi-dung/<int:pk>/hai-lop/", people.drop_factor, name="drop-factor"),
    path("nguoi-dung/<int:pk>/mat-khau/", people.first_password, name="first-password"),
]
