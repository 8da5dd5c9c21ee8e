"""Uploads go to disk as they arrive and stop at the limit, so that no file can fill the memory."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes an upload to a temporary file; past the limit it keeps nothing and leaves a note on the request."""

    received = 0

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803 - Django's own name
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Start counting."""
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a chunk, or stop where the file is past the limit."""
        self.received += len(raw_data)
        if self.received > settings.DONDOC_UPLOAD_LIMIT:
            self.file.close()
            if self.request is not None:
                self.request.META["dondoc.upload_too_large"] = True
            raise StopUpload(connection_reset=False)
        super().receive_data_chunk(raw_data, start)
