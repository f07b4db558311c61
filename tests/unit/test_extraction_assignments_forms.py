"""Duties in the forms of other documents: directives, decisions, Party and Front plans, papers of every level."""

from __future__ import annotations

import pytest

from duty_clauses import rows


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            (
                "1. Giám đốc Sở Y tế:\na) Chủ trì, phối hợp với Sở Tài chính rà soát. theo đúng quy định "
                "của pháp luật hiện hành và phạm vi quản lý được giao.\nb) Chỉ đạo các bệnh viện trực 24/24 giờ."
            ),
            ["IV.1 lead Giám đốc Sở Y tế", "IV.1.a support Sở Tài chính"],
        ),
        (
            (
                "1. Yêu cầu Giám đốc, Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, "
                "phường tập trung thực hiện nghiêm các nhiệm vụ được giao."
            ),
            ["IV.1 lead Giám đốc, Thủ trưởng các sở, ban, ngành", "IV.1 lead Chủ tịch Ủy ban nhân dân các xã, phường"],
        ),
        (
            (
                "1. Các cơ quan chuyên môn thuộc UBND xã, Công an xã, Ban CHQS xã; Trưởng các thôn chịu "
                "trách nhiệm tổ chức thực hiện."
            ),
            [
                "IV.1 lead Các cơ quan chuyên môn thuộc UBND xã",
                "IV.1 lead Công an xã",
                "IV.1 lead Ban CHQS xã",
                "IV.1 lead Trưởng các thôn",
            ],
        ),
        (
            "1. Hiệu trưởng các trường Mầm non, Tiểu học, THCS đưa nội dung vào giờ chào cờ.",
            ["IV.1 lead Hiệu trưởng các trường Mầm non, Tiểu học, THCS"],
        ),
        (
            "1. Các thành viên Ban Chỉ đạo, Tổ giúp việc thực hiện nhiệm vụ theo phân công.",
            ["IV.1 lead Các thành viên Ban Chỉ đạo", "IV.1 lead Tổ giúp việc"],
        ),
        (
            (
                "1. Trưởng các phòng, ban, ngành, đoàn thể huyện; Chủ tịch UBND các xã, thị trấn căn cứ "
                "nhiệm vụ thực hiện."
            ),
            ["IV.1 lead Trưởng các phòng, ban, ngành, đoàn thể huyện", "IV.1 lead Chủ tịch UBND các xã, thị trấn"],
        ),
        ("1. Bộ trưởng Bộ Y tế chỉ đạo các bệnh viện.", ["IV.1 lead Bộ trưởng Bộ Y tế"]),
    ],
)
def test_posts_are_given_duties(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1. Các đồng chí Ủy viên Ban Thường vụ Đảng ủy theo lĩnh vực phụ trách đôn đốc.",
            ["IV.1 lead Các đồng chí Ủy viên Ban Thường vụ Đảng ủy"],
        ),
        (
            ("1. Giao Ban Xây dựng Đảng chủ trì, phối hợp với Văn phòng Đảng ủy, Ủy ban Kiểm tra Đảng ủy theo dõi."),
            ["IV.1 lead Ban Xây dựng Đảng", "IV.1 support Văn phòng Đảng ủy", "IV.1 support Ủy ban Kiểm tra Đảng ủy"],
        ),
        (
            "1. Ban Công tác Mặt trận các khu dân cư tổ chức Ngày hội Đại đoàn kết.",
            ["IV.1 lead Ban Công tác Mặt trận các khu dân cư"],
        ),
        (
            "1. Ban Thường trực Ủy ban MTTQ Việt Nam xã hướng dẫn Ban Công tác Mặt trận các thôn.",
            ["IV.1 lead Ban Thường trực Ủy ban MTTQ Việt Nam xã"],
        ),
        ("1. Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo UBND tỉnh cụ thể hóa Nghị quyết.", ["IV.1 lead Đảng ủy UBND tỉnh"]),
        (
            "1. Đề nghị UBMTTQ Việt Nam xã phối hợp với các tổ chức thành viên giám sát.",
            ["IV.1 request UBMTTQ Việt Nam xã", "IV.1 support các tổ chức thành viên"],
        ),
        (
            "1. Đề nghị Thường trực HĐND xã, các Ban HĐND xã giám sát.",
            ["IV.1 request Thường trực HĐND xã", "IV.1 request các Ban HĐND xã"],
        ),
        (
            "1. Bí thư Chi bộ, Trưởng thôn, Trưởng Ban Công tác Mặt trận các thôn vận động nhân dân.",
            ["IV.1 lead Bí thư Chi bộ", "IV.1 lead Trưởng thôn", "IV.1 lead Trưởng Ban Công tác Mặt trận các thôn"],
        ),
        ("1. Chi bộ, Ban cán sự các khu phố nắm tình hình.", ["IV.1 lead Chi bộ", "IV.1 lead Ban cán sự các khu phố"]),
    ],
)
def test_party_and_front_bodies(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            (
                "1. Phòng Kinh tế, Hạ tầng và Đô thị\n- Tham mưu giúp UBND phường tổ chức kiểm tra; phối "
                "hợp với Công an phường, Đội Quản lý trật tự đô thị xử lý vi phạm theo đúng quy định của "
                "pháp luật hiện hành và phạm vi quản lý được giao."
            ),
            [
                "IV.1 lead Phòng Kinh tế, Hạ tầng và Đô thị",
                "IV.1 support Công an phường",
                "IV.1 support Đội Quản lý trật tự đô thị",
            ],
        ),
        ("1. Văn phòng HĐND và UBND phường: Tham mưu bố trí kinh phí.", ["IV.1 lead Văn phòng HĐND và UBND phường"]),
        ("1. Các khu phố: Tuyên truyền, vận động nhân dân.", ["IV.1 lead Các khu phố"]),
        ("1. Khu dân cư số 3, thôn Bến Đá tổ chức tổng vệ sinh.", ["IV.1 lead Khu dân cư số 3, thôn Bến Đá"]),
        (
            "1. Công an các xã, phường, Đồn Biên phòng cửa khẩu tuần tra.",
            ["IV.1 lead Công an các xã, phường", "IV.1 lead Đồn Biên phòng cửa khẩu"],
        ),
        (
            ("1. Sở Văn hóa, Thể thao và Du lịch, Báo và Phát thanh - Truyền hình tỉnh, Cổng TTĐT tỉnh tuyên truyền."),
            [
                "IV.1 lead Sở Văn hóa, Thể thao và Du lịch",
                "IV.1 lead Báo và Phát thanh - Truyền hình tỉnh",
                "IV.1 lead Cổng TTĐT tỉnh",
            ],
        ),
        (
            "1. Giao Phòng Kinh tế (cơ quan thường trực) và Công an xã theo dõi.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 lead Công an xã"],
        ),
        ("1. Giao: Phòng Kinh tế tham mưu, Công an xã kiểm tra.", ["IV.1 lead Phòng Kinh tế"]),
        ("1. UBND xã ban hành kế hoạch trước ngày 30/11/2025.", ["IV.1 lead UBND xã"]),
        (
            "1. Sở Tài chính: tham mưu bố trí kinh phí; Sở Y tế: chuẩn bị thuốc.",
            ["IV.1 lead Sở Tài chính", "IV.1 lead Sở Y tế"],
        ),
        (
            "1. Các trường Mầm non, Tiểu học, THCS trên địa bàn xã lồng ghép nội dung.",
            ["IV.1 lead Các trường Mầm non, Tiểu học, THCS trên địa bàn xã"],
        ),
        ("1. Công chức Tư pháp - Hộ tịch tham mưu.", ["IV.1 lead Công chức Tư pháp - Hộ tịch"]),
        (
            "1. Giao UBND các huyện, thị xã, thành phố chủ động cân đối ngân sách.",
            ["IV.1 lead UBND các huyện, thị xã, thành phố"],
        ),
        (
            "1. Phòng Nội vụ, Phòng Tài chính - Kế hoạch huyện thẩm định hồ sơ.",
            ["IV.1 lead Phòng Nội vụ", "IV.1 lead Phòng Tài chính - Kế hoạch huyện"],
        ),
        (
            "1. Trung tâm Văn hóa, Thông tin và Thể thao huyện tăng thời lượng.",
            ["IV.1 lead Trung tâm Văn hóa, Thông tin và Thể thao huyện"],
        ),
        (
            (
                "1. Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ, UBND các tỉnh, thành phố trực thuộc "
                "Trung ương rà soát."
            ),
            [
                "IV.1 lead Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ",
                "IV.1 lead UBND các tỉnh, thành phố trực thuộc Trung ương",
            ],
        ),
        (
            "1. Bộ Y tế chủ trì, phối hợp với Bộ Công an, Bộ Tài chính và các địa phương rà soát.",
            ["IV.1 lead Bộ Y tế", "IV.1 support Bộ Công an", "IV.1 support Bộ Tài chính"],
        ),
        ("1. Trạm Y tế xã chuẩn bị đầy đủ thuốc; phân công cán bộ trực.", ["IV.1 lead Trạm Y tế xã"]),
        (
            "1. Hội Chữ thập đỏ xã, Hội Khuyến học xã quyên góp sách vở.",
            ["IV.1 lead Hội Chữ thập đỏ xã", "IV.1 lead Hội Khuyến học xã"],
        ),
    ],
)
def test_bodies_of_every_level(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            (
                "1. Thực hiện tuyên truyền\n- Nội dung: Phòng, chống tội phạm.\n- Đơn vị thực hiện:\n+ Công "
                "an xã.\n+ Trạm Y tế."
            ),
            ["IV.1 lead Công an xã", "IV.1 lead Trạm Y tế"],
        ),
        (
            "1. Thực hiện tuyên truyền\n- Cơ quan chủ trì, phối hợp: Công an xã chủ trì, phối hợp Trạm Y tế.",
            ["IV.1 lead Công an xã", "IV.1 support Trạm Y tế"],
        ),
        (
            "1. Rà soát hộ nghèo\n- Phân công thực hiện: Phòng Kinh tế chủ trì, các thôn phối hợp thực hiện.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 support các thôn"],
        ),
        (
            ("1. Rà soát\n* Chủ trì: Phòng Kinh tế\n* Phối hợp: các phòng, ban, đoàn thể xã\n* Thời gian: Quý IV/2025"),
            ["IV.1 lead Phòng Kinh tế", "IV.1 support các phòng, ban, đoàn thể xã"],
        ),
        (
            (
                "1. Rà soát\nCơ quan chủ trì tham mưu: Phòng Kinh tế; cơ quan phối hợp: các thôn; thời gian "
                "hoàn thành: trước 30/11/2025."
            ),
            ["IV.1 lead Phòng Kinh tế", "IV.1 support các thôn"],
        ),
        (
            "1. Rà soát\n- Trách nhiệm: Phòng Kinh tế.\n- Đầu mối: ông Trần Văn B.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 lead ông Trần Văn B"],
        ),
    ],
)
def test_work_lines_with_labels(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Nhiệm vụ này do Phòng Kinh tế chủ trì, Công an xã phối hợp.", []),
        ("1. Kế hoạch gửi Phòng Văn hóa - Xã hội tổng hợp.", []),
        ("1. Kinh phí do Phòng Kinh tế thẩm định.", []),
        ("1. Tham mưu UBND xã ban hành kế hoạch.", []),
        ("1. Khen thưởng: 10 tập thể (Sở Y tế: 02 tập thể, Công an tỉnh: 03 tập thể).", []),
        ("1. Tăng cường phối hợp giữa Công an xã và Ban CHQS xã.", []),
        ("1. Mọi tổ chức, cá nhân có trách nhiệm chấp hành.", []),
        ("1. Tổ chức Đoàn, Hội các cấp ra quân.", []),
        (
            (
                "1. Hằng tuần vệ sinh đường thôn, khơi thông cống rãnh, thu gom rác thải, trồng cây xanh ven đường."
                "\nỦy ban nhân dân tỉnh giao Giám đốc các sở, Chủ tịch Ủy ban nhân dân các xã, phường theo chức năng, "
                "nhiệm vụ tổ chức triển khai thực hiện."
            ),
            [],
        ),
    ],
)
def test_receivers_owners_and_quotas_give_no_row(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize("edge", ["| ", ""])
def test_the_border_of_a_cell_ends_a_name_and_what_stands_behind_it_is_no_duty(edge: str) -> None:
    table = [
        "Đơn vị | Nội dung | Thời gian",
        "Công an xã | Phối hợp với Trạm Y tế | Tháng 4",
        "Trạm Y tế | Điện thoại 0263 | Tháng 5",
    ]
    end = edge[::-1]
    assert rows("\n".join(["1. Việc cụ thể như sau:", *(f"{edge}{row}{end}" for row in table)])) == [
        "IV.1 support Trạm Y tế"
    ]
