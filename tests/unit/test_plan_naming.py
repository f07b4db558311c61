"""How plans and the documents they cite are named."""

from __future__ import annotations

from datetime import date

import pytest

from loa.campaigns.plan_naming import (
    cited_label,
    document_word,
    is_issued_by,
    issuer_name,
    listed,
    period_words,
    plan_label,
)
from loa.documents.ports import Citation, Header


def test_documents_are_named_as_officials_cite_them() -> None:
    header = Header(
        doc_type="KH", number="05", symbol="KH-UBND", issuer="ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG", date="2025-09-05"
    )
    issuer = issuer_name(header, "")
    assert plan_label(header, issuer) == "Kế hoạch số 05/KH-UBND ngày 05/9/2025 của Ủy ban nhân dân xã Đồng Sương"


def test_blanks_of_a_document_are_left_out_of_its_name() -> None:
    header = Header(doc_type="KH", symbol="KH-UBND", issuer="UBND TỈNH LAM GIANG", date="2025-09")
    issuer = issuer_name(header, "UBND tỉnh Lam Giang ban hành")
    assert plan_label(header, issuer) == "Kế hoạch tháng 9/2025 của Ủy ban nhân dân tỉnh Lam Giang"


@pytest.mark.parametrize(
    ("symbol", "text", "label"),
    [
        ("57-NQ/TW", "", "Nghị quyết số 57-NQ/TW ngày 22/12/2024"),
        ("01-KHHĐ/BCĐ", "Kế hoạch hành động số 01-KHHĐ/BCĐ", "Kế hoạch hành động số 01-KHHĐ/BCĐ ngày 22/12/2024"),
        ("24/2018/QH14", "theo Luật số 24/2018/QH14", "Luật số 24/2018/QH14 ngày 22/12/2024"),
        ("13 /XX-YY", "", "Văn bản số 13 /XX-YY ngày 22/12/2024"),
    ],
)
def test_a_cited_document_keeps_the_type_the_text_gives_it(symbol: str, text: str, label: str) -> None:
    assert cited_label(Citation(symbol=symbol, date="2024-12-22"), text) == label


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2025, 8, 28), date(2025, 12, 31), "từ ngày 28/8/2025 đến hết ngày 31/12/2025"),
        (None, date(2025, 2, 1), "đến hết ngày 01/02/2025"),
        (date(2025, 1, 9), None, "từ ngày 09/01/2025"),
        (date(2025, 1, 9), date(2025, 1, 9), "ngày 09/01/2025"),
        (None, None, ""),
    ],
)
def test_a_period_in_words(start: date | None, end: date | None, words: str) -> None:
    assert period_words(start, end) == words


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")]
)
def test_lists_end_with_an_and(parts: list[str], words: str) -> None:
    assert listed(parts) == words


@pytest.mark.parametrize(
    ("number", "day", "label"),
    [
        (None, "2025-08", "Kế hoạch số ……/KH-UBND ngày …… tháng 8 năm 2025"),
        (None, "2025", "Kế hoạch số ……/KH-UBND ngày …… tháng …… năm 2025"),
        ("05", None, "Kế hoạch số 05/KH-UBND"),
    ],
)
def test_blanks_may_stay_for_a_person_to_fill_in(number: str | None, day: str | None, label: str) -> None:
    header = Header(doc_type="KH", number=number, symbol="KH-UBND", date=day)
    assert plan_label(header, "", with_blanks=True) == label


@pytest.mark.parametrize(
    ("short", "word"),
    [
        ("KH", "Kế hoạch"),
        ("CTr", "Chương trình"),
        ("TB", "Thông báo"),
        ("TT", "Thông tư"),
        ("XX", "Văn bản"),
        (None, "Văn bản"),
    ],
)
def test_an_abbreviation_stands_for_the_plain_name_of_its_type(short: str | None, word: str) -> None:
    assert document_word(Header(doc_type=short)) == word


@pytest.mark.parametrize(
    ("issuer", "name", "is_own"),
    [
        ("ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG", "Ủy ban nhân dân xã Đồng Sương", True),
        ("UBND THÀNH PHỐ LAM GIANG", "Ủy ban nhân dân thành phố Lam Giang", False),
        ("ĐẢNG ỦY XÃ KHE SƯƠNG", "Đảng ủy xã Khe Sương", False),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch", False),
        (None, "", True),
    ],
)
def test_the_issuer_is_named_in_ordinary_letters(issuer: str | None, name: str, is_own: bool) -> None:  # noqa: FBT001
    header = Header(issuer=issuer)
    assert issuer_name(header, "Giao Sở Văn hóa, Thể thao và Du lịch chủ trì") == name
    assert is_issued_by("xã Đồng Sương", header) is is_own
