"""Doers as communes, schools, Fronts and Party committees name them: in headings, lists, introductions, decisions."""

from __future__ import annotations

import pytest

from duty_clauses import rows


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1. Đề nghị Thường trực HĐND, UBND, Hội Người cao tuổi xã quan tâm dự lễ.",
            ["IV.1 request Thường trực HĐND", "IV.1 request UBND", "IV.1 request Hội Người cao tuổi xã"],
        ),
        ("1. MTTQ, Hội Nông dân xã vận động hội viên.", ["IV.1 lead MTTQ", "IV.1 lead Hội Nông dân xã"]),
        (
            "1. Phân công đồng chí Phó Bí thư Thường trực trực tiếp phụ trách việc trồng cây.",
            ["IV.1 lead đồng chí Phó Bí thư Thường trực"],
        ),
        ("1. Giao đồng chí Phó Chủ tịch trực tiếp phụ trách chợ phiên.", ["IV.1 lead đồng chí Phó Chủ tịch"]),
    ],
)
def test_councils_and_posts_end_before_the_comma_or_the_verb(clause: str, expected: list[str]) -> None:
    assert rows(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Giáo viên chủ động giao bài ôn tập.", ["IV.1 lead Giáo viên"]),
        ("1. Khi nghỉ bão, giáo viên xây dựng bài giảng từ xa.", ["IV.1 lead giáo viên"]),
        ("1. Đối với bài thi chung, tổ chuyên môn tổ chức ra đề.", ["IV.1 lead tổ chuyên môn"]),
        ("1. Cơ sở giáo dục thực hiện công khai thực đơn.", ["IV.1 lead Cơ sở giáo dục"]),
        ("1. Học sinh và cha mẹ học sinh\n- Giữ gìn tủ sách.", ["IV.1 lead Học sinh", "IV.1 lead cha mẹ học sinh"]),
        ("1. Chuyên viên phụ trách tổng hợp lập danh sách.", ["IV.1 lead Chuyên viên phụ trách tổng hợp"]),
    ],
)
def test_the_people_of_a_school_or_an_office_are_doers(clause: str, expected: list[str]) -> None:
    assert rows(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Kết thúc đợt thi, Hội Khuyến học xã trao thưởng.", ["IV.1 lead Hội Khuyến học xã"]),
        ("1. Cuối năm học, Ban Giám hiệu tổ chức đánh giá.", ["IV.1 lead Ban Giám hiệu"]),
        ("1. Ngay sau lễ, gửi ảnh đến Hội Làm vườn, Hội Sinh vật cảnh xã chậm nhất ngày 05/3/2026.", []),
    ],
)
def test_a_doer_may_stand_behind_what_has_ended(clause: str, expected: list[str]) -> None:
    assert rows(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Đoàn kiểm tra, giám sát làm việc tại các chợ.", ["IV.1 lead Đoàn kiểm tra, giám sát"]),
        (
            "1. Văn phòng phối hợp với Tổ giám sát và đánh giá rà soát.",
            ["IV.1 lead Văn phòng", "IV.1 support Tổ giám sát và đánh giá"],
        ),
        (
            "1. Nhiệm vụ của Tổ giữ gìn, chăm sóc vườn hoa:\n- Tưới cây.\n- Tổ giữ gìn tự giải thể sau lễ.",
            ["IV.1 lead Tổ giữ gìn, chăm sóc vườn hoa"],
        ),
        (
            "1. Văn phòng và các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành.",
            ["IV.1 lead Văn phòng", "IV.1 lead các ông (bà) có tên tại Điều 1"],
        ),
    ],
)
def test_teams_are_named_with_what_they_are_for(clause: str, expected: list[str]) -> None:
    assert rows(clause) == expected


LONG = "1. Đẩy mạnh việc chăm sóc cây xanh, giữ gìn đường làng, ngõ xóm sạch đẹp, văn minh trong toàn xã"


@pytest.mark.parametrize("mark", ["", "- "])
def test_a_long_heading_without_a_point_has_not_broken_off(mark: str) -> None:
    assert rows(f"{LONG}\n\n{mark}Hội Làm vườn xã chăm sóc hàng cây.") == ["IV.1 lead Hội Làm vườn xã"]


@pytest.mark.parametrize("tail", [" theo đề án của", "; báo cáo kết quả về Cục Môi trường"])
def test_a_long_line_that_breaks_off_is_carried_on(tail: str) -> None:
    assert rows(f"{LONG}{tail}\n\n- Hội Làm vườn xã chăm sóc hàng cây.") == []


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Đối tượng kiểm tra\nBan Thường trực kiểm tra công tác thu gom rác.", ["IV.1 lead Ban Thường trực"]),
        ("1. Đối tượng giám sát: Hội Phụ nữ xã tiến hành giám sát bếp ăn.", ["IV.1 lead Hội Phụ nữ xã"]),
        ("1. Đối tượng tham gia\n- Hội Phụ nữ xã có phong trào tốt.", []),
        (
            "1. Thành lập đoàn\n- Thành viên đoàn: Đại diện Hội Phụ nữ; mời Hội Luật gia tham gia.",
            ["IV.1 request Hội Luật gia"],
        ),
    ],
)
def test_sections_that_say_whom_the_work_reaches_name_its_doer(clause: str, expected: list[str]) -> None:
    assert rows(clause) == expected
