"""Bodies, posts and persons of many kinds as the doers of a clause: where each name begins and ends."""

from __future__ import annotations

import pytest

from duty_clauses import rows


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            ("1. Ban Xây dựng Đảng chủ trì, phối hợp với các cơ quan tham mưu, giúp việc của Đảng ủy theo dõi."),
            ["IV.1 lead Ban Xây dựng Đảng", "IV.1 support các cơ quan tham mưu, giúp việc của Đảng ủy"],
        ),
        (
            "1. Các đơn vị sự nghiệp công lập, trường học, trạm y tế trên địa bàn xã đăng ký thi đua.",
            ["IV.1 lead Các đơn vị sự nghiệp công lập, trường học, trạm y tế trên địa bàn xã"],
        ),
        (
            "1. Tổ Công nghệ số cộng đồng, Tổ bảo vệ an ninh, trật tự ở cơ sở hướng dẫn người dân.",
            ["IV.1 lead Tổ Công nghệ số cộng đồng", "IV.1 lead Tổ bảo vệ an ninh, trật tự ở cơ sở"],
        ),
        (
            "1. Các tổ chức tín dụng, Ngân hàng Chính sách xã hội giải ngân kịp thời.",
            ["IV.1 lead Các tổ chức tín dụng", "IV.1 lead Ngân hàng Chính sách xã hội"],
        ),
        (
            "1. Ngân hàng Chính sách xã hội, Quỹ Tín dụng nhân dân ưu tiên vốn.",
            ["IV.1 lead Ngân hàng Chính sách xã hội", "IV.1 lead Quỹ Tín dụng nhân dân"],
        ),
        (
            "1. Văn phòng Đăng ký đất đai, Chi nhánh Văn phòng Đăng ký đất đai khu vực đo đạc.",
            ["IV.1 lead Văn phòng Đăng ký đất đai", "IV.1 lead Chi nhánh Văn phòng Đăng ký đất đai khu vực"],
        ),
        (
            "1. Trung tâm Khuyến nông, Chi cục Chăn nuôi và Thú y hướng dẫn kỹ thuật.",
            ["IV.1 lead Trung tâm Khuyến nông", "IV.1 lead Chi cục Chăn nuôi và Thú y"],
        ),
        (
            "1. Bệnh viện Đa khoa tỉnh, Trung tâm Kiểm soát bệnh tật tỉnh tổ chức khám sàng lọc.",
            ["IV.1 lead Bệnh viện Đa khoa tỉnh", "IV.1 lead Trung tâm Kiểm soát bệnh tật tỉnh"],
        ),
        (
            "1. Sở Dân tộc và Tôn giáo, Sở Ngoại vụ lồng ghép nội dung.",
            ["IV.1 lead Sở Dân tộc và Tôn giáo", "IV.1 lead Sở Ngoại vụ"],
        ),
        ("1. Thanh tra tỉnh thanh tra, kiểm tra việc chấp hành.", ["IV.1 lead Thanh tra tỉnh"]),
        (
            "1. Thuế tỉnh, Kho bạc Nhà nước khu vực X phối hợp thực hiện.",
            ["IV.1 lead Thuế tỉnh", "IV.1 lead Kho bạc Nhà nước khu vực X"],
        ),
        (
            "1. Hội Luật gia, Đoàn Luật sư tỉnh trợ giúp pháp lý.",
            ["IV.1 lead Hội Luật gia", "IV.1 lead Đoàn Luật sư tỉnh"],
        ),
        ("1. Đài Khí tượng Thủy văn tỉnh dự báo, cảnh báo kịp thời.", ["IV.1 lead Đài Khí tượng Thủy văn tỉnh"]),
        (
            "1. Đoàn TNCS Hồ Chí Minh xã chủ trì, phối hợp với Hội LHTN, Đội TNTP các trường ra quân.",
            ["IV.1 lead Đoàn TNCS Hồ Chí Minh xã", "IV.1 support Hội LHTN", "IV.1 support Đội TNTP các trường"],
        ),
        (
            "1. Đồng chí Phó Chủ tịch UBND xã phụ trách văn hóa chỉ đạo chung.",
            ["IV.1 lead Đồng chí Phó Chủ tịch UBND xã phụ trách văn hóa"],
        ),
        (
            "1. Giao đồng chí Nguyễn Văn A - Trưởng phòng Kinh tế làm Tổ trưởng.",
            ["IV.1 lead đồng chí Nguyễn Văn A - Trưởng phòng Kinh tế"],
        ),
        ("1. Phòng Kinh tế (đồng chí Trần B) tiếp nhận đăng ký.", ["IV.1 lead Phòng Kinh tế"]),
        (
            "1. Các hộ sản xuất, kinh doanh; các doanh nghiệp chấp hành nghiêm.",
            ["IV.1 lead Các hộ sản xuất, kinh doanh", "IV.1 lead các doanh nghiệp"],
        ),
        ("1. Ban Giám hiệu các trường học lồng ghép nội dung.", ["IV.1 lead Ban Giám hiệu các trường học"]),
        ("1. Cơ quan Thuế cung cấp thông tin.", ["IV.1 lead Cơ quan Thuế"]),
        ("1. Cơ quan thường trực: Phòng Kinh tế.", ["IV.1 lead Phòng Kinh tế"]),
        (
            "1. Đơn vị đầu mối: Phòng Kinh tế; đơn vị phối hợp: Công an xã.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 support Công an xã"],
        ),
        (
            "1. Kiểm tra: Công an xã chủ trì; Phòng Kinh tế, Trạm Y tế phối hợp.",
            ["IV.1 lead Công an xã", "IV.1 support Phòng Kinh tế", "IV.1 support Trạm Y tế"],
        ),
        (
            ("1. Sở Y tế, Công an tỉnh, UBND các xã, phường và các đơn vị liên quan căn cứ nhiệm vụ triển khai."),
            ["IV.1 lead Sở Y tế", "IV.1 lead Công an tỉnh", "IV.1 lead UBND các xã, phường"],
        ),
        ("1. UBND các xã, phường nơi có dự án bàn giao mặt bằng.", ["IV.1 lead UBND các xã, phường"]),
        (
            "1. UBND các xã biên giới phối hợp với Đồn Biên phòng tuần tra.",
            ["IV.1 lead UBND các xã biên giới", "IV.1 support Đồn Biên phòng"],
        ),
        ("1. Các xã, phường, đặc khu căn cứ tình hình thực tế phát động.", ["IV.1 lead Các xã, phường, đặc khu"]),
        (
            "1. Hội đồng Thi đua - Khen thưởng xã xét, đề nghị khen thưởng.",
            ["IV.1 lead Hội đồng Thi đua - Khen thưởng xã"],
        ),
        (
            "1. Chủ đầu tư, đơn vị tư vấn, nhà thầu đẩy nhanh tiến độ.",
            ["IV.1 lead Chủ đầu tư", "IV.1 lead đơn vị tư vấn, nhà thầu"],
        ),
        (
            "1. Đề nghị Kiểm toán nhà nước khu vực V, Tòa án nhân dân khu vực 2 phối hợp.",
            ["IV.1 request Kiểm toán nhà nước khu vực V", "IV.1 request Tòa án nhân dân khu vực 2"],
        ),
        (
            "1. Chỉ huy trưởng Ban CHQS xã, Trưởng Công an xã huy động lực lượng.",
            ["IV.1 lead Chỉ huy trưởng Ban CHQS xã", "IV.1 lead Trưởng Công an xã"],
        ),
        ("1. Sở Nội vụ cùng Sở Tài chính thẩm định đề án.", ["IV.1 lead Sở Nội vụ", "IV.1 lead Sở Tài chính"]),
        (
            "1. Bí thư Đoàn xã, Chủ tịch Hội Phụ nữ xã vận động hội viên.",
            ["IV.1 lead Bí thư Đoàn xã", "IV.1 lead Chủ tịch Hội Phụ nữ xã"],
        ),
        (
            ("1. Sở Thông tin và Truyền thông, Sở Kế hoạch và Đầu tư, Sở Lao động - Thương binh và Xã hội rà soát."),
            [
                "IV.1 lead Sở Thông tin và Truyền thông",
                "IV.1 lead Sở Kế hoạch và Đầu tư",
                "IV.1 lead Sở Lao động - Thương binh và Xã hội",
            ],
        ),
        ("1. UBND tỉnh giao Sở Y tế là cơ quan đầu mối theo dõi.", ["IV.1 lead Sở Y tế"]),
        (
            "1. Phòng Kinh tế phải hoàn thành trước 30/11; nếu chậm, Trưởng phòng Kinh tế chịu trách nhiệm.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 lead Trưởng phòng Kinh tế"],
        ),
        (
            "1. Các nhà đầu tư trong các khu du lịch, cụm công nghiệp chủ động bố trí kinh phí.",
            ["IV.1 lead Các nhà đầu tư trong các khu du lịch, cụm công nghiệp"],
        ),
        (
            "1. Các cơ sở lưu trú, tổ chức, cá nhân có liên quan\n\n- Cơ sở lưu trú, tổ chức khai báo tạm trú.",
            ["IV.1 lead Các cơ sở lưu trú"],
        ),
        (
            "1. Các sở, ngành, tổ chức, cá nhân có liên quan rà soát hồ sơ.",
            ["IV.1 lead Các sở, ngành, tổ chức, cá nhân có liên quan"],
        ),
    ],
)
def test_each_body_is_named_as_printed(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Cán bộ, công chức, viên chức, người lao động gương mẫu thực hiện.", []),
    ],
)
def test_people_in_general_are_no_body(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Thanh tra, kiểm tra việc chấp hành pháp luật.", []),
        ("1. Sở hữu trí tuệ được bảo hộ; đẩy mạnh đăng ký.", []),
        ("1. Các trường hợp vi phạm phải xử lý nghiêm.", []),
        ("1. Các cơ sở dữ liệu phải bảo đảm an toàn.", []),
        ("1. Phòng thủ dân sự phải chủ động.", []),
        ("1. Hội chợ việc làm thu hút người dân.", []),
        ("1. Các chủ trương của Đảng phải đi vào cuộc sống.", []),
        ("1. Các báo cáo phải gửi đúng hạn.", []),
        ("1. Thường trực, sẵn sàng ứng phó.", []),
        ("1. Ngân hàng câu hỏi phải cập nhật.", []),
        ("1. Các thành phần tham dự chuẩn bị ý kiến.", []),
    ],
)
def test_common_words_that_look_like_a_body(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)
