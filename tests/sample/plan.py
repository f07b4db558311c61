"""The words of the sample plan: xã Đồng Sương, tỉnh Lam Giang, and all that happens there is invented.

It has the traps of real plans: blank number and day, one unit under several names, two lists of duties for the same
units, a request to a body that the commune does not command, a report without an interval, a clause that asks for
more than Loa does, and citations that repeat.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    BASIS = auto()  # căn cứ, in italics
    SECTION = auto()  # I. TÊN PHẦN
    ITEM = auto()  # a titled item, its number typed
    COUNTED = auto()  # an item whose number Word counts by itself
    TEXT = auto()


@dataclass(frozen=True)
class Block:
    kind: Kind
    text: str


ISSUER = ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG")
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
NUMBER = "Số:           /KH-UBND"
PLACE_DATE = "Đồng Sương, ngày        tháng 9 năm 2025"
TYPE = "KẾ HOẠCH"
TITLE = (
    "Tuyên truyền, hướng dẫn sử dụng dịch vụ công trực tuyến, phòng, chống lừa đảo trên mạng "
    "và phòng, chống mưa lũ trên địa bàn xã Đồng Sương"
)
RECIPIENTS = (
    "Sở VHTTDL tỉnh Lam Giang (b/c)",
    "TT Đảng ủy, TT HĐND xã (b/c)",
    "CT, các PCT UBND xã",
    "Ủy ban MTTQ Việt Nam xã",
    "Các đơn vị có tên tại mục V",
)
ARCHIVE = "VT, VHXH"
SIGNATURE = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
SIGNER = "Lương Văn Khê"

_BASIS = (
    "Căn cứ Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024 của Chính phủ về hoạt động thông tin cơ sở;",
    "Thực hiện Kế hoạch số 58/KH-UBND ngày 22/8/2025 của Ủy ban nhân dân tỉnh Lam Giang về phổ cập kỹ năng số và "
    "an toàn trên mạng cho người dân giai đoạn 2025 - 2026; Kế hoạch số 21/KH-SVHTTDL ngày 28/8/2025 của Sở Văn hoá, "
    "Thể thao và Du lịch tỉnh Lam Giang về công tác thông tin cơ sở 04 tháng cuối năm 2025;",
    "Thực hiện Phương án số 04/PA-BCH ngày 15/8/2025 của Ban Chỉ huy Phòng thủ dân sự xã Đồng Sương về ứng phó "
    "mưa lũ trên lưu vực sông Sương.",
)
_OPENING = "Ủy ban nhân dân xã Đồng Sương ban hành Kế hoạch tuyên truyền năm 2025, cụ thể như sau:"

_AIMS = (
    "- Giúp mỗi hộ trong xã có ít nhất một người tự nộp được hồ sơ trực tuyến, nhận ra cuộc gọi, tin nhắn lừa đảo "
    "và biết việc phải làm trước, trong và sau khi có lũ.",
    "- Đưa các nội dung của Kế hoạch số 58/KH-UBND và Phương án số 04/PA-BCH đến từng khu dân cư bằng lời lẽ ngắn gọn, "
    "dễ nhớ.",
)
_DEMANDS = (
    "- Mỗi tin, bài nói rõ làm gì, làm ở đâu, đến bao giờ, hỏi ai; số liệu, mốc thời gian phải có nguồn.",
    "- Người cao tuổi, người không dùng điện thoại thông minh vẫn nhận được đủ thông tin qua loa, bảng tin và "
    "người đến tận nhà.",
)
_TOPICS = (
    "Cách nộp hồ sơ trực tuyến: vào địa chỉ dichvucong.gov.vn, đăng nhập bằng tài khoản VNeID, chọn đúng xã Đồng Sương "
    "rồi làm theo từng bước trên màn hình. Nhà chưa có máy thì đến quầy số 3 của bộ phận một cửa, số 12 đường Bến Đá, "
    "buổi sáng các ngày làm việc, có người hướng dẫn và không thu tiền hướng dẫn.",
    "Những việc làm được tại nhà: đăng ký khai sinh, xin bản sao trích lục hộ tịch, xác nhận tình trạng hôn nhân. "
    "Kết quả nhận qua bưu chính hoặc tại quầy; giữ lại mã hồ sơ để tra cứu, quá hẹn mà chưa có kết quả thì gửi "
    "phản ánh ngay trên Cổng Dịch vụ công quốc gia theo Nghị định số 118/2025/NĐ-CP.",
    "Cấp tài khoản định danh điện tử mức độ 2: mang thẻ căn cước đến trụ sở Công an xã, hoặc đến điểm lưu động tại "
    "nhà văn hóa khu dân cư trong tháng 10/2025. Tên xã mới trên dữ liệu dân cư được cập nhật tự động, giấy tờ còn hạn "
    "vẫn dùng được, không ai phải nộp tiền để đổi.",
    "Nhận biết kẻ mạo danh: cán bộ xã và công an không gọi điện đòi mã OTP, không gửi đường dẫn cài phần mềm, không "
    "bảo chuyển tiền để giữ hồ sơ. Gặp cuộc gọi như vậy thì tắt máy, hỏi lại cơ quan theo số in trên bảng tin, rồi báo "
    "cuộc gọi lừa đảo tới đầu số 156.",
    "Việc phải làm khi lỡ chuyển tiền cho kẻ lừa đảo: gọi ngay ngân hàng để khóa tài khoản, giữ nguyên tin nhắn và "
    "biên lai, đến Công an xã trình báo trong ngày. Không cho mượn, cho thuê tài khoản ngân hàng hay SIM; không gửi "
    "ảnh thẻ căn cước cho người lạ, theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.",
    "Chuẩn bị trước mùa lũ: hộ ở khu dân cư Bến Lở và Bãi Soi đăng ký nơi sơ tán với trưởng khu trước ngày 20/9/2025. "
    "Mỗi nhà để sẵn một túi chống nước gồm giấy tờ, thuốc, đèn pin, nước uống và lương khô đủ ba ngày; gia cố mái, "
    "tỉa cành cây quanh nhà.",
    "Khi có lệnh sơ tán: nghe ba hồi còi dài trên loa thì cắt điện, khóa gas, đi theo biển chỉ đường đến Trường THCS "
    "Đồng Sương hoặc nhà văn hóa khu Đồng Cả. Không vớt củi, không lội hay đi xe qua ngầm tràn; cần cứu nạn thì "
    "gọi số 112.",
    "Sau khi nước rút: đun sôi nước uống, thau rửa và khử khuẩn giếng, kiểm tra dây điện trước khi đóng cầu dao. "
    "Chụp ảnh nhà cửa, hoa màu bị hại và khai với trưởng khu để lập danh sách hỗ trợ; đơn xin hỗ trợ nộp trực tuyến "
    "như hồ sơ khác.",
)


def _form(title: str, what: str, period: str, doers: str, partners: str) -> tuple[Block, ...]:
    lines = (f"- {what}", f"- Thời gian thực hiện: {period}", f"- Đơn vị thực hiện: {doers}")
    lines += (f"- Đơn vị phối hợp: {partners}",)
    return Block(Kind.ITEM, title), *_texts(*lines)


def _texts(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(Kind.TEXT, text) for text in texts)


_FORMS = (
    *_form(
        "1. Truyền thanh, trang thông tin điện tử và bảng tin công cộng",
        "Phát tin, bài trên hệ thống truyền thanh xã vào các khung giờ cố định; đăng trên Trang thông tin điện tử xã; "
        "dán áp phích tại bảng tin công cộng của các khu dân cư.",
        "Từ ngày 05/9/2025 đến hết ngày 31/12/2025.",
        "Trung tâm Dịch vụ tổng hợp.",
        "Trưởng các khu dân cư.",
    ),
    *_form(
        "2. Mạng xã hội và tin nhắn",
        "Đăng trên trang Facebook, Zalo chính thức của xã; gửi vào nhóm Zalo của các khu dân cư; nhắn tin tới số "
        "điện thoại mà người dân đã đăng ký nhận tin.",
        "Từ ngày 10/9/2025 đến ngày 20/12/2025.",
        "Phòng Văn hóa - Xã hội, Trung tâm DVTH.",
        "Công an xã, Đoàn Thanh niên xã.",
    ),
    *_form(
        "3. Tuyên truyền trực tiếp tại khu dân cư",
        "Tổ chức buổi hướng dẫn tại nhà văn hóa, mỗi khu dân cư ít nhất một buổi; thông qua tuyên truyền viên "
        "cơ sở, chỉ từng thao tác tại nhà cho người cao tuổi, người khuyết tật.",
        "Quý IV/2025.",
        "Trung tâm Phục vụ hành chính công.",
        "Tổ công nghệ số cộng đồng, Trưởng các khu dân cư.",
    ),
    *_form(
        "4. Theo dõi dư luận trên mạng xã hội",
        "Rà quét bài viết, bình luận của người dân trên mạng xã hội về các nội dung tại mục II; phân loại, tổng hợp "
        "ý kiến trái chiều để có hướng xử lý.",
        "Thường xuyên từ ngày 05/9/2025 đến hết ngày 31/12/2025.",
        "Công an xã.",
        "Phòng Văn hoá - Xã hội.",
    ),
)
_DUTIES = (
    Block(Kind.ITEM, "1. Phòng Văn hóa - Xã hội"),
    *_texts(
        "- Biên soạn tài liệu gốc cho từng nội dung tại mục II; kiểm tra số liệu, nguồn trước khi trình duyệt.",
        "- Tổng hợp, báo cáo kết quả tuyên truyền định kỳ (hoặc đột xuất) theo yêu cầu của Sở Văn hóa, Thể thao "
        "và Du lịch.",
    ),
    Block(Kind.ITEM, "2. Trung tâm Dịch vụ tổng hợp"),
    *_texts(
        "- Sản xuất bản tin truyền thanh, áp phích, tin nhắn; phát và đăng đúng lịch đã được duyệt; ghi nhật ký phát.",
        "- Kiểm tra, sửa chữa cụm loa ở khu dân cư Bến Lở, Bãi Soi xong trước ngày 15/9/2025.",
    ),
    Block(Kind.ITEM, "3. Công an xã"),
    *_texts(
        "Cấp tài khoản định danh điện tử tại điểm lưu động; cung cấp thông tin về thủ đoạn lừa đảo mới xuất hiện; "
        "phối hợp với phòng VH-XH soạn tin cảnh báo.",
    ),
    Block(Kind.ITEM, "4. Trung tâm Phục vụ hành chính công"),
    *_texts(
        "Bố trí người và máy tính dùng chung tại quầy số 3; gửi số liệu hồ sơ trực tuyến trước ngày 25 hằng tháng.",
    ),
    Block(Kind.ITEM, "5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
    *_texts(
        "Vận động đoàn viên, hội viên làm trước để hướng dẫn hàng xóm; góp ý cách diễn đạt cho dễ hiểu trước khi "
        "phát hành tài liệu.",
    ),
    Block(Kind.ITEM, "6. Trưởng các khu dân cư"),
    *_texts(
        "Báo cho từng hộ biết buổi hướng dẫn; lập danh sách hộ cần giúp khi sơ tán; xác nhận loa nghe rõ và "
        "gỡ áp phích khi hết hạn.",
    ),
)
_CLOSING = (
    "Trên đây là Kế hoạch tuyên truyền của Ủy ban nhân dân xã Đồng Sương. Yêu cầu các đơn vị nghiêm túc thực hiện, "
    "báo cáo kết quả định kỳ (hoặc đột xuất) về UBND xã (qua Phòng VH-XH) để tổng hợp; có vướng mắc thì phản ánh để "
    "được hướng dẫn./."
)

BODY: tuple[Block, ...] = (
    *(Block(Kind.BASIS, text) for text in _BASIS),
    Block(Kind.TEXT, _OPENING),
    Block(Kind.SECTION, "I. MỤC ĐÍCH, YÊU CẦU"),
    Block(Kind.ITEM, "1. Mục đích"),
    *_texts(*_AIMS),
    Block(Kind.ITEM, "2. Yêu cầu"),
    *_texts(*_DEMANDS),
    Block(Kind.SECTION, "II. NỘI DUNG TUYÊN TRUYỀN"),
    *(Block(Kind.COUNTED, text) for text in _TOPICS),
    Block(Kind.SECTION, "III. HÌNH THỨC TUYÊN TRUYỀN"),
    *_FORMS,
    Block(Kind.SECTION, "IV. KINH PHÍ THỰC HIỆN"),
    *_texts("Kinh phí thực hiện từ dự toán chi sự nghiệp văn hóa - thông tin của ngân sách xã năm 2025."),
    Block(Kind.SECTION, "V. TỔ CHỨC THỰC HIỆN"),
    *_DUTIES,
    Block(Kind.TEXT, _CLOSING),
)
