"""Stops an upload while it streams in, once it is larger than any document we take."""

from typing import Any

from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler

MOST_BYTES = 25 * 1024 * 1024


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes uploads to temporary files and breaks off beyond MOST_BYTES."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> Any:
        self.received = 0
        return super().handle_raw_input(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Take one more chunk, or stop the upload (the form then says the file is too large)."""
        self.received += len(raw_data)
        if self.received > MOST_BYTES:
            if self.request is not None:
                self.request.META["upload_too_large"] = True
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)
