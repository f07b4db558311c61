"""Files handed to a browser: whole, in parts, and harmless."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.http import Http404, HttpResponseBase, StreamingHttpResponse
from django.middleware.gzip import GZipMiddleware
from django.test import RequestFactory

from loa.console.frame.files import send_file

SOUND = bytes(range(256)) * 1000
SHA = "ab" * 32


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.mp3"
    path.write_bytes(SOUND)
    return path


def sent(path: Path, *, media_type: str = "audio/mpeg", inline: bool = True, **headers: str) -> HttpResponseBase:
    request = RequestFactory().get("/tep/", headers={name.replace("_", "-"): words for name, words in headers.items()})
    return send_file(request, path, media_type=media_type, name="Bản tin.mp3", inline=inline, sha256=SHA)


def body(response: HttpResponseBase) -> bytes:
    assert isinstance(response, StreamingHttpResponse)
    return b"".join(response)


def test_a_file_comes_whole_with_its_type_and_its_vietnamese_name(sound: Path) -> None:
    response = sent(sound, inline=False)
    assert response.status_code == 200
    assert body(response) == SOUND
    assert response.headers["Content-Type"] == "audio/mpeg"
    assert response.headers["Content-Length"] == str(len(SOUND))
    assert response.headers["Content-Disposition"] == "attachment; filename*=utf-8''B%E1%BA%A3n%20tin.mp3"
    assert response.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "first", "stop"),
    [
        ("bytes=0-1", 0, 2),
        ("bytes=70000-139999", 70000, 140000),
        ("bytes=255990-", 255990, 256000),
        ("bytes=255990-999999999", 255990, 256000),
        ("bytes=-10", 255990, 256000),
    ],
)
def test_a_player_gets_the_part_it_asks_for(sound: Path, asked: str, first: int, stop: int) -> None:
    response = sent(sound, range=asked)
    assert response.status_code == 206
    assert body(response) == SOUND[first:stop]
    assert response.headers["Content-Range"] == f"bytes {first}-{stop - 1}/256000"
    assert response.headers["Content-Length"] == str(stop - first)


@pytest.mark.parametrize("asked", ["", "bytes=", "bytes=-", "bytes=9-3", "bytes=0-1,5-6", "lines=1-2", "bytes=٣-٤"])
def test_a_range_that_is_none_is_answered_with_the_whole(sound: Path, asked: str) -> None:
    response = sent(sound, range=asked)
    assert response.status_code == 200
    assert body(response) == SOUND


@pytest.mark.parametrize("asked", ["bytes=0-255999", "bytes=-256000", "bytes=-999999"])
def test_a_range_of_everything_is_the_whole(sound: Path, asked: str) -> None:
    assert body(sent(sound, range=asked)) == SOUND


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=999999-1000000", "bytes=-0"])
def test_a_range_behind_the_end_is_told_the_size(sound: Path, asked: str) -> None:
    response = sent(sound, range=asked)
    assert response.status_code == 416
    assert response.headers["Content-Range"] == "bytes */256000"


def test_a_part_of_an_older_file_is_never_mixed_with_this_one(sound: Path) -> None:
    assert sent(sound, range="bytes=0-1", if_range='"other"').status_code == 200
    assert sent(sound, range="bytes=0-1", if_range=f'"{SHA}"').status_code == 206


def test_what_the_browser_already_has_is_not_sent_again(sound: Path) -> None:
    response = sent(sound, if_none_match=f'"{SHA}"')
    assert response.status_code == 304
    assert "sandbox" in response.headers["Content-Security-Policy"], "it replaces the policy of the kept copy"
    assert sent(sound, if_none_match='"other"').status_code == 200


@pytest.mark.parametrize("media_type", ["text/html", "image/svg+xml", "image/jpeg", "text/plain"])
def test_a_file_opened_as_a_page_is_in_a_sandbox(sound: Path, media_type: str) -> None:
    response = sent(sound, media_type=media_type)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_a_pdf_may_open_in_the_viewer_and_still_loads_nothing(sound: Path) -> None:
    policy = sent(sound, media_type="application/pdf").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" not in policy


def test_a_name_cannot_add_a_header(sound: Path) -> None:
    request = RequestFactory().get("/tep/")
    response = send_file(request, sound, media_type="audio/mpeg", name='a"\r\nSet-Cookie: b=c.mp3')
    assert "\n" not in response.headers["Content-Disposition"]
    assert "Set-Cookie" not in response.headers


def test_the_compressing_middleware_leaves_a_file_as_it_is(sound: Path) -> None:
    request = RequestFactory().get("/tep/", headers={"accept-encoding": "gzip"})
    response = send_file(request, sound, media_type="text/plain", name="a.txt")
    assert isinstance(response, StreamingHttpResponse)
    response = GZipMiddleware(lambda _request: response).process_response(request, response)
    assert "Content-Encoding" not in response.headers
    assert response.headers["Content-Length"] == str(len(SOUND))


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    assert body(sent(path)) == b""
    assert sent(path, range="bytes=0-").status_code == 416


def test_a_file_this_machine_lacks_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(Http404):
        sent(tmp_path / "nowhere")
