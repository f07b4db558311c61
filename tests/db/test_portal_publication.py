"""Publishing: pages on disk, whole and the same each time; proved by reading them back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from cast import NOW
from loa.adapters.read_back_http import NotServed
from loa.channels.ports import DeliveryDelayed, DeliveryRefused, Outcome
from loa.core.canonical import sha256_hex
from loa.portal import shelf
from loa.portal.entry import all_entries, kept_entry
from loa.portal.pages import CLOSING_MARK, frozen_part
from loa.portal.publication import PortalChannel, open_portal
from portal_client import PortalClient
from portal_orders import APPROVAL, BASE_URL, an_order, some_content, with_page


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "portal"


def served_from(root: Path) -> Callable[[str], bytes]:
    """Reads back through the real server."""
    client = PortalClient(root)
    return lambda url: client.get(url).content


def channel(root: Path, **changes: object) -> PortalChannel:
    told: dict[str, Any] = {"read_back": served_from(root), "base_url": BASE_URL, "now": lambda: NOW}
    return PortalChannel(root, **told | changes)


def all_files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_published_page_is_proved_by_reading_it_back(root: Path, tmp_path: Path) -> None:
    order = an_order(tmp_path)
    accepted = channel(root).send(order)
    receipt = accepted.receipt
    assert accepted.reference == f"{BASE_URL}/tin/7K3FQ/"
    assert receipt is not None
    assert (receipt.key, receipt.outcome, receipt.source, receipt.happened_at) == (
        order.key,
        Outcome.PLAYED,
        "read-back",
        NOW,
    )
    assert receipt.is_simulated is False
    assert json.loads(receipt.raw)["article"] == order.files[0].sha256


def test_the_page_carries_the_frozen_article_byte_for_byte(root: Path, tmp_path: Path) -> None:
    order = an_order(tmp_path)
    channel(root).send(order)
    for page in ("tin/7K3FQ/index.html", "tin/7K3FQ/chu-to/index.html"):
        part = frozen_part((root / page).read_bytes(), order.files[0].sha256)
        assert part == Path(order.files[0].path).read_bytes()


def test_the_page_shows_seal_sound_poster_and_mark(root: Path, tmp_path: Path) -> None:
    order = an_order(tmp_path)
    channel(root).send(order)
    page = (root / "tin/7K3FQ/index.html").read_text()
    assert "Tin thật của xã" in page
    assert "7F3A-91C2" in page
    assert "1 phút 12 giây. Giọng đọc do máy tạo." in page
    for file in order.files[1:]:
        name = f"media/{file.sha256}{Path(file.path).suffix}"
        assert f'"/{name}"' in page
        assert sha256_hex((root / name).read_bytes()) == file.sha256
    assert (root / "tin/7K3FQ/qr.svg").read_bytes().startswith(b"<svg")
    assert "tỉnh Lam Giang" in page


def test_the_same_order_twice_is_the_same_portal(root: Path, tmp_path: Path) -> None:
    order = an_order(tmp_path)
    first = channel(root).send(order)
    before = {name: (data, (root / name).stat().st_mtime_ns) for name, data in all_files(root).items()}
    again = channel(root).send(order)
    after = {name: (data, (root / name).stat().st_mtime_ns) for name, data in all_files(root).items()}
    assert before == after
    assert first == again


def test_the_day_of_publication_is_the_real_one_and_the_first(root: Path, tmp_path: Path) -> None:
    order = an_order(tmp_path, at=NOW)
    late = NOW + timedelta(days=2)
    channel(root, now=lambda: late).send(order)
    before = all_files(root)
    assert kept_entry(root, "7K3FQ").published_at == late.astimezone(UTC).isoformat()
    channel(root, now=lambda: late + timedelta(days=5)).send(order)
    assert all_files(root) == before


def test_an_entry_of_a_later_version_is_read(root: Path, tmp_path: Path) -> None:
    channel(root).send(an_order(tmp_path))
    path = root / "tin/7K3FQ/tin.json"
    known = kept_entry(root, "7K3FQ")
    told = json.loads(path.read_bytes())
    told["audio"]["language"], told["series"] = "vi", "tin-khan"
    path.write_text(json.dumps(told))
    assert all_entries(root) == [known]


def test_a_publisher_killed_at_any_write_ends_the_same(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = an_order(tmp_path)
    whole = tmp_path / "whole"
    channel(whole).send(order)
    wanted = all_files(whole)
    real = shelf.write_durably
    for deadly in range(1, len(wanted)):
        left = deadly

        def dying(path: Path, data: bytes) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise KeyboardInterrupt
            real(path, data)

        monkeypatch.setattr(shelf, "write_durably", dying)
        folder = tmp_path / f"killed-{deadly}"
        with pytest.raises(KeyboardInterrupt):
            channel(folder).send(order)
        for entry in folder.glob("tin/*/tin.json"):
            assert (entry.parent / "index.html").exists()
        monkeypatch.setattr(shelf, "write_durably", real)
        channel(folder).send(order)
        assert all_files(folder) == wanted


def test_the_front_page_lists_the_newest_first(root: Path, tmp_path: Path) -> None:
    for day, code in enumerate(["AAAA2", "CCCC2", "BBBB2"]):
        at = NOW + timedelta(days=day)
        channel(root, now=lambda at=at: at).send(an_order(tmp_path, some_content(code), at=at, key=code))
    front = (root / "index.html").read_text()
    rows = re.findall(r'<h3><a href="/tin/(\w+)/">', front)
    assert rows == ["BBBB2", "CCCC2", "AAAA2"]
    assert "/tin/BBBB2/chu-to/" in (root / "chu-to/index.html").read_text()


def test_an_open_portal_has_a_front_page_before_the_first_message(root: Path) -> None:
    open_portal(root, commune="xã Đồng Sương", province="tỉnh Lam Giang", address=BASE_URL)
    front = (root / "index.html").read_text()
    assert "Chưa có tin nào được đăng" in front
    assert "Không tìm thấy tin này" in (root / "404.html").read_text()
    assert (root / "robots.txt").exists()
    assert PortalClient(root).get("/assets/portal.css").status_code == 200


def test_opening_again_keeps_what_is_published(root: Path, tmp_path: Path) -> None:
    channel(root).send(an_order(tmp_path))
    before = all_files(root)
    open_portal(root, commune="xã Đồng Sương", province="tỉnh Lam Giang", address=BASE_URL)
    assert all_files(root) == before


def test_a_portal_that_does_not_answer_is_a_delay(root: Path, tmp_path: Path) -> None:
    def silent(url: str) -> bytes:
        raise NotServed(url)

    with pytest.raises(DeliveryDelayed, match="chưa trả lời"):
        channel(root, read_back=silent).send(an_order(tmp_path))
    assert channel(root).send(an_order(tmp_path)).receipt is not None


def test_a_page_changed_on_its_way_is_no_proof(root: Path, tmp_path: Path) -> None:
    honest = served_from(root)

    def altered(url: str) -> bytes:
        return honest(url).replace("xà phòng".encode(), "nước lã".encode())

    with pytest.raises(DeliveryDelayed, match="chưa đúng với bản đã duyệt"):
        channel(root, read_back=altered).send(an_order(tmp_path))


def test_without_a_running_portal_there_is_no_receipt(root: Path, tmp_path: Path) -> None:
    assert channel(root, read_back=None).send(an_order(tmp_path)).receipt is None


def test_a_rehearsal_says_that_nobody_could_see_it(root: Path, tmp_path: Path) -> None:
    receipt = channel(root, is_simulated=True).send(an_order(tmp_path)).receipt
    assert receipt is not None
    assert receipt.is_simulated


def test_a_damaged_file_is_never_published(root: Path, tmp_path: Path) -> None:
    order = an_order(tmp_path)
    Path(order.files[0].path).write_bytes(b"<article>other</article>")
    with pytest.raises(DeliveryRefused, match="không còn đúng"):
        channel(root).send(order)
    assert not (root / "tin").exists()


def test_a_damaged_sound_stops_the_page_too(root: Path, tmp_path: Path) -> None:
    order = an_order(tmp_path)
    Path(order.files[1].path).write_bytes(b"other sound")
    with pytest.raises(DeliveryRefused):
        channel(root).send(order)
    assert not (root / "tin").exists()


def test_an_order_without_an_article_is_refused(root: Path, tmp_path: Path) -> None:
    order = an_order(tmp_path)
    for wrong in (replace(order, files=()), replace(order, files=order.files[1:]), with_page(order, path="/none")):
        with pytest.raises(DeliveryRefused):
            channel(root).send(wrong)


def test_a_code_cannot_lead_out_of_the_folder(root: Path, tmp_path: Path) -> None:
    order = an_order(tmp_path, some_content("../../x"))
    with pytest.raises(DeliveryRefused, match="không có mã tin"):
        channel(root).send(order)


def test_a_full_disk_is_a_delay(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    order = an_order(tmp_path)
    monkeypatch.setattr(shelf, "write_durably", full)
    with pytest.raises(DeliveryDelayed, match="Chưa ghi được trang"):
        channel(root).send(order)


def test_a_page_has_no_script_no_inline_style_and_no_address_elsewhere(root: Path, tmp_path: Path) -> None:
    channel(root).send(an_order(tmp_path))
    for path in root.rglob("*.html"):
        page = path.read_text()
        assert "<script" not in page
        assert "style=" not in page
        assert "<style" not in page
        assert not [
            url for url in re.findall(r'(?:src|href|action)="(http[^"]*)"', page) if not url.startswith(BASE_URL)
        ]
        assert page.count(CLOSING_MARK) <= 1


def test_the_demo_clock_is_said_on_the_page(root: Path, tmp_path: Path, settings: Settings) -> None:
    settings.SIMULATED_CLOCK = (NOW, 0.0)
    channel(root).send(an_order(tmp_path))
    assert "giờ mô phỏng" in (root / "tin/7K3FQ/index.html").read_text()


def test_a_portal_under_a_path_keeps_its_links_there(root: Path, tmp_path: Path) -> None:
    content = some_content(base_url="https://lamgiang.example/dong-suong")
    channel(root, read_back=None).send(an_order(tmp_path, content))
    page = (root / "tin/7K3FQ/index.html").read_text()
    assert 'href="/dong-suong/assets/portal.css"' in page
    assert 'href="/dong-suong/tin/7K3FQ/chu-to/"' in page
    assert APPROVAL[:4].upper() in page
