"""How a report says things: numbers, days, names of offices and plans, in administrative Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from loa.campaigns.models import Campaign
from loa.documents.models import Extraction
from loa.typeset.dates import day_text
from loa.units.models import Commune
from loa.vietnamese.folding import fold

NO_DATA = "chưa có số liệu"
BLANK = "……"
KINDS = ("đặc khu", "phường", "xã", "thị trấn")
# Nghị định 30/2020/NĐ-CP, Phụ lục III: the abbreviations of the kinds of documents that direct.
DOCUMENT_KINDS = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "CĐ": "Công điện",
    "CV": "Công văn",
}


def number_words(value: Decimal | None) -> str:
    """`1.462`, `7,4`; `chưa có số liệu` for None."""
    if value is None:
        return NO_DATA
    rounded = value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    whole, _point, rest = f"{rounded:,}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def listed(parts: Iterable[str]) -> str:
    """`a, b và c`."""
    items = list(parts)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} và {items[-1]}" if items else ""


def clauses_words(clauses: Iterable[str]) -> str:
    """`mục II.8, III.3 và V.3`, each once, in the order of the plan."""
    return f"mục {listed(dict.fromkeys(clauses))}"


def commune_kind(commune: Commune) -> str:
    """`xã`, `phường` or `đặc khu`."""
    name = commune.name.lower()
    return next((kind for kind in KINDS if name.startswith(kind + " ")), "xã")


def commune_place(commune: Commune) -> str:
    """The bare name, as it stands before the date: `Đồng Sương`."""
    kind = commune_kind(commune)
    return commune.name[len(kind) :].strip() if commune.name.lower().startswith(kind + " ") else commune.name


def committee(commune: Commune) -> str:
    return f"Ủy ban nhân dân {commune.name}"


def read_data(campaign: Campaign) -> dict[str, Any]:
    """What was read out of the campaign's document, empty where nothing was."""
    try:
        return dict(campaign.document.extraction.data)
    except Extraction.DoesNotExist:
        return {}


def plan_name(campaign: Campaign) -> str:
    """`Kế hoạch số 05/KH-UBND ngày 20/8/2025 của Ủy ban nhân dân xã …`; what the plan leaves blank stays blank."""
    header = read_data(campaign).get("header") or {}
    kind = DOCUMENT_KINDS.get(header.get("doc_type") or "", "Kế hoạch")
    symbol = header.get("symbol")
    if not symbol:
        return kind
    name = f"{kind} số {header.get('number') or BLANK}/{symbol}"
    if header.get("date"):
        name += f" ngày {_written_date(header['date'])}"
    if is_own_plan(campaign):
        name += f" của {committee(campaign.commune)}"
    return name


def is_own_plan(campaign: Campaign) -> bool:
    """Whether the commune itself issued the plan, by its letterhead."""
    header = read_data(campaign).get("header") or {}
    return fold(campaign.commune.name) in fold(header.get("issuer") or "")


def plan_subject(campaign: Campaign) -> str:
    """The plan's title as it goes on in a sentence; empty where it is printed in capitals only."""
    title = " ".join(campaign.title.split())
    if not title or title.isupper():
        return ""
    return title[0].lower() + title[1:]


def _written_date(text: str) -> str:
    """`2025-08-20` as `20/8/2025`, `2025-08` as `…… tháng 8 năm 2025`."""
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if day:
        return day_text(date(year, month, day))
    return f"{BLANK} tháng {month or BLANK} năm {year}"
