"""From a letterhead in capitals to the name a commune calls itself."""

from __future__ import annotations

import pytest

from loa.units.naming import place_name, province_name


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG", "Ủy ban nhân dân xã Đồng Sương xây dựng kế hoạch", "xã Đồng Sương"),
        ("UỶ BAN NHÂN DÂN\nXÃ ĐỒNG SƯƠNG", "không nhắc lại tên", "xã Đồng Sương"),
        ("UBND PHƯỜNG KHE SƯƠNG", "", "phường Khe Sương"),
        ("ỦY BAN NHÂN DÂN TỈNH LAM GIANG", "", "tỉnh Lam Giang"),
        ("SỞ VĂN HÓA VÀ THỂ THAO", "Giao Sở Văn hóa và Thể thao chủ trì", "Sở Văn hóa và Thể thao"),
        ("BAN TUYÊN GIÁO", "", "Ban tuyên giáo"),
    ],
)
def test_the_name_is_as_the_document_itself_prints_it(issuer: str, text: str, name: str) -> None:
    assert place_name(issuer, text) == name


def test_the_province_is_the_first_one_named() -> None:
    text = "của Sở Văn\nhóa, Thể thao và Du lịch tỉnh Lam\nGiang về việc; thành phố Khe Mây"
    assert province_name(text) == "tỉnh Lam Giang"
    assert province_name("không có") == ""
