"""Addresses of directives."""

from django.urls import path, re_path
from django.views.generic.base import RedirectView

from dondoc.accounts.guards import for_signed_in
from dondoc.directives.views import listing, published, publishing, review

app_name = "directives"
urlpatterns = [
    path("", for_signed_in(RedirectView.as_view(pattern_name="directives:my-work")), name="home"),
    path("viec-cua-toi/", listing.my_work, name="my-work"),
    path("tim/", published.search, name="search"),
    path("van-ban/", listing.list_directives, name="list"),
    path("van-ban/tai-len/", listing.upload, name="upload"),
    path("van-ban/tai-len/<str:code>/", listing.reading, name="reading"),
    path("van-ban/tai-len/<str:code>/cat/", listing.dismiss, name="dismiss"),
    path("van-ban/nhap-tay/", listing.enter, name="enter"),
    path("van-ban/<str:code>/", published.one, name="one"),
    path("van-ban/<str:code>/thong-tin/", listing.document, name="document"),
    path("van-ban/<str:code>/soat/", review.review, name="review"),
    path("van-ban/<str:code>/soat/dong/<int:pk>/", review.row, name="row"),
    path("van-ban/<str:code>/soat/dong-moi/", review.add, name="add"),
    path("van-ban/<str:code>/soat/nhan-dong-ro/", review.accept_clear, name="accept-clear"),
    path("van-ban/<str:code>/soat/hoan-tac/", review.undo, name="undo"),
    path("van-ban/<str:code>/soat/nhan-xet/<int:pk>/", review.finding, name="finding"),
    path("van-ban/<str:code>/chi-tieu-chung/", published.pairs, name="pairs"),
    path("van-ban/<str:code>/cong-bo/", publishing.publish, name="publish"),
    path("van-ban/<str:code>/thu-hoi/", publishing.withdraw, name="withdraw"),
    path("van-ban/<str:code>/soat-lai/", publishing.reopen, name="reopen"),
    path("van-ban/<str:code>/nhat-ky/", published.history, name="history"),
    path("van-ban/<str:code>/tep-goc/", published.original, name="original"),
    path("van-ban/<str:code>/nhiem-vu/<path:ref>/", published.item, name="item"),
    path("van-ban/<str:code>/phieu-gop-y.docx", published.note, name="note"),
    re_path(r"^van-ban/(?P<code>[^/]+)/danh-muc\.(?P<form>xlsx|csv)$", published.export, name="export"),
]
