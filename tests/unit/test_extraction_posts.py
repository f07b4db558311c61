"""Posts and persons in plans of a commune: their field, their titles, those present, slogans, forms."""

from __future__ import annotations

import pytest

from duty_clauses import rows
from loa.documents.extraction.citations import citations_of
from loa.documents.extraction.cleaning import rows_of
from loa.documents.extraction.paragraphs import paragraphs_of
from loa.documents.ports import Line


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1. Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực nông nghiệp và môi trường chủ trì họp giao ban.",
            ["IV.1 lead Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực nông nghiệp và môi trường"],
        ),
        ("1. Đồng chí Nông Văn Thạo phụ trách chung.", ["IV.1 lead Đồng chí Nông Văn Thạo"]),
        (
            "1. Đồng chí Lê Hữu Phác, Phó Bí thư Đảng ủy, Chủ tịch UBND xã kiểm tra các thôn.",
            ["IV.1 lead Đồng chí Lê Hữu Phác, Phó Bí thư Đảng ủy, Chủ tịch UBND xã"],
        ),
        (
            "1. Công việc\n- Các đồng chí Chủ tịch Hội Nông dân, Bí thư Đoàn xã vận động hội viên.",
            ["IV.1 lead Các đồng chí Chủ tịch Hội Nông dân, Bí thư Đoàn xã"],
        ),
        (
            "1. Giao đồng chí Trưởng Công an xã, Trưởng các thôn tổ chức trực.",
            ["IV.1 lead đồng chí Trưởng Công an xã", "IV.1 lead Trưởng các thôn"],
        ),
        (
            "1. Công việc\n- Các thành viên trong Ban Chỉ đạo kiểm tra địa bàn.",
            ["IV.1 lead Các thành viên trong Ban Chỉ đạo"],
        ),
        (
            "1. Công việc\n- Bộ phận tham mưu: Phòng Kinh tế.\n- Phối hợp: các thôn.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 support các thôn"],
        ),
        (
            "1. Công việc\n- Thành phần: Đảng ủy, HĐND, UBND xã; mời Công an tỉnh dự.",
            ["IV.1 request Công an tỉnh"],
        ),
        ("1. Trưởng thôn triệu tập và chủ trì họp thôn.", ["IV.1 lead Trưởng thôn"]),
        ("1. Ủy ban bầu cử xã có từ 09 đến 11 thành viên.", []),
        ("1. Công an xã và nhân dân giữ bình yên thôn bản!", []),
    ],
)
def test_posts_are_named_with_their_field_and_their_titles(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "symbols"),
    [
        ("Báo cáo theo Mẫu số 03/BC-ĐS và mẫu 04/PL-ĐS kèm theo.", []),
        ("Theo Kế hoạch số 12/KH-UBND và Mẫu số 01/BC-ĐS.", ["12/KH-UBND"]),
        ("Mẫu ban hành kèm theo Quyết định số 15/QĐ-UBND.", ["15/QĐ-UBND"]),
    ],
)
def test_the_number_of_a_form_is_no_document(sentence: str, symbols: list[str]) -> None:
    found = citations_of(paragraphs_of(rows_of([Line(1, sentence)])), own=None)
    assert [mention.citation.symbol for mention in found] == symbols
