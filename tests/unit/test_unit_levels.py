"""Which doers of a plan are not of this commune, told by how offices are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.units.levels import Origin, is_elsewhere, origin_of

HOME, PROVINCE = "xã Đồng Sương", "tỉnh Lam Giang"


@pytest.mark.parametrize(
    "name",
    [
        "Sở Tư pháp",
        "Sở, ban, ngành",
        "Thủ trưởng các sở, ban, ngành",
        "Văn phòng UBND tỉnh",
        "Công an thành phố",
        "Công an Tỉnh",
        "Bộ Y tế",
        "Bộ Tư pháp",
        "các bộ, ngành Trung ương",
        "Bộ Chỉ huy Quân sự tỉnh",
        "Chi cục Kiểm lâm",
        "Thuế cơ sở 3",
        "Kho bạc Nhà nước khu vực IX",
        "Hội Nông dân tỉnh",
        "UBND huyện",
        "UBND xã Khe Vàng",
        "Công an phường Đồng Sương",
    ],
)
def test_offices_above_and_of_other_communes_are_not_the_commune_s(name: str) -> None:
    assert is_elsewhere(name, home=HOME)


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Văn hóa - Xã hội",
        "Phòng Văn hoá - Xã Hội",
        "Công an xã",
        "UBND xã Đồng Sương",
        "ĐẢNG ỦY XÃ ĐỒNG SƯƠNG",
        "UBND các xã, phường",
        "Chủ tịch UBND cấp xã",
        "các sở, ngành, địa phương",
        "Trường THCS xã Khe Vàng",
        "Trạm Y tế cơ sở",
        "Bộ phận Một cửa",
        "Ban Chỉ huy Quân sự xã",
        "các cơ sở giáo dục",
        "Hợp tác xã Nông nghiệp",
    ],
)
def test_offices_of_the_commune_and_all_communes_are_its_own(name: str) -> None:
    assert not is_elsewhere(name, home=HOME)


def test_a_province_has_its_departments_for_its_own() -> None:
    assert not is_elsewhere("Sở Tư pháp", home=PROVINCE)
    assert not is_elsewhere("Bộ CHQS tỉnh", home=PROVINCE)
    assert is_elsewhere("Bộ Tư pháp", home=PROVINCE)
    assert is_elsewhere("UBND tỉnh Hà Châu", home=PROVINCE)


@pytest.mark.parametrize(
    ("name", "origin", "expected"),
    [
        ("Công an", Origin.SUPERIOR, True),
        ("Doanh nghiệp viễn thông", Origin.SUPERIOR, True),
        ("Công an xã", Origin.SUPERIOR, False),
        ("Liên minh Hợp tác xã", Origin.SUPERIOR, True),
        ("các đơn vị, địa phương", Origin.SUPERIOR, False),
        ("UBND các xã, phường", Origin.OTHER, False),
        ("Công an xã", Origin.OTHER, True),
    ],
)
def test_a_plan_of_others_means_its_own_offices(name: str, origin: Origin, *, expected: bool) -> None:
    assert is_elsewhere(name, home=HOME, origin=origin) is expected


@pytest.mark.parametrize(
    ("issuer", "parent", "expected"),
    [
        ("", "", Origin.HOME),
        ("Ủy ban nhân dân xã Đồng Sương", "", Origin.HOME),
        ("UBND xã Đồng Sương", "Ủy ban nhân dân tỉnh Lam Giang", Origin.HOME),
        ("UBND xã Đồng Sương", "ỦY BAN NHÂN DÂN TỈNH HÀ CHÂU", Origin.OTHER),
        ("Trung tâm Dịch vụ sự nghiệp công", "", Origin.HOME),
        ("Ủy ban nhân dân tỉnh Lam Giang", "", Origin.SUPERIOR),
        ("Sở Y tế", "UBND TỈNH LAM GIANG", Origin.SUPERIOR),
        ("Bộ Nội vụ", "", Origin.SUPERIOR),
        ("Ủy ban nhân dân tỉnh Hà Châu", "", Origin.OTHER),
        ("Ủy ban nhân dân xã Khe Vàng", "", Origin.OTHER),
    ],
)
def test_an_issuer_is_the_commune_a_superior_or_somebody_else(issuer: str, parent: str, *, expected: Origin) -> None:
    assert origin_of(issuer, home=HOME, province=PROVINCE, parent=parent) is expected


def test_a_place_is_the_same_however_it_is_spelled() -> None:
    assert origin_of("UBND tỉnh Mĩ Thuỷ", home=HOME, province="tỉnh Mỹ Thủy") is Origin.SUPERIOR
    assert not is_elsewhere("UBND xã Mĩ Thuỷ", home="xã Mỹ Thủy")


def test_a_province_s_plan_is_somebody_else_s_where_no_province_is_known() -> None:
    assert origin_of("Ủy ban nhân dân tỉnh Lam Giang", home=HOME) is Origin.OTHER


@given(st.text(max_size=60))
def test_any_name_is_judged(name: str) -> None:
    assert is_elsewhere(name, home=HOME) in (True, False)
    assert origin_of(name, home=HOME, province=PROVINCE) in Origin
