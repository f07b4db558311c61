"""The suite that every channel passes, the fake of the delivery tests included.

A new adapter joins by one class here: how to make it, what its far end holds, and how its far end fails.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import pytest

from cast import NOW
from fake_channel import FakeChannel
from loa.adapters import by_hand
from loa.channels.ports import (
    Accepted,
    ChannelPort,
    DeliveryDelayed,
    DeliveryRefused,
    DispatchOrder,
    FileRef,
    Outcome,
)
from loa.core.canonical import sha256_hex
from loa.portal.publication import PortalChannel

ARTICLE = (
    '<article data-code="{code}" data-commune="xã Đồng Sương"><h1>Phòng chống cháy rừng</h1>'
    "<p>Không đốt rẫy khi có gió.</p></article>"
)


class Killed(BaseException):
    """The process is gone in the middle of a send."""


class Case(Protocol):
    """A channel under test. `held` is all that its far end holds: name → hash of the content."""

    main_form: str
    port: ChannelPort

    def held(self) -> dict[str, str]: ...
    def fail(self, patch: pytest.MonkeyPatch) -> None: ...


class Fake:
    main_form = "audio"

    def __init__(self, folder: Path) -> None:
        self.port = FakeChannel(answers=True)

    def held(self) -> dict[str, str]:
        return {key: sha256_hex(repr(order).encode()) for key, order in self.port.effects.items()}

    def fail(self, patch: pytest.MonkeyPatch) -> None:
        def away(order: DispatchOrder) -> None:
            raise DeliveryDelayed("away")

        patch.setattr(self.port, "before", away)


class OnDisk:
    """A channel whose far end is a folder."""

    folder: Path

    def held(self) -> dict[str, str]:
        files = (path for path in self.folder.rglob("*") if path.is_file() and not path.name.startswith("."))
        return {str(path.relative_to(self.folder)): sha256_hex(path.read_bytes()) for path in files}

    def fail(self, patch: pytest.MonkeyPatch) -> None:
        def full(handle: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        patch.setattr(os, "fsync", full)


class ByHand(OnDisk):
    main_form = "poster"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = by_hand.Adapter(folder)


class Portal(OnDisk):
    main_form = "page"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = PortalChannel(folder, read_back=self.read_back, base_url="http://127.0.0.1:8080", now=lambda: NOW)

    def read_back(self, url: str) -> bytes:
        return (self.folder / urlsplit(url).path.strip("/") / "index.html").read_bytes()


CASES = [Fake, ByHand, Portal]
FOLDERS = [ByHand, Portal]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    return folder


@pytest.fixture
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    folder = tmp_path / "far-end"
    folder.mkdir()
    yield request.param(folder)


def an_order(case: Case, files: Path, *, number: int = 1) -> DispatchOrder:
    code = f"K7M{number}"
    forms = {"page": ("text/html", ".html"), "poster": ("application/pdf", ".pdf"), "audio": ("audio/mpeg", ".mp3")}
    names = [case.main_form, *(form for form in forms if form != case.main_form)]
    return DispatchOrder(
        key=f"7d00d797-a39f-4986-bb12-c763b869f8a{number}",
        correlation=f"dispatch:{number}",
        commune_code="dong-suong",
        outlet_code="diem-phat",
        outlet_name="Nhà văn hóa khu Suối Đá",
        sequence=number,
        not_before=NOW,
        expires_at=NOW + timedelta(days=2),
        priority="normal",
        approval_hash="a" * 64,
        files=tuple(a_file(files, form, code, *forms[form]) for form in names),
        facts={
            "title": "Phòng chống cháy rừng",
            "code": code,
            "page_url": f"http://127.0.0.1:8080/tin/{code}/",
            "commune": "xã Đồng Sương",
            "province": "tỉnh Lam Giang",
            "approved_on": "03/9/2025",
            "unit": "Ủy ban nhân dân xã Đồng Sương",
        },
    )


def a_file(folder: Path, form: str, code: str, media_type: str, suffix: str) -> FileRef:
    data = ARTICLE.format(code=code).encode() if form == "page" else f"{form} {code}".encode()
    path = folder / f"{sha256_hex(data)}{suffix}"
    path.write_bytes(data)
    return FileRef(form=form, sha256=sha256_hex(data), size=len(data), media_type=media_type, path=str(path))


@pytest.mark.parametrize("case", CASES, indirect=True)
def test_an_order_is_accepted_with_a_reference_and_has_an_effect(case: Case, files: Path) -> None:
    accepted = case.port.send(an_order(case, files))
    assert isinstance(accepted, Accepted)
    assert accepted.reference
    assert case.held()


@pytest.mark.parametrize("case", CASES, indirect=True)
def test_the_same_order_twice_has_the_effect_of_once(case: Case, files: Path) -> None:
    order = an_order(case, files)
    first, held = case.port.send(order), case.held()
    second = case.port.send(order)
    assert case.held() == held
    assert (first.receipt and first.receipt.receipt_key) == (second.receipt and second.receipt.receipt_key)


@pytest.mark.parametrize("case", CASES, indirect=True)
def test_another_order_has_its_own_effect_and_leaves_the_first(case: Case, files: Path) -> None:
    first = case.port.send(an_order(case, files, number=1))
    before = set(case.held())
    second = case.port.send(an_order(case, files, number=2))
    assert set(case.held()) > before
    assert first.reference != second.reference


@pytest.mark.parametrize("case", CASES, indirect=True)
def test_a_receipt_given_at_once_is_about_this_order(case: Case, files: Path) -> None:
    order = an_order(case, files)
    receipt = case.port.send(order).receipt
    if receipt is not None:
        assert (receipt.key, receipt.outcome) == (order.key, Outcome.PLAYED)
        assert 0 < len(receipt.receipt_key) <= 80
        assert receipt.happened_at.tzinfo is not None
        assert len(receipt.signature) <= 128


@pytest.mark.parametrize("case", CASES, indirect=True)
def test_a_far_end_that_fails_is_a_delay_and_the_order_goes_through_later(
    case: Case, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = an_order(case, files)
    with monkeypatch.context() as patch:
        case.fail(patch)
        with pytest.raises(DeliveryDelayed) as delay:
            case.port.send(order)
    assert str(delay.value)
    assert case.port.send(order).reference


@pytest.mark.parametrize("case", CASES, indirect=True)
def test_an_order_without_a_file_is_refused(case: Case, files: Path) -> None:
    with pytest.raises(DeliveryRefused):
        case.port.send(replace(an_order(case, files), files=()))
    assert case.held() == {}


@pytest.mark.parametrize("case", FOLDERS, indirect=True)
def test_bytes_that_are_not_the_frozen_ones_do_not_go_out(case: Case, files: Path) -> None:
    order = an_order(case, files)
    Path(order.files[0].path).write_bytes(b"something else")
    with pytest.raises((DeliveryDelayed, DeliveryRefused)):
        case.port.send(order)
    assert sha256_hex(b"something else") not in case.held().values()


@pytest.mark.parametrize("case", FOLDERS, indirect=True)
def test_a_send_killed_at_any_write_ends_as_if_it_had_run_once(
    case: Case, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = type(case)(tmp_path / "clean")  # type: ignore[call-arg]
    order = an_order(case, files)
    clean.port.send(order)
    kills = 0
    while killed_at_write(case, order, kills, monkeypatch):
        kills += 1
    assert kills >= 2
    case.port.send(order)
    assert case.held() == clean.held()


def killed_at_write(case: Case, order: DispatchOrder, write: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Send and die at write number `write` (from 0); False when the send ended before."""
    writes = iter(range(write + 1))

    def count(handle: int) -> None:
        if next(writes) == write:
            raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", count)
        try:
            case.port.send(order)
        except Killed:
            return True
    return False
