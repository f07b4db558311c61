"""The boundary in words of every day: what Loa leaves alone, and what is plain communication work."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.campaigns.boundary import Extent, judge
from loa.campaigns.boundary_words import Ground

WORD = re.compile(r"\w+")
WHOLE = [
    # watching opinion and the network
    ("Thường xuyên nắm bắt dư luận xã hội trên địa bàn, báo cáo cấp ủy hằng tuần.", Ground.WATCH),
    ("Tổ chức theo dõi, nắm bắt diễn biến tư tưởng của cán bộ, đảng viên và Nhân dân.", Ground.WATCH),
    ("Rà quét không gian mạng nhằm sớm phát hiện nội dung nhạy cảm.", Ground.WATCH),
    ("Giám sát chặt chẽ các hội nhóm trên Facebook, Zalo của người dân địa phương.", Ground.WATCH),
    ("Bố trí cán bộ trực 24/24 giờ theo dõi thông tin trên mạng xã hội.", Ground.WATCH),
    ("Phân công đoàn viên nắm tình hình dư luận tại các khu dân cư.", Ground.WATCH),
    ("Theo dõi, phân tích, đánh giá dư luận xã hội trước và sau khi sáp nhập thôn.", Ground.WATCH),
    ("Thăm dò dư luận, phản ứng của Nhân dân đối với phương án bồi thường.", Ground.WATCH),
    ("Quản lý thông tin trên báo chí, mạng xã hội liên quan đến kỳ họp.", Ground.WATCH),
    ("Chủ động nắm chắc tình hình tư tưởng, tâm trạng của công nhân, kịp thời báo cáo.", Ground.WATCH),
    ("Công an xã chủ trì, phối hợp với Ban Chỉ huy Quân sự xã nắm bắt thông tin trên không gian mạng.", Ground.WATCH),
    ("Tổng hợp, phân tích dư luận về công tác giải phóng mặt bằng.", Ground.WATCH),
    ("Kịp thời phát hiện các luồng thông tin trái chiều, tin xấu, độc lan truyền trên mạng.", Ground.WATCH),
    ("Thiết lập cơ chế theo dõi, cảnh báo sớm thông tin tiêu cực trên Internet.", Ground.WATCH),
    ("Phát huy vai trò đội ngũ cộng tác viên dư luận xã hội ở khu dân cư.", Ground.WATCH),
    ("Phân công cán bộ tham gia các hội nhóm kín để theo dõi.", Ground.WATCH),
    ("Duy trì đội ngũ cộng tác viên dư luận xã hội.", Ground.WATCH),
    ("Nắm tình hình hoạt động của chức sắc, tín đồ trên địa bàn.", Ground.WATCH),
    # struggle with views
    ("Kiên quyết đấu tranh với các luận điệu xuyên tạc của thế lực phản động.", Ground.STRUGGLE),
    ("Chủ động phản bác các quan điểm lệch lạc, sai trái về chủ trương sắp xếp thôn.", Ground.STRUGGLE),
    ("Xây dựng lực lượng nòng cốt đấu tranh phản bác quan điểm sai trái trên mạng.", Ground.STRUGGLE),
    ("Viết bài vạch trần âm mưu, thủ đoạn chống phá của các thế lực thù địch.", Ground.STRUGGLE),
    ("Làm thất bại mọi âm mưu “diễn biến hòa bình”.", Ground.STRUGGLE),
    ("Phòng, chống các biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ.", Ground.STRUGGLE),
    ("Bảo vệ nền tảng tư tưởng của Đảng trên không gian mạng.", Ground.STRUGGLE),
    ("Tuyên truyền, đấu tranh phản bác thông tin xấu độc về công tác bầu cử.", Ground.STRUGGLE),
    ("Bác bỏ tin đồn trên mạng về việc thu hồi đất.", Ground.STRUGGLE),
    # removal and blocking
    ("Ngăn chặn, gỡ bỏ các bài viết sai sự thật về dự án.", Ground.REMOVE),
    ("Đề nghị nhà mạng khóa các tài khoản mạng xã hội vi phạm.", Ground.REMOVE),
    ("Phối hợp bóc gỡ video, hình ảnh có nội dung kích động.", Ground.REMOVE),
    ("Xử lý kịp thời các nội dung thông tin phản ánh thiếu chính xác.", Ground.REMOVE),
    ("Hạn chế lan truyền tin giả trong thời gian diễn ra đại hội.", Ground.REMOVE),
    ("Vô hiệu hóa các trang, nhóm có nội dung chống phá chính quyền.", Ground.REMOVE),
    ("Huy động đoàn viên báo cáo vi phạm đối với các fanpage đăng thông tin xuyên tạc.", Ground.REMOVE),
    ("Yêu cầu chủ tài khoản gỡ bài viết, xin lỗi công khai.", Ground.REMOVE),
    # control of what others say
    ("Kiểm soát chặt hoạt động đăng tải của người dân trên Internet.", Ground.CONTROL),
    ("Chấn chỉnh việc phát ngôn, chia sẻ thông tin của đoàn viên trên mạng xã hội.", Ground.CONTROL),
    ("Siết chặt việc sử dụng mạng xã hội trong học sinh.", Ground.CONTROL),
    ("Kiên quyết xử lý các hiện tượng lệch chuẩn trên không gian mạng.", Ground.CONTROL),
    # persons
    ("Kịp thời báo cáo các trường hợp có phát ngôn lệch lạc về cơ quan công an để xử lý.", Ground.REFER),
    ("Xác minh, làm rõ các đối tượng tung tin thất thiệt.", Ground.REFER),
    ("Xử lý nghiêm tổ chức, cá nhân lợi dụng việc sáp nhập để xuyên tạc, kích động Nhân dân.", Ground.REFER),
    ("Mời làm việc, răn đe những trường hợp chia sẻ bài viết không đúng.", Ground.REFER),
    ("Cung cấp cho cơ quan công an thông tin về người đăng tải ý kiến trái chiều.", Ground.REFER),
    ("Lập danh sách cá nhân thường xuyên bình luận, phát ngôn tiêu cực.", Ground.PROFILE),
    ("Rà soát, lập hồ sơ các đối tượng cầm đầu, cốt cán khiếu kiện đông người.", Ground.PROFILE),
    ("Thống kê các tài khoản Facebook cá nhân có nhiều người theo dõi trên địa bàn.", Ground.PROFILE),
]

INSIDE = [
    "Báo cáo các trường hợp thiết bị truyền thanh hư hỏng về Trung tâm để sửa chữa.",
    "Duy trì đội ngũ cộng tác viên dân số, tuyên truyền viên ở thôn.",
    # the check of carrying out the plan
    "Theo dõi, kiểm tra, giám sát, đôn đốc việc thực hiện Kế hoạch này.",
    "Theo dõi tiến độ, tổng hợp kết quả tuyên truyền trên mạng xã hội, báo cáo Ủy ban nhân dân tỉnh.",
    "Kiểm tra việc đăng tải tin, bài theo kế hoạch đã duyệt.",
    "Tham mưu kiểm tra, đánh giá tình hình thực hiện công tác truyền thông.",
    "Tổng hợp tin, bài đã đăng tải trên mạng xã hội để báo cáo định kỳ.",
    "Tổng hợp khó khăn, vướng mắc, kịp thời báo cáo Chủ tịch Ủy ban nhân dân xã xử lý.",
    "Rà soát, lập danh sách hộ nghèo, hộ cận nghèo để chi trả chính sách.",
    "Rà soát, thống kê cụm loa, bảng tin hư hỏng để sửa chữa.",
    "Khảo sát mức độ hài lòng của người dân với dịch vụ công trực tuyến.",
    "Theo dõi việc niêm yết, phát thanh; xử lý sự cố cụm loa trong 24 giờ.",
    "Báo cáo kết quả triển khai và những vấn đề dư luận quan tâm.",
    "Quản lý trang Facebook, Zalo của xã; duyệt nội dung trước khi đăng; trả lời bình luận.",
    "Rà soát, thống kê người cao tuổi, người khuyết tật để hỗ trợ sơ tán.",
    # nature, health
    "Theo dõi chỉ số chất lượng không khí, diễn biến thời tiết trên Internet để thông báo cho Nhân dân.",
    "Theo dõi chặt chẽ diễn biến mưa lũ, cảnh báo kịp thời cho người dân vùng trũng.",
    "Giám sát dịch bệnh, phát hiện sớm ca mắc sốt xuất huyết.",
    "Xử lý nghiêm các trường hợp vi phạm hành lang an toàn đê điều.",
    # fraud and crime warnings for residents
    "Cảnh báo thủ đoạn lừa đảo trên không gian mạng, nâng cao cảnh giác cho người dân.",
    "Tuyên truyền phòng, chống lừa đảo chiếm đoạt tài sản qua mạng xã hội.",
    "Hướng dẫn người dân cách nhận diện tin giả và tra cứu nguồn tin chính thức.",
    "Phổ biến kỹ năng nhận biết, phòng tránh thông tin xấu độc cho học sinh.",
    "Ngăn chặn tin nhắn rác, cuộc gọi lừa đảo.",
    "Tuyên truyền công tác phòng, chống tội phạm, tệ nạn xã hội.",
    "Xử lý nghiêm các vụ lừa đảo phụ nữ, trẻ em trên không gian mạng.",
    "Ngăn chặn hàng giả, thông tin quảng cáo sai sự thật về thực phẩm chức năng.",
    "Tuyên truyền các quy định xử phạt hành vi đăng tin sai sự thật trên mạng xã hội.",
    "Tuyên truyền quy định về quản lý, cung cấp, sử dụng thông tin trên Internet.",
    # answering residents
    "Tiếp nhận, xử lý, trả lời phản ánh, kiến nghị của người dân qua đường dây nóng.",
    "Lắng nghe tâm tư, nguyện vọng của Nhân dân và giải đáp tại hội nghị.",
    "Nắm bắt và giải quyết kịp thời các vấn đề người lao động nữ quan tâm.",
    "Tiếp nhận thông tin báo chí nêu, cung cấp thông tin trả lời đúng hạn.",
    # correcting by facts
    "Kịp thời cung cấp thông tin chính thống, đính chính thông tin sai lệch.",
    "Đính chính tin không đúng về lịch cắt điện bằng thông báo của đơn vị điện lực.",
    "Bác bỏ tin đồn bằng thông tin chính thức của Ủy ban nhân dân xã.",
    # politics and probity as topics to tell
    "Tuyên truyền công tác phòng, chống tham nhũng, lãng phí, tiêu cực.",
    "Tuyên truyền học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
    "Tạo sự đồng thuận trong dư luận xã hội, lan tỏa thông tin tích cực.",
    "Định hướng tuyên truyền, bám sát tình hình thực tiễn.",
    "Không để tồn tại điểm đổ rác gây bức xúc trong dư luận.",
    # own channels, and residents who follow them
    "Vận động người dân theo dõi thông tin trên mạng xã hội của xã.",
    "Khuyến khích hộ gia đình theo dõi Zalo OA của xã để nhận thông báo.",
    "Quản lý nội dung đăng tải trên Cổng thông tin điện tử xã.",
    "Gỡ bỏ băng rôn, pa nô khi hết thời gian tuyên truyền.",
    "Gỡ bỏ tin, bài hết hiệu lực trên Cổng thông tin điện tử.",
    "Xóa mù chữ cho người lớn tuổi, xóa bỏ hủ tục lạc hậu.",
    "Đăng tải thông tin trên mạng xã hội, phát trên đài truyền thanh xã.",
    "Bảo đảm an toàn thông tin, ngăn chặn mã độc tấn công hệ thống.",
    "Bảo vệ dữ liệu cá nhân của người dân trên môi trường số.",
    "Phòng Văn hóa - Xã hội phối hợp với Công an xã tổ chức hội nghị tuyên truyền.",
]

PARTS = [
    (
        "Phổ biến Luật Đất đai tới từng hộ dân; nắm bắt dư luận, báo cáo cấp trên.",
        "nắm bắt dư luận, báo cáo cấp trên",
        "Phổ biến Luật Đất đai tới từng hộ dân",
    ),
    (
        "Tuyên truyền chủ trương của Đảng, kịp thời đấu tranh với luận điệu xuyên tạc.",
        "kịp thời đấu tranh với luận điệu xuyên tạc",
        "Tuyên truyền chủ trương của Đảng",
    ),
    (
        "Biên soạn tài liệu hỏi đáp để phản bác các quan điểm sai trái.",
        "để phản bác các quan điểm sai trái",
        "Biên soạn tài liệu hỏi đáp",
    ),
    (
        "Đăng tải lịch tiếp dân, góp phần ngăn chặn thông tin xấu độc.",
        "góp phần ngăn chặn thông tin xấu độc",
        "Đăng tải lịch tiếp dân",
    ),
    (
        "Hướng dẫn thủ tục cấp đổi giấy tờ. Rà quét, phát hiện tài khoản mạng xã hội vi phạm.",
        "Rà quét, phát hiện tài khoản mạng xã hội vi phạm",
        "Hướng dẫn thủ tục cấp đổi giấy tờ",
    ),
]


@pytest.mark.parametrize(("words", "ground"), WHOLE, ids=lambda value: str(value)[:48])
def test_watching_arguing_and_silencing_are_outside(words: str, ground: Ground) -> None:
    verdict = judge(words, words)
    assert (verdict.extent, verdict.ground) == (Extent.WHOLE, ground)
    assert verdict.rest == ""
    assert verdict.reason.count(".") == 1 and verdict.offer.endswith(".")


@pytest.mark.parametrize("words", INSIDE, ids=lambda value: value[:48])
def test_plain_communication_work_stays_inside(words: str) -> None:
    verdict = judge(words, words)
    assert verdict.extent is Extent.NONE
    assert verdict.rest == words
    assert verdict.reason == verdict.offer == ""


@pytest.mark.parametrize(("words", "part", "rest"), PARTS, ids=lambda value: value[:32])
def test_only_the_part_that_asks_for_it_is_outside(words: str, part: str, rest: str) -> None:
    verdict = judge(words, words)
    assert verdict.extent is Extent.PART
    assert verdict.parts == (part,)
    assert verdict.rest.strip(" .") == rest


@pytest.mark.parametrize(("words", "ground"), WHOLE[::4], ids=lambda value: str(value)[:48])
def test_the_form_of_the_letters_changes_nothing(words: str, ground: Ground) -> None:
    for form in (unicodedata.normalize("NFD", words), words.upper(), words.replace(" ", "\n", 2)):
        assert judge(form, form).ground is ground


def test_a_heading_that_is_such_an_act_takes_its_clause_along() -> None:
    heading = "Theo dõi thông tin trên không gian mạng"
    verdict = judge(heading, f"{heading}\n- Xây dựng chuyên mục hỏi đáp.\n- Đăng tải văn bản mới.")
    assert verdict.extent is Extent.WHOLE


def test_a_unit_keeps_the_rest_of_its_list() -> None:
    text = "Công an xã\n- Nắm bắt dư luận.\n- Hướng dẫn cấp định danh.\n- Tuyên truyền an toàn giao thông."
    verdict = judge("Công an xã", text)
    assert verdict.extent is Extent.PART
    assert verdict.parts == ("Nắm bắt dư luận",)
    assert "Hướng dẫn cấp định danh" in verdict.rest and "dư luận" not in verdict.rest


def test_a_unit_asked_for_nothing_else_is_outside_whole() -> None:
    text = (
        "Công an xã\n- Giám sát các trang mạng xã hội.\n- Xác minh người tung tin.\n- Thời gian thực hiện: Quý IV/2025."
    )
    assert judge("Công an xã", text).extent is Extent.WHOLE


@given(st.text(max_size=400))
def test_any_text_gets_a_verdict_and_loses_no_words(text: str) -> None:
    verdict = judge(text[:20], text)
    if verdict.extent is Extent.NONE:
        assert WORD.findall(verdict.rest) == WORD.findall(unicodedata.normalize("NFC", text))


@given(st.lists(st.sampled_from([words for words, _ground in WHOLE] + INSIDE), min_size=1, max_size=6))
def test_what_stays_work_never_asks_for_it_again(sentences: list[str]) -> None:
    text = "\n".join(f"- {words}" for words in sentences)
    verdict = judge("", text)
    assert judge("", verdict.rest).extent is Extent.NONE
