"""What the product needs of the machine, looked at one by one, with what to do where something is missing."""

from __future__ import annotations

import os
import shutil
import smtplib
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.utils import parseaddr
from typing import Any

import django

from dondoc.config.serving import SETTINGS

NO_SERVER = ("console.EmailBackend", "dummy.EmailBackend", "locmem.EmailBackend", "filebased.EmailBackend")
MAIL_PATIENCE = 5


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing looked at: whether it is fine, whether the product needs it, and what to say."""

    name: str
    fine: bool
    needed: bool
    words: str

    def as_json(self) -> dict[str, Any]:
        """Give the check as plain values."""
        return asdict(self)


def examine() -> list[Check]:
    """Look at the database, the space for files, the clock, mail, OCR, PDF output and the document font."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
    looks: tuple[Callable[[], Check], ...] = (_python, _database, _space, _clock, _mail, _ocr, _pdf, _font)
    return [look() for look in looks]


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    fine = sys.version_info >= (3, 11)
    return Check(name="python", fine=fine, needed=True, words=f"Python {version}" + ("" if fine else ": cần từ 3.11"))


def _database() -> Check:
    from django.db import connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        waiting = _unapplied()
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the database is told, not raised
        words = f"Không mở được cơ sở dữ liệu: {error}. Xem lại DATABASE_URL."
        return Check(name="database", fine=False, needed=True, words=words)
    name = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    if waiting:
        return Check(
            name="database", fine=False, needed=True, words=f"{name}: còn {waiting} bước nâng cấp. Chạy dondoc up."
        )
    return Check(name="database", fine=True, needed=True, words=f"Cơ sở dữ liệu {name}")


def _unapplied() -> int:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _space() -> Check:
    from django.conf import settings

    settings.VAR.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.VAR).free // 1024**3
    fine = free >= 1 and os.access(settings.VAR, os.W_OK)
    words = f"Thư mục dữ liệu {settings.VAR}: còn {free} GB"
    return Check(
        name="space", fine=fine, needed=True, words=words if fine else f"{words}. Cần ít nhất 1 GB và quyền ghi."
    )


def _clock() -> Check:
    now = datetime.now(UTC)
    fine = now.year >= 2026
    words = f"Đồng hồ {now:%d/%m/%Y %H:%M} UTC"
    return Check(name="clock", fine=fine, needed=True, words=words if fine else f"{words}: sai. Chỉnh lại giờ máy.")


def _mail() -> Check:
    """Look at the mail settings and sign in at the mail server; needed only where somebody has set it."""
    from django.conf import settings

    if settings.EMAIL_BACKEND.endswith(NO_SERVER):
        words = "Chưa đặt máy chủ thư: thư nhắc chưa gửi được. Đặt DONDOC_MAIL và DONDOC_MAIL_FROM."
        return Check(name="mail", fine=False, needed=False, words=words)
    place = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    faults = [fault for fault in (_sender_fault(settings.DEFAULT_FROM_EMAIL), _mail_server_fault(place)) if fault]
    words = " ".join(faults) or f"Gửi thư qua {place}, từ {settings.DEFAULT_FROM_EMAIL}"
    return Check(name="mail", fine=not faults, needed=True, words=words)


def _sender_fault(address: str) -> str:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(parseaddr(address)[1])
    except ValidationError:
        return f"Địa chỉ gửi thư “{address}” không dùng được. Đặt DONDOC_MAIL_FROM như dondoc@tinh.gov.vn."
    return ""


def _mail_server_fault(place: str) -> str:
    from django.core import mail

    connection = mail.get_connection(timeout=MAIL_PATIENCE)
    try:
        connection.open()
    except smtplib.SMTPAuthenticationError:
        return f"Máy chủ thư {place} không nhận tên và mật khẩu trong DONDOC_MAIL."
    except (OSError, smtplib.SMTPException) as error:
        return f"Không nối được máy chủ thư {place}: {error}. Xem lại DONDOC_MAIL và tường lửa."
    finally:
        connection.close()
    return ""


def _ocr() -> Check:
    return _program("ocr", "tesseract", "Nhận chữ từ bản quét", "Không có tesseract: chưa đọc được bản quét.")


def _pdf() -> Check:
    return _program("pdf", "soffice", "Xuất PDF", "Không có LibreOffice: chưa xuất được PDF.")


def _program(name: str, command: str, there: str, missing: str) -> Check:
    fine = shutil.which(command) is not None
    return Check(name=name, fine=fine, needed=False, words=there if fine else missing)


def _font() -> Check:
    from pathlib import Path

    found = [
        path for path in Path("/usr/share/fonts").rglob("*.ttf") if path.name.startswith(("LiberationSerif", "Tinos"))
    ]
    words = "Phông chữ văn bản đủ dấu" if found else "Không có phông Liberation Serif hay Tinos: PDF có thể sai dấu."
    return Check(name="font", fine=bool(found), needed=False, words=words)
