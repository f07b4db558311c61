"""One office under all the names it is printed by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.vietnamese.unit_names import is_generic, kind_value, local_endings, names_one_unit, spelling

ENDINGS = local_endings("xã Đồng Sương")

ONE_UNIT = [
    ("Trung tâm Dịch vụ SNC", "Trung tâm Dịch vụ sự nghiệp công"),
    ("Phòng VH-XH", "Phòng Văn hóa - Xã hội"),
    ("Phòng VHXH", "Phòng Văn hoá - Xã hội xã Đồng Sương"),
    ("UBND xã", "Ủy ban nhân dân xã Đồng Sương"),
    ("Ủy ban MTTQ xã", "Ủy ban Mặt trận Tổ quốc xã"),
    ("Sở VHTTDL", "Sở Văn hoá, Thể thao và Du lịch"),
    ("Sở NN&MT", "Sở Nông nghiệp và Môi trường"),
    ("TT Dịch vụ SNC", "Trung tâm DVSNC"),
    ("Công an", "Công an xã"),
    ("HĐND xã", "Hội đồng nhân dân"),
    ("Đoàn TNCS Hồ Chí Minh xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
]
TWO_UNITS = [
    ("Sở Tài chính", "Sở Tư pháp"),
    ("UBND xã", "UBND tỉnh"),
    ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế"),
    ("Công an xã", "Công an tỉnh"),
    ("Trung tâm Dịch vụ sự nghiệp công", "Trung tâm Phục vụ hành chính công"),
    ("Hội Nông dân xã", "Hội Phụ nữ xã"),
    ("Các phòng, đơn vị trực thuộc UBND", "UBND"),
    ("Trưởng thôn", "Trưởng các thôn"),
]


@pytest.mark.parametrize(("first", "second"), ONE_UNIT)
def test_an_abbreviation_is_the_unit_it_stands_for(first: str, second: str) -> None:
    assert names_one_unit(first, second, endings=ENDINGS)
    assert names_one_unit(second, first, endings=ENDINGS)


@pytest.mark.parametrize(("first", "second"), TWO_UNITS)
def test_different_offices_stay_apart(first: str, second: str) -> None:
    assert not names_one_unit(first, second, endings=ENDINGS)
    assert not names_one_unit(second, first, endings=ENDINGS)


def test_case_and_the_place_of_a_tone_are_no_other_spelling() -> None:
    assert spelling("Phòng Văn hoá - Xã hội") == spelling("PHÒNG VĂN HÓA – XÃ HỘI")
    assert spelling("Thủy") == spelling("Thuỷ")
    assert spelling("Văn hóa") != spelling("Văn hoa")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_names_can_be_compared(first: str, second: str) -> None:
    assert names_one_unit(first, first, endings=ENDINGS)
    assert names_one_unit(first, second, endings=ENDINGS) == names_one_unit(second, first, endings=ENDINGS)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phòng Văn hóa - Xã hội", "office"),
        ("Ban Chỉ huy Quân sự xã", "office"),
        ("Trạm Y tế xã", "office"),
        ("Trưởng các khu dân cư", "post"),
        ("Các đồng chí trưởng thôn", "post"),
        ("Chủ tịch Ủy ban nhân dân xã", "post"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "body"),
        ("Hội Liên hiệp Phụ nữ xã", "body"),
        ("Đảng ủy xã", "body"),
        ("Các cơ quan, đơn vị trực thuộc", "class"),
        ("UBND các xã, phường", "class"),
        ("Ủy ban nhân dân xã, phường", "class"),
        ("UBND cấp xã", "class"),
        ("cơ quan, đơn vị, địa phương", "class"),
    ],
)
def test_a_name_says_what_kind_of_doer_it_is(name: str, kind: str) -> None:
    assert kind_value(name) == kind


@pytest.mark.parametrize("name", ["các đơn vị liên quan", "Các cơ quan, đơn vị, địa phương", "tổ chức, cá nhân"])
def test_nobody_in_particular_is_generic(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize("name", ["Công an xã", "Các sở, ban, ngành", "Các đơn vị trực thuộc UBND xã"])
def test_a_named_doer_is_not_generic(name: str) -> None:
    assert not is_generic(name)
