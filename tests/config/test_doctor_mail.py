"""The doctor looks at the mail settings as a mail server would."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from dondoc.config import doctor


class Answering(socketserver.StreamRequestHandler):
    """A mail server that knows one name and password: greets, lists AUTH PLAIN, takes or refuses."""

    def handle(self) -> None:
        self.say("220 mail ready")
        for line in self.rfile:
            verb = line.split()[0].upper()
            if verb == b"EHLO":
                self.say("250-mail", "250 AUTH PLAIN")
            elif verb == b"AUTH":
                self.say("235 welcome" if line.split()[-1] == b"AGRvbmRvYwB0cmUteGFuaA==" else "535 no")
            else:
                self.say("221 bye")
                return

    def say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


@pytest.fixture
def server() -> Iterator[int]:
    with socketserver.TCPServer(("127.0.0.1", 0), Answering) as found:
        thread = threading.Thread(target=found.serve_forever)
        thread.start()
        yield found.server_address[1]
        found.shutdown()
        thread.join()


@pytest.fixture
def mail(settings: Any, server: int) -> Any:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "dondoc", "tre-xanh"
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "Đôn Đốc <dondoc@vinhphuc.gov.vn>"
    return settings


def test_a_server_that_takes_the_name_is_fine(mail: Any) -> None:
    check = doctor._mail()

    assert (check.fine, check.needed) == (True, True)
    assert f"127.0.0.1:{mail.EMAIL_PORT}" in check.words


def test_a_wrong_password_and_a_missing_sender_are_both_told(mail: Any) -> None:
    mail.EMAIL_HOST_PASSWORD, mail.DEFAULT_FROM_EMAIL = "sai", ""

    check = doctor._mail()

    assert not check.fine
    assert "không nhận tên và mật khẩu" in check.words
    assert "DONDOC_MAIL_FROM" in check.words


def test_a_server_that_is_not_there_is_told_with_its_place(mail: Any) -> None:
    mail.EMAIL_PORT = 1

    assert "Không nối được máy chủ thư 127.0.0.1:1" in doctor._mail().words


def test_no_server_set_is_no_fault_but_told(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

    check = doctor._mail()

    assert (check.fine, check.needed) == (False, False)
    assert "DONDOC_MAIL" in check.words
