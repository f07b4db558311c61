"""One unit under all the names by which a plan calls it."""

from __future__ import annotations

import pytest

from loa.documents.extraction.extract import extract
from loa.documents.extraction.unit_groups import Mention, unit_groups_of
from loa.documents.ports import Line, UnitNames

ISSUER = "ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG"


def groups(*names: str, issuer: str = ISSUER, defined: tuple[tuple[str, str], ...] = ()) -> list[UnitNames]:
    mentions = [Mention(name, line, line) for line, name in enumerate(names, start=1)]
    return [group.row() for group in unit_groups_of(mentions, issuer=issuer, defined=defined)]


@pytest.mark.parametrize(
    ("fullest", "other"),
    [
        ("Trung tâm Dịch vụ sự nghiệp công", "Trung tâm Dịch vụ SNC"),
        ("Phòng Văn hóa - Xã hội", "Phòng VH-XH"),
        ("Phòng Văn hóa - Xã hội", "phòng Văn hoá - Xã hội"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "UBMTTQ xã"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Uỷ ban MTTQ xã"),
        ("Công an xã Đồng Sương", "Công an xã"),
        ("Hội Nông dân Việt Nam xã", "Hội Nông dân xã"),
        (ISSUER, "UBND xã"),
    ],
)
def test_spellings_and_abbreviations_are_surely_one_unit(fullest: str, other: str) -> None:
    assert groups(other, fullest) == [UnitNames(fullest, (other,))]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Công an xã", "Công an tỉnh"), ("Sở Tài chính", "Sở Tư pháp"), ("Tổ 1", "Tổ 2"), ("Thôn Đoài", "Trạm Y tế")],
)
def test_other_units_stay_apart(first: str, second: str) -> None:
    assert groups(first, second) == [UnitNames(first), UnitNames(second)]


@pytest.mark.parametrize(
    ("name", "slip"),
    [("Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hôi"), ("Trạm Y tế xã Đồng Sương", "Trạm Y tế xã Đổng Sương")],
)
def test_a_slip_of_one_letter_is_perhaps_the_same_unit(name: str, slip: str) -> None:
    assert groups(name, name, slip) == [UnitNames(name, (), (slip,)), UnitNames(slip)]


def test_a_name_that_may_stand_for_two_units_is_perhaps_either() -> None:
    found = {row.name: row for row in groups("Hội Nông dân xã", "Hội Người dạy xã", "Hội ND xã")}
    assert set(found["Hội ND xã"].doubtful) == {"Hội Nông dân xã", "Hội Người dạy xã"}
    assert found["Hội Nông dân xã"].alternatives == ()


def test_a_short_name_that_the_text_defines_is_the_unit() -> None:
    body = (
        "XÃ ĐỒNG SƯƠNG\nSố: 05/KH-UBND\nĐồng Sương, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH\nPhòng dịch\n"
        "I. TỔ CHỨC THỰC HIỆN\n"
        "1. Giao Tổ Phản ứng nhanh phòng dịch (sau đây gọi tắt là Tổ Phản ứng) chủ trì kiểm tra các thôn.\n"
        "2. Trạm Y tế\n- Phối hợp với Tổ Phản ứng phun thuốc."
    )
    result = extract([Line(number, line) for number, line in enumerate(body.splitlines(), start=1)])
    names = {row.name: row.alternatives for row in result.units}
    assert names["Tổ Phản ứng nhanh phòng dịch"] == ("Tổ Phản ứng",)


def test_nobody_in_particular_is_no_unit() -> None:
    assert groups("Các cơ quan, đơn vị liên quan", "đơn vị, địa phương") == []


def test_a_unit_is_anchored_wherever_it_is_named() -> None:
    body = (
        "ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG\nSố: 05/KH-UBND\nĐồng Sương, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH\nPhòng dịch\n"
        "I. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội\n- Treo băng rôn.\n2. Trạm Y tế\n- Phối hợp với Phòng VH-XH."
    )
    result = extract([Line(number, line) for number, line in enumerate(body.splitlines(), start=1)])
    index = [row.name for row in result.units].index("Phòng Văn hóa - Xã hội")
    assert [(place.line_from, place.quote) for place in result.anchors[f"/units/{index}"]] == [
        (7, "Phòng Văn hóa - Xã hội"),
        (10, "Phòng VH-XH"),
    ]
