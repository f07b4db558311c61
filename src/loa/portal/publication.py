"""The portal as a channel: the page is written to disk, and counts as published when it is read back as approved."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from loa.channels.ports import (
    Accepted,
    DeliveryDelayed,
    DeliveryRefused,
    DispatchOrder,
    FileRef,
    Outcome,
    ReceiptEvent,
)
from loa.core import clock
from loa.core.canonical import sha256_hex
from loa.core.language import gettext as _
from loa.core.system_errors import reason_of
from loa.portal.article import Article, read_article
from loa.portal.entry import MESSAGES, SUFFIXES, Entry, MediaFile, instant_text
from loa.portal.pages import Place, frozen_part
from loa.portal.shelf import Shelf

PAGE, AUDIO, POSTER = "page", "audio", "poster"

ReadBack = Callable[[str], bytes]  # an address to the body that is served there; OSError where nothing is


class PortalChannel:
    """Implements `channels.ports.ChannelPort` for the commune's own portal.

    :param root: the folder that the portal serves.
    :param read_back: fetches an address as a resident would and returns the body (OSError: nothing is served there);
        None where no portal runs here, then an order is accepted without a receipt.
    :param base_url: where the running portal answers, "http://127.0.0.1:8080".
    :param now: the clock that says when a message was first published.
    :param is_simulated: True only where nobody could reach that portal. A portal on loopback really serves its pages.
    """

    def __init__(
        self,
        root: Path,
        *,
        read_back: ReadBack | None,
        base_url: str,
        now: Callable[[], datetime],
        is_simulated: bool = False,
    ) -> None:
        self._shelf = Shelf(root)
        self._read_back = read_back
        self._base_url = base_url.rstrip("/")
        self._is_simulated = is_simulated
        self._now = now

    def send(self, order: DispatchOrder) -> Accepted:
        """Publish the frozen article of `order` and read it back; the same order again writes the same bytes.

        The order's first file is the article; audio and poster among the others are published beside it.

        :raises DeliveryDelayed: the disk is full, or the portal does not serve the page yet.
        :raises DeliveryRefused: the order carries no article of ours, or a file that is not the frozen one.
        """
        try:
            article = _article(order)
            entry = _entry(order, article, at=self._now())
            self._shelf.publish(entry, article, media=dict(_media(order)), place=_place(entry))
        except OSError as error:
            raise DeliveryDelayed(
                _("Chưa ghi được trang lên đĩa: {reason}.").format(reason=reason_of(error))
            ) from error
        address = f"{self._base_url}/{MESSAGES}/{entry.code}/"
        if self._read_back is None:
            return Accepted(reference=address)
        return Accepted(reference=address, receipt=self._receipt(order, address))

    def _receipt(self, order: DispatchOrder, address: str) -> ReceiptEvent:
        """Proof that the running portal serves exactly the approved article."""
        wanted = order.files[0]
        try:
            page = self._read_back(address) if self._read_back else b""
        except OSError as error:
            raise DeliveryDelayed(_("Cổng thông tin chưa trả lời ở {url}.").format(url=address)) from error
        part = frozen_part(page, wanted.sha256)
        if part is None or sha256_hex(part) != wanted.sha256:
            raise DeliveryDelayed(
                _("Trang đọc lại từ cổng thông tin chưa đúng với bản đã duyệt: {url}.").format(url=address)
            )
        raw = {"url": address, "article": wanted.sha256, "approval": order.approval_hash, "bytes": len(part)}
        return ReceiptEvent(
            key=order.key,
            receipt_key=f"read-back:{order.key}",
            outcome=Outcome.PLAYED,
            happened_at=self._now(),
            source="read-back",
            is_simulated=self._is_simulated,
            raw=json.dumps(raw, sort_keys=True),
        )


def _article(order: DispatchOrder) -> str:
    """The frozen article.

    :raises DeliveryRefused: none, another form, no longer the bytes of its hash, or no text.
    """
    if not order.files or order.files[0].form != PAGE:
        raise DeliveryRefused(_("Lệnh đăng không kèm bài viết cho Cổng thông tin."))
    try:
        return _bytes_of(order.files[0]).decode()
    except UnicodeDecodeError as error:
        raise DeliveryRefused(_("Bài viết cho Cổng thông tin không đọc được.")) from error


def _bytes_of(file: FileRef) -> bytes:
    try:
        data = Path(file.path).read_bytes()
    except FileNotFoundError as error:
        raise DeliveryRefused(_("Không còn tệp đã duyệt {name}.").format(name=Path(file.path).name)) from error
    if sha256_hex(data) != file.sha256:
        raise DeliveryRefused(_("Tệp {name} không còn đúng với bản đã duyệt.").format(name=Path(file.path).name))
    return data


def _media_ref(order: DispatchOrder, form: str) -> FileRef | None:
    return next((file for file in order.files[1:] if file.form == form and file.media_type in SUFFIXES), None)


def _media(order: DispatchOrder) -> list[tuple[str, bytes]]:
    files = [file for form in (AUDIO, POSTER) if (file := _media_ref(order, form))]
    return [(_name(file), _bytes_of(file)) for file in files]


def _name(file: FileRef) -> str:
    return f"{file.sha256}{SUFFIXES[file.media_type]}"


def _entry(order: DispatchOrder, text: str, *, at: datetime) -> Entry:
    """What the portal remembers: from the approved article where it says so, else from the order's words.

    :param at: when it is published; the shelf keeps the first such instant.
    """
    facts, article = order.facts, read_article(text)
    code = article.code or facts.get("code", "")
    if not code.isalnum() or not code.isascii():
        raise DeliveryRefused(_("Bài viết không có mã tin nên không có địa chỉ để đăng."))
    audio, poster = _media_ref(order, AUDIO), _media_ref(order, POSTER)
    return Entry(
        code=code,
        title=article.title or facts.get("title", code),
        summary=article.summary,
        commune=article.commune or facts.get("commune", order.commune_code),
        province=article.province,
        address=facts.get("page_url") or f"/{MESSAGES}/{code}/",
        published_at=instant_text(at),
        until_day=article.until,
        article=order.files[0].sha256,
        approval=order.approval_hash,
        audio=MediaFile(_name(audio), audio.size, _about(article)) if audio else None,
        poster=MediaFile(_name(poster), poster.size) if poster else None,
        approved=facts.get("approved_on", ""),
    )


def _about(article: Article) -> str:
    """ "1 phút 12 giây. Giọng đọc do máy tạo." (Luật 134/2025/QH15, Điều 11: synthetic sound is said to be so)."""
    minutes, seconds = divmod(int(article.seconds or 0), 60)
    length = " ".join([f"{minutes} phút"] * bool(minutes) + [f"{seconds} giây"] * bool(seconds))
    said = [f"{length}."] * bool(length) + ["Giọng đọc do máy tạo."] * article.is_synthetic
    return " ".join(said)


def _place(entry: Entry) -> Place:
    return Place(entry.commune, entry.province, is_rehearsal=clock.is_simulated())


def open_portal(root: Path, *, commune: str, province: str, address: str = "/") -> None:
    """Write the front page of a portal that has published nothing yet; an existing one is written anew.

    :param address: the portal's own address; its path is where the pages are reached.
    """
    Shelf(root).write_front(Place(commune, province, is_rehearsal=clock.is_simulated()), address=address)
