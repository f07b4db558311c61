"""What a person uploads: recognised by its bytes, freed of its metadata, never trusted."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from loa.evidence import proof_file
from loa.evidence.proof_file import MAX_BYTES, ProofFile, read_proof
from loa.evidence.refusals import UnusableFile

GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F


def a_picture(kind: str = "JPEG", size: tuple[int, int] = (40, 20), **how: object) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(output, kind, **how)
    return output.getvalue()


def opened(proof: ProofFile) -> Image.Image:
    return Image.open(io.BytesIO(proof.data))


@pytest.mark.parametrize(("kind", "kept_as"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/jpeg")])
def test_a_photo_is_kept_as_a_picture(kind: str, kept_as: str) -> None:
    proof = read_proof(a_picture(kind))
    assert (proof.media_type, proof.is_picture) == (kept_as, True)
    assert opened(proof).size == (40, 20)


def test_place_device_and_comment_do_not_stay() -> None:
    exif = Image.Exif()
    exif[MAKE] = "Dien thoai cua chi Lan"
    exif.get_ifd(GPS)[2] = (21.0, 3.0, 0.0)
    data = a_picture(exif=exif, comment=b"chup o nha")
    assert b"Dien thoai" in data
    proof = read_proof(data)
    assert b"Dien thoai" not in proof.data
    assert b"chup o nha" not in proof.data
    assert dict(opened(proof).getexif()) == {}


def test_text_inside_a_png_does_not_stay() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "chi Lan")
    data = a_picture("PNG", pnginfo=notes)
    assert b"chi Lan" in data
    assert b"chi Lan" not in read_proof(data).data


def test_a_photo_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    assert opened(read_proof(a_picture(exif=exif))).size == (20, 40)


def test_the_same_photo_gives_the_same_bytes() -> None:
    assert read_proof(a_picture()) == read_proof(a_picture())


def test_a_pdf_is_kept_as_it_is() -> None:
    data = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
    assert read_proof(data) == ProofFile(data=data, media_type="application/pdf")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\nbroken off",
        b"<html><script>alert(1)</script></html>",
        b"GIF89a" + bytes(40),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"MZ" + bytes(100),
        b"\xff\xd8\xff\xe0 and no picture",
        a_picture()[:200],
        a_picture("PNG")[:60],
        b"\xff\xd8\xff" + bytes(MAX_BYTES),
    ],
    ids=["empty", "cut pdf", "html", "gif", "svg", "exe", "not jpeg", "cut jpeg", "cut png", "too big"],
)
def test_what_is_no_proof_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnusableFile) as refusal:
        read_proof(data)
    assert "Chưa lưu gì" in refusal.value.message


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_a_picture_that_would_fill_the_memory_is_refused_unopened(side: int) -> None:
    with pytest.raises(UnusableFile, match="điểm ảnh"):
        read_proof(a_bomb(side))


def a_bomb(side: int) -> bytes:
    """A PNG of a few bytes that says it is `side` by `side` pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@given(
    damage=st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=8),
    kind=st.sampled_from(["JPEG", "PNG", "WEBP"]),
)
def test_damaged_bytes_are_read_or_refused_and_nothing_else(damage: list[tuple[int, int]], kind: str) -> None:
    data = bytearray(a_picture(kind))
    for at, value in damage:
        data[at % len(data)] = value
    try:
        proof = read_proof(bytes(data))
    except UnusableFile:
        return
    assert proof.media_type in proof_file.SUFFIXES
