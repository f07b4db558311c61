"""Who does what, sentence by sentence, as plans, directives and decisions of many issuers say it."""

from __future__ import annotations

import pytest

from duty_clauses import rows


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1. UBND các xã, phường, đặc khu căn cứ Kế hoạch này xây dựng kế hoạch.",
            ["IV.1 lead UBND các xã, phường, đặc khu"],
        ),
        (
            "1. Báo và Phát thanh, Truyền hình tỉnh, Cổng Thông tin điện tử tỉnh tăng thời lượng phát sóng.",
            ["IV.1 lead Báo và Phát thanh, Truyền hình tỉnh", "IV.1 lead Cổng Thông tin điện tử tỉnh"],
        ),
        (
            ("1. Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường chịu trách nhiệm trước UBND tỉnh."),
            ["IV.1 lead Thủ trưởng các sở, ban, ngành", "IV.1 lead Chủ tịch UBND các xã, phường"],
        ),
        ("1. Phòng Văn hóa - Xã hội (cơ quan thường trực): theo dõi, đôn đốc.", ["IV.1 lead Phòng Văn hóa - Xã hội"]),
        ("1. Công an xã gửi báo cáo về Phòng Kinh tế để tổng hợp.", ["IV.1 lead Công an xã"]),
        ("1. Công an xã chỉ đạo Tổ bảo vệ an ninh trật tự tuần tra.", ["IV.1 lead Công an xã"]),
        ("1. Phòng Kinh tế hướng dẫn các hợp tác xã, đôn đốc các thôn, tham mưu UBND xã.", ["IV.1 lead Phòng Kinh tế"]),
        (
            "1. Công an xã phát động phong trào; Đoàn Thanh niên hưởng ứng.",
            ["IV.1 lead Công an xã", "IV.1 lead Đoàn Thanh niên"],
        ),
        ("1. Sở Nông nghiệp và Môi trường hoạch định vùng nuôi.", ["IV.1 lead Sở Nông nghiệp và Môi trường"]),
        ("1. UBND xã dựng pano tại trụ sở.", ["IV.1 lead UBND xã"]),
        (
            "1. Ban Chỉ huy Quân sự xã, Trạm Y tế xã, các trường học trên địa bàn thực hiện tốt.",
            ["IV.1 lead Ban Chỉ huy Quân sự xã", "IV.1 lead Trạm Y tế xã", "IV.1 lead các trường học trên địa bàn"],
        ),
        (
            "1. Trưởng các thôn, Bí thư chi bộ họp dân, niêm yết danh sách.",
            ["IV.1 lead Trưởng các thôn", "IV.1 lead Bí thư chi bộ"],
        ),
        (
            "1. Đồng chí Trưởng phòng Kinh tế trực tiếp chỉ đạo việc thu gom.",
            ["IV.1 lead Đồng chí Trưởng phòng Kinh tế"],
        ),
        (
            "1. UBND tỉnh yêu cầu Giám đốc các sở, Chủ tịch UBND các xã khẩn trương triển khai.",
            ["IV.1 lead Giám đốc các sở", "IV.1 lead Chủ tịch UBND các xã"],
        ),
        ("1. Giao Văn phòng HĐND và UBND xã theo dõi, tổng hợp.", ["IV.1 lead Văn phòng HĐND và UBND xã"]),
        (
            "1. Giao cho Trung tâm Cung ứng dịch vụ công: Phát thanh 02 buổi/ngày.",
            ["IV.1 lead Trung tâm Cung ứng dịch vụ công"],
        ),
        (
            "1. Trên cơ sở Kế hoạch này, giao Phòng Kinh tế, Công an xã xây dựng kế hoạch riêng.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 lead Công an xã"],
        ),
        ("1. Kho bạc Nhà nước khu vực IX thanh toán kịp thời.", ["IV.1 lead Kho bạc Nhà nước khu vực IX"]),
        ("1. Các doanh nghiệp viễn thông nâng cấp trạm phát sóng.", ["IV.1 lead Các doanh nghiệp viễn thông"]),
        (
            "1. Các tổ chức cung cấp dịch vụ chi trả mở tài khoản cho người dân.",
            ["IV.1 lead Các tổ chức cung cấp dịch vụ chi trả"],
        ),
        ("1. Công ty Điện lực tỉnh bảo đảm nguồn điện.", ["IV.1 lead Công ty Điện lực tỉnh"]),
        (
            "1. Chi cục Kiểm lâm, Hạt Kiểm lâm khu vực tuần tra rừng.",
            ["IV.1 lead Chi cục Kiểm lâm", "IV.1 lead Hạt Kiểm lâm khu vực"],
        ),
        (
            "1. Tổ công nghệ số cộng đồng các thôn hướng dẫn người dân cài đặt ứng dụng.",
            ["IV.1 lead Tổ công nghệ số cộng đồng các thôn"],
        ),
        (
            "1. Trung tâm Phục vụ hành chính công xã bố trí máy tính.",
            ["IV.1 lead Trung tâm Phục vụ hành chính công xã"],
        ),
        (
            "1. Hội đồng phối hợp phổ biến, giáo dục pháp luật xã hướng dẫn các thôn.",
            ["IV.1 lead Hội đồng phối hợp phổ biến, giáo dục pháp luật xã"],
        ),
        ("1. Ban Quản lý dự án đầu tư xây dựng xã lập hồ sơ.", ["IV.1 lead Ban Quản lý dự án đầu tư xây dựng xã"]),
        ("1. Sở Nội vụ là cơ quan thường trực, có trách nhiệm đôn đốc.", ["IV.1 lead Sở Nội vụ"]),
        ("1. Các cơ quan, đơn vị thực hiện nghiêm Kế hoạch.", ["IV.1 lead Các cơ quan, đơn vị"]),
        (
            "1. Các phòng, ban, đơn vị; các thôn chủ động thực hiện.",
            ["IV.1 lead Các phòng, ban, đơn vị", "IV.1 lead các thôn"],
        ),
        ("1. Thành viên Ban Chỉ đạo theo lĩnh vực phụ trách đôn đốc các thôn.", ["IV.1 lead Thành viên Ban Chỉ đạo"]),
        ("1. Thống nhất giao Phòng Kinh tế làm đầu mối.", ["IV.1 lead Phòng Kinh tế"]),
        ("1. Ngành Giáo dục chỉ đạo các trường học.", ["IV.1 lead Ngành Giáo dục"]),
        ("1. Lãnh đạo các phòng, ban trực tiếp theo dõi.", ["IV.1 lead Lãnh đạo các phòng, ban"]),
        (
            "1. Tuyên truyền viên, cộng tác viên dân số đến từng hộ.",
            ["IV.1 lead Tuyên truyền viên, cộng tác viên dân số"],
        ),
        ("1. Căn cứ chức năng, nhiệm vụ được giao, các ban của HĐND xã giám sát.", ["IV.1 lead các ban của HĐND xã"]),
        ("1. Phòng Kinh tế, Công an xã và Nhân dân tham gia.", ["IV.1 lead Phòng Kinh tế", "IV.1 lead Công an xã"]),
        (
            "1. Thực hiện Công văn của Sở Y tế, Phòng Văn hóa - Xã hội tổ chức tập huấn.",
            ["IV.1 lead Phòng Văn hóa - Xã hội"],
        ),
        (
            "1. Giám đốc Sở Y tế, Thủ trưởng các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này.",
            ["IV.1 lead Giám đốc Sở Y tế"],
        ),
        ("1. Ban Tuyên giáo và Dân vận Tỉnh ủy định hướng báo chí.", ["IV.1 lead Ban Tuyên giáo và Dân vận Tỉnh ủy"]),
        ("1. Các chi bộ trực thuộc sinh hoạt chuyên đề.", ["IV.1 lead Các chi bộ trực thuộc"]),
        (
            "1. Đảng ủy các cơ quan, Đảng ủy xã lãnh đạo, chỉ đạo quán triệt.",
            ["IV.1 lead Đảng ủy các cơ quan", "IV.1 lead Đảng ủy xã"],
        ),
        ("1. Ủy ban Kiểm tra Đảng ủy tham mưu kiểm tra, giám sát.", ["IV.1 lead Ủy ban Kiểm tra Đảng ủy"]),
        ("1. Đài Truyền thanh xã tiếp âm, phát thanh các bản tin.", ["IV.1 lead Đài Truyền thanh xã"]),
        ("1. Thuế cơ sở 5 thông báo cho hộ kinh doanh.", ["IV.1 lead Thuế cơ sở 5"]),
        (
            "1. Viện Kiểm sát nhân dân khu vực 3, Tòa án nhân dân khu vực 3 xét xử lưu động.",
            ["IV.1 lead Viện Kiểm sát nhân dân khu vực 3", "IV.1 lead Tòa án nhân dân khu vực 3"],
        ),
        (
            "1. Bảo hiểm xã hội cơ sở đối chiếu danh sách với Phòng Văn hóa - Xã hội.",
            ["IV.1 lead Bảo hiểm xã hội cơ sở"],
        ),
        ("1. Phòng Giáo dục và đào tạo hướng dẫn nhà trường.", ["IV.1 lead Phòng Giáo dục và đào tạo"]),
        (
            "1. Sở Giáo dục và đào tạo, Sở Văn hóa, thể thao và du lịch đẩy mạnh ngoại khóa.",
            ["IV.1 lead Sở Giáo dục và đào tạo", "IV.1 lead Sở Văn hóa, thể thao và du lịch"],
        ),
        (
            "1. Cấp ủy, chính quyền các xã, phường huy động hệ thống chính trị.",
            ["IV.1 lead Cấp ủy, chính quyền các xã, phường"],
        ),
        (
            "1. Người đứng đầu các cơ quan, đơn vị chịu trách nhiệm nếu để xảy ra sai phạm.",
            ["IV.1 lead Người đứng đầu các cơ quan, đơn vị"],
        ),
        (
            (
                "1. Chánh Văn phòng UBND tỉnh, Giám đốc các sở: Y tế, Tài chính; Chủ tịch UBND các xã, "
                "phường thi hành Quyết định này."
            ),
            [
                "IV.1 lead Chánh Văn phòng UBND tỉnh",
                "IV.1 lead Giám đốc các sở: Y tế, Tài chính",
                "IV.1 lead Chủ tịch UBND các xã, phường",
            ],
        ),
        (
            "1. Ban Chỉ đạo phòng, chống thiên tai xã ứng trực 24/24 giờ.",
            ["IV.1 lead Ban Chỉ đạo phòng, chống thiên tai xã"],
        ),
        ("1. Đội Quản lý thị trường số 4 rà quét các điểm nóng.", ["IV.1 lead Đội Quản lý thị trường số 4"]),
        (
            "1. Trường Tiểu học Đồng Sương, Trường Mầm non Hoa Sen mở chuyên mục.",
            ["IV.1 lead Trường Tiểu học Đồng Sương", "IV.1 lead Trường Mầm non Hoa Sen"],
        ),
        ("1. Bưu điện xã hỗ trợ người cao tuổi.", ["IV.1 lead Bưu điện xã"]),
        (
            "1. Hội Cựu chiến binh xã, Hội Người cao tuổi xã nêu gương.",
            ["IV.1 lead Hội Cựu chiến binh xã", "IV.1 lead Hội Người cao tuổi xã"],
        ),
        ("1. Nhà trường, gia đình quản lý học sinh.", ["IV.1 lead Nhà trường, gia đình"]),
        (
            "1. Sở Tài chính, Sở Y tế theo chức năng, nhiệm vụ hướng dẫn các địa phương.",
            ["IV.1 lead Sở Tài chính", "IV.1 lead Sở Y tế"],
        ),
        ("1. Phân công đồng chí Phó Chủ tịch UBND xã phụ trách.", ["IV.1 lead đồng chí Phó Chủ tịch UBND xã"]),
    ],
)
def test_the_subject_of_a_duty_leads(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            (
                "1. Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội\n- Vận động đoàn "
                "viên, hội viên và các tầng lớp Nhân dân tích cực tham gia thực hiện Kế hoạch này trên địa bàn."
            ),
            ["IV.1 request Ủy ban MTTQ Việt Nam tỉnh", "IV.1 request các tổ chức chính trị - xã hội"],
        ),
        (
            ("1. Đề nghị Hội Nông dân, Hội Liên hiệp Phụ nữ, Đoàn Thanh niên xã bằng nhiều hình thức tuyên truyền."),
            ["IV.1 request Hội Nông dân", "IV.1 request Hội Liên hiệp Phụ nữ", "IV.1 request Đoàn Thanh niên xã"],
        ),
        (
            "1. Mời Ban Thường trực Ủy ban MTTQ Việt Nam xã tham dự.",
            ["IV.1 request Ban Thường trực Ủy ban MTTQ Việt Nam xã"],
        ),
        (
            "1. Đề nghị các cơ quan báo chí, các doanh nghiệp đồng hành cùng tỉnh.",
            ["IV.1 request các cơ quan báo chí", "IV.1 request các doanh nghiệp"],
        ),
    ],
)
def test_requests_go_to_bodies_outside_the_command(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1. Rà soát\n- Cơ quan chủ trì: Phòng Kinh tế.\n- Đơn vị phối hợp: Công an xã; Trạm Y tế.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 support Công an xã", "IV.1 support Trạm Y tế"],
        ),
        (
            "1. Rà soát. Chủ trì: Phòng Kinh tế. Phối hợp: Công an xã; thời gian: tháng 11/2025.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 support Công an xã"],
        ),
        (
            "1. Rà soát (Chủ trì: Phòng Kinh tế; phối hợp: Công an xã, các thôn).",
            ["IV.1 lead Phòng Kinh tế", "IV.1 support Công an xã", "IV.1 support các thôn"],
        ),
    ],
)
def test_labels_name_leaders_and_partners(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Phòng Văn hóa - Xã hội\n- Tham mưu UBND xã ban hành văn bản.", ["IV.1 lead Phòng Văn hóa - Xã hội"]),
        (
            "1.1. Các sở, ban, ngành; UBND các phường, xã\nTổ chức quán triệt.",
            ["IV.1.1 lead Các sở, ban, ngành", "IV.1.1 lead UBND các phường, xã"],
        ),
        (
            (
                "1. Phòng Kinh tế\n- Chủ trì, phối hợp chặt chẽ, kịp thời với Công an xã, Trạm Y tế và các "
                "thôn kiểm tra."
            ),
            ["IV.1 lead Phòng Kinh tế", "IV.1 support Công an xã", "IV.1 support Trạm Y tế", "IV.1 support các thôn"],
        ),
        (
            "1. Phòng Kinh tế\n- Phối hợp cùng Hội Nông dân xã mở lớp.\n- Phòng Kinh tế báo cáo UBND xã.",
            ["IV.1 lead Phòng Kinh tế", "IV.1 support Hội Nông dân xã"],
        ),
        (
            "1. Trách nhiệm của các phòng, đơn vị\n- Công an xã: bảo đảm trật tự.\n- Trạm Y tế: trực cấp cứu.",
            ["IV.1 lead các phòng, đơn vị", "IV.1 lead Công an xã", "IV.1 lead Trạm Y tế"],
        ),
        ("1. Đối với các trường học\nTổ chức ngoại khóa.", ["IV.1 lead các trường học"]),
    ],
)
def test_a_heading_names_the_unit_of_its_clause(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính, UBND các xã, phường triển khai.",
            ["IV.1 lead Sở Y tế", "IV.1 support Sở Tài chính", "IV.1 support UBND các xã, phường"],
        ),
        (
            "1. Công an tỉnh chủ trì, phối hợp với các đơn vị liên quan kiểm tra.",
            ["IV.1 lead Công an tỉnh", "IV.1 support các đơn vị liên quan"],
        ),
        (
            "1. Sở Tài chính: Chủ trì, phối hợp với Sở Y tế thẩm định dự toán.",
            ["IV.1 lead Sở Tài chính", "IV.1 support Sở Y tế"],
        ),
        (
            "1. Sở Y tế\nPhối hợp với Sở Nội vụ hướng dẫn các bệnh viện tư phối hợp với các phòng khám rà soát.",
            ["IV.1 lead Sở Y tế", "IV.1 support Sở Nội vụ"],
        ),
        (
            "1. Công an xã\nHướng dẫn các tổ tự quản phối hợp với Ban CHQS xã tuần tra.",
            ["IV.1 lead Công an xã", "IV.1 support Ban CHQS xã"],
        ),
    ],
)
def test_partners_stand_behind_phoi_hop(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Danh mục do Sở Tư pháp ban hành được niêm yết tại trụ sở.", []),
        ("1. Khen thưởng cho 05 tập thể: Công an xã 01, Trạm Y tế 01.", []),
        ("1. Sở Nội vụ là cơ quan thường trực của Ban Chỉ đạo.", []),
        ("1. Nhân dân và các hộ kinh doanh chấp hành quy định.", []),
        ("1. Kết luận của Chủ tịch UBND xã được thực hiện nghiêm.", []),
        ("1. Tổ chức hội nghị tập huấn cho Công an xã, Trạm Y tế.", []),
        ("1. Kiểm tra việc thực hiện tại Công an xã, Trạm Y tế.", []),
    ],
)
def test_bodies_named_without_a_duty_give_no_row(clause: str, expected: list[str]) -> None:
    assert sorted(rows(clause)) == sorted(expected)
