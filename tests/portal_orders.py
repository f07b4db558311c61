"""Orders for the portal, with a real frozen article and files on disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from cast import NOW
from loa.channels.ports import DispatchOrder, FileRef
from loa.core.canonical import sha256_hex
from loa.editorial.forms.article import article
from loa.editorial.forms.content import Basis, Content, Made
from loa.editorial.ports import Form

APPROVAL = "7f3a91c2" + "0" * 56
BASE_URL = "http://127.0.0.1:8080"


def some_content(code: str = "7K3FQ", *, base_url: str = BASE_URL) -> Content:
    """A message with all that a page can hold: long title, list, question, contact, sources."""
    return Content(
        commune="xã Đồng Sương",
        province="tỉnh Lam Giang",
        code=code,
        address=f"{base_url}/tin/{code}/",
        title="Lịch tiêm phòng dại cho chó, mèo và cách nhận biết con vật mắc bệnh ở các khu dân cư",
        summary="Từ ngày 15/9/2025 đến hết ngày 31/10/2025, xã Đồng Sương thông tin đến bà con về lịch tiêm phòng dại.",
        paragraphs=(
            "Xã thông tin đến bà con về lịch tiêm phòng dại cho đàn chó, mèo, gồm:",
            "- khu Suối Đá, khu Đồi Chè",
            "- khu Bến Sương và các hộ ven đê",
            "Xã hướng dẫn bà con xích, nhốt chó và rửa vết cắn bằng xà phòng. Việc này nhằm phòng bệnh dại cho người.",
            "# Bà con nghe, xem ở đâu?",
            "Nội dung này được thông tin trên đài truyền thanh xã và bảng tin công cộng.",
        ),
        contact="Trạm Y tế xã Đồng Sương",
        useful_until=date(2025, 10, 31),
        bases=(Basis("Kế hoạch số 05/KH-UBND ngày 05/9/2025 của Ủy ban nhân dân xã Đồng Sương", ("II.2", "III.1")),),
    )


def some_sound(data: bytes = b"sound") -> Made:
    facts = {"seconds": 72.4, "is_synthetic": True}
    return Made(form=Form.AUDIO, media_type="audio/mpeg", suffix=".mp3", data=data, facts=facts)


def an_order(
    folder: Path, content: Content | None = None, *, at: datetime = NOW, key: str = "order-1"
) -> DispatchOrder:
    """An order to publish `content`; its frozen files are written into `folder`."""
    content = content or some_content()
    sound = some_sound()
    page = article(content, sound)
    poster = Made(form=Form.POSTER, media_type="application/pdf", suffix=".pdf", data=b"%PDF-1.7 poster")
    return DispatchOrder(
        key=key,
        correlation="dispatch:1",
        commune_code="dong-suong",
        outlet_code="cong",
        outlet_name="Cổng thông tin điện tử",
        sequence=1,
        not_before=at,
        expires_at=at + timedelta(days=1),
        priority="normal",
        approval_hash=APPROVAL,
        files=tuple(_kept(folder, made) for made in (page, sound, poster)),
        facts={"title": content.title, "code": content.code, "page_url": content.address, "commune": content.commune},
    )


def _kept(folder: Path, made: Made) -> FileRef:
    path = folder / f"{sha256_hex(made.data)}{made.suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made.data)
    return FileRef(made.form.value, sha256_hex(made.data), len(made.data), made.media_type, str(path))


def with_page(order: DispatchOrder, **changes: object) -> DispatchOrder:
    """The same order with another first file."""
    return replace(order, files=(replace(order.files[0], **changes), *order.files[1:]))
