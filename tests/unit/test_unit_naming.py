"""From a letterhead in capitals to the name a commune calls itself."""

from __future__ import annotations

import unicodedata

import pytest

from loa.units.naming import bare_name, called, committee_of, kind_of, place_name, province_name


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG", "Ủy ban nhân dân xã Đồng Sương xây dựng kế hoạch", "xã Đồng Sương"),
        ("UỶ BAN NHÂN DÂN\nXÃ ĐỒNG SƯƠNG", "không nhắc lại tên", "xã Đồng Sương"),
        ("UBND PHƯỜNG KHE SƯƠNG", "", "phường Khe Sương"),
        ("ỦY BAN NHÂN DÂN TỈNH LAM GIANG", "", "tỉnh Lam Giang"),
        ("SỞ VĂN HÓA VÀ THỂ THAO", "Giao Sở Văn hóa và Thể thao chủ trì", "Sở Văn hóa và Thể thao"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("BAN TUYÊN GIÁO", "", "Ban Tuyên giáo"),
        ("SỞ Y TẾ TỈNH LAM GIANG", "Giao Sở Y tế", "Sở Y tế tỉnh Lam Giang"),
        ("BẢO HIỂM XÃ HỘI", "", "Bảo hiểm xã hội"),
    ],
)
def test_the_name_is_as_the_document_itself_prints_it(issuer: str, text: str, name: str) -> None:
    assert place_name(issuer, text) == name


def test_the_province_is_the_first_one_named() -> None:
    text = "của Sở Văn\nhóa, Thể thao và Du lịch tỉnh Lam\nGiang về việc; thành phố Khe Mây"
    assert province_name(text) == "tỉnh Lam Giang"
    assert province_name("không có") == ""


@pytest.mark.parametrize(
    ("name", "kind", "bare", "committee"),
    [
        ("xã Đồng Sương", "xã", "Đồng Sương", "Ủy ban nhân dân xã Đồng Sương"),
        ("Phường Khe Sương", "phường", "Khe Sương", "Ủy ban nhân dân phường Khe Sương"),
        ("phường 12", "phường", "12", "Ủy ban nhân dân phường 12"),
        ("đặc khu Hòn Sương", "đặc khu", "Hòn Sương", "Ủy ban nhân dân đặc khu Hòn Sương"),
        ("thị trấn Bến Đá", "thị trấn", "Bến Đá", "Ủy ban nhân dân thị trấn Bến Đá"),
        ("huyện Lam Sơn", "huyện", "Lam Sơn", "Ủy ban nhân dân huyện Lam Sơn"),
        ("quận Bắc", "quận", "Bắc", "Ủy ban nhân dân quận Bắc"),
        ("tỉnh Lam Giang", "tỉnh", "Lam Giang", "Ủy ban nhân dân tỉnh Lam Giang"),
        ("thành phố  Lam Giang", "thành phố", "Lam Giang", "Ủy ban nhân dân thành phố Lam Giang"),
        ("xã Đoàn Kết", "xã", "Đoàn Kết", "Ủy ban nhân dân xã Đoàn Kết"),
        ("Sở Y tế tỉnh Lam Giang", "", "Sở Y tế tỉnh Lam Giang", "Sở Y tế tỉnh Lam Giang"),
        ("Tỉnh ủy Lam Giang", "", "Tỉnh ủy Lam Giang", "Tỉnh ủy Lam Giang"),
        ("Huyện đoàn Lam Sơn", "", "Huyện đoàn Lam Sơn", "Huyện đoàn Lam Sơn"),
        ("Quân khu 12", "", "Quân khu 12", "Quân khu 12"),
    ],
)
def test_a_place_has_a_kind_and_a_committee_and_an_office_its_own_name(
    name: str, kind: str, bare: str, committee: str
) -> None:
    assert kind_of(name) == kind
    assert called(name) == (kind or "cơ quan")
    assert bare_name(name) == bare
    assert committee_of(name) == committee
    assert committee_of(name, is_short=True) == committee.replace("Ủy ban nhân dân", "UBND")


def test_the_kind_is_read_whatever_the_encoding_of_its_marks() -> None:
    assert kind_of(unicodedata.normalize("NFD", "phường Khe Sương")) == "phường"
