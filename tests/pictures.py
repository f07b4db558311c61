"""Photographs for the tests."""

from __future__ import annotations

import io
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def a_photo(seed: str = "", *, size: tuple[int, int] = (64, 48)) -> bytes:
    """A JPEG of one colour; another seed is another picture."""
    number = zlib.crc32(seed.encode())
    file = io.BytesIO()
    Image.new("RGB", size, (number % 256, number // 256 % 256, number // 65536 % 256)).save(file, "JPEG")
    return file.getvalue()


def a_sent_photo(seed: str = "") -> SimpleUploadedFile:
    """The photograph as a form sends it."""
    return SimpleUploadedFile("anh.jpg", a_photo(seed), "image/jpeg")
