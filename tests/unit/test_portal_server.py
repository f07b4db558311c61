"""The portal's server: what it serves, what it refuses, what it says about itself."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from loa.adapters.read_back_http import NotServed, over_http
from loa.core.canonical import sha256_hex
from loa.core.content import write_durably
from loa.portal.server import PortBusy, listening_socket
from portal_client import PortalClient

SOUND = bytes(range(256)) * 40
SOUND_NAME = f"media/{sha256_hex(SOUND)}.mp3"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "portal"
    files = {
        "index.html": "trang chủ".encode(),
        "404.html": "Không tìm thấy tin này".encode(),
        "tin/7K3FQ/index.html": b"tin 7K3FQ",
        "tin/7K3FQ/tin.json": b'{"secret": 1}',
        ".lock": b"",
        "assets/portal.css": b"body{}",
        "assets/odd.exe": b"MZ",
        SOUND_NAME: SOUND,
    }
    for name, data in files.items():
        write_durably(folder / name, data)
    (tmp_path / "secret.html").write_bytes(b"outside")
    return folder


@pytest.fixture
def client(root: Path) -> PortalClient:
    return PortalClient(root)


def test_pages_come_with_a_strict_policy(client: PortalClient) -> None:
    answer = client.get("/tin/7K3FQ/")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in answer.headers


def test_every_answer_carries_the_policy(client: PortalClient) -> None:
    post = client.request("POST", "/")
    for answer in (post, client.get("/none"), client.get("/tin/7K3FQ"), client.get("/tin/?ma=x")):
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_page_is_not_sent_twice(client: PortalClient) -> None:
    first = client.get("/")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/", headers={"if-none-match": '"other"'}).status_code == 200


def test_a_changed_page_is_sent_again(client: PortalClient, root: Path) -> None:
    tag = client.get("/").headers["etag"]
    write_durably(root / "index.html", "trang mới".encode())
    answer = client.get("/", headers={"if-none-match": tag})
    assert (answer.status_code, answer.text) == (200, "trang mới")


def test_media_named_by_their_hash_are_kept_for_a_year(client: PortalClient) -> None:
    answer = client.get(f"/{SOUND_NAME}")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "audio/mpeg"
    assert answer.content == SOUND


def test_a_player_may_ask_for_a_part(client: PortalClient) -> None:
    answer = client.get(f"/{SOUND_NAME}", headers={"range": "bytes=100-199"})
    assert answer.status_code == 206
    assert answer.headers["content-range"] == f"bytes 100-199/{len(SOUND)}"
    assert answer.content == SOUND[100:200]
    assert client.get(f"/{SOUND_NAME}", headers={"range": "bytes=999999-"}).status_code == 416


def test_head_gives_no_body(client: PortalClient) -> None:
    answer = client.request("HEAD", "/tin/7K3FQ/")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == "9"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_sent_in(client: PortalClient, method: str) -> None:
    answer = client.request(method, "/")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert "chỉ để đọc" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/none",
        "/.lock",
        "/tin/7K3FQ/tin.json",
        "/assets/odd.exe",
        "/assets/",
        "/..%2fsecret.html",
        "/%2e%2e/secret.html",
        "/tin/..%2f..%2f..%2fsecret.html",
        "/tin/7K3FQ/%00",
        "/..%5csecret.html",
        "//etc/passwd",
        "/tin//7K3FQ/index.html",
        "/a" * 2000,
        f"/{'a' * 300}",
    ],
)
def test_what_is_not_a_page_is_not_found_in_vietnamese(client: PortalClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.text == "Không tìm thấy tin này"


def test_a_link_out_of_the_folder_is_not_followed(client: PortalClient, root: Path) -> None:
    (root / "leak.html").symlink_to(root.parent / "secret.html")
    assert client.get("/leak.html").status_code == 404


def test_an_empty_portal_still_answers_in_vietnamese(tmp_path: Path) -> None:
    answer = PortalClient(tmp_path / "none").get("/")
    assert (answer.status_code, answer.text) == (404, "Không tìm thấy trang này.")


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("/tin/?ma=7K3FQ", "/tin/7K3FQ/"),
        ("/tin/?ma=+7k3+fq+", "/tin/7K3FQ/"),
        ("/tin/?ma=7k3-fq", "/tin/7K3FQ/"),
        ("/tin?ma=7k3fq", "/tin/7K3FQ/"),
        ("/tin/7k3fq", "/tin/7K3FQ/"),
        ("/tin/7k3fq/", "/tin/7K3FQ/"),
        ("/tin/7K3FQ", "/tin/7K3FQ/"),
        ("/tin/", "/"),
        ("/tin", "/"),
    ],
)
def test_a_code_leads_to_its_page_however_it_was_typed(client: PortalClient, asked: str, place: str) -> None:
    answer = client.get(asked)
    assert answer.status_code in (303, 308)
    base = httpx.URL("http://cong.test").join(asked)
    assert base.join(answer.headers["location"]).path == place


@pytest.mark.parametrize(
    "asked", ["/tin/?ma=ZZZZZ", "/tin/?ma=../..", "/tin/?ma=http://evil", "/tin/zzzzz/", "/tin/?ma=%F0%9F%98%80"]
)
def test_an_unknown_code_is_said_to_be_unknown(client: PortalClient, asked: str) -> None:
    assert client.get(asked).status_code == 404


def test_a_busy_port_is_refused_before_anything_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortBusy, match=f"Cổng {port} đang có chương trình khác dùng"):
            listening_socket("127.0.0.1", port)


def test_the_process_needs_no_django(root: Path) -> None:
    code = (
        "import sys, loa.portal.server; "
        "print([name for name in sys.modules if name.split('.')[0] in ('django', 'sqlite3', 'psycopg')])"
    )
    source = Path(__file__).resolve().parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(source)},
    )
    assert done.stdout.strip() == "[]"


def test_reading_back_from_nowhere_says_so() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NotServed, match=str(port)):
        over_http(f"http://127.0.0.1:{port}/tin/7K3FQ/")
