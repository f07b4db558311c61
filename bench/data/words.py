"""The words that the made-up texts are put together from: a fictional commune's everyday business."""

from __future__ import annotations

from random import Random

COMMUNE, PROVINCE = "xã Đồng Sương", "tỉnh Lam Giang"
COMMUNE_CODE = "dong-suong-do-toc-do"

HAMLETS = (
    "Suối Đá", "Gò Mây", "Bến Lở", "Đồi Chè", "Ao Sen", "Cầu Vồng", "Đá Bạc", "Giếng Tiên", "Khe Vải", "Làng Mới",
    "Nương Dâu", "Ổ Gà", "Phố Chợ", "Quán Dốc", "Rừng Thông", "Sân Phơi", "Trại Bò", "Vườn Ươm",
)  # fmt: skip

OFFICES = (
    "Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Công an xã", "Ban Chỉ huy Quân sự xã",
    "Trung tâm Dịch vụ sự nghiệp công", "Trạm Y tế xã", "Trường Tiểu học Đồng Sương",
    "Trường Trung học cơ sở Đồng Sương",
    "Trường Mầm non Đồng Sương", "Trung tâm Phục vụ hành chính công xã", "Hợp tác xã Nông nghiệp Đồng Sương",
    "Quỹ Tín dụng nhân dân Đồng Sương", "Ban Quản lý chợ Đồng Sương", "Hạt Kiểm lâm khu vực",
)  # fmt: skip
BODIES = (
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Hội Nông dân xã", "Hội Liên hiệp Phụ nữ xã", "Hội Cựu chiến binh xã",
    "Đoàn Thanh niên xã", "Hội Chữ thập đỏ xã", "Hội Người cao tuổi xã",
)  # fmt: skip

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Lương", "Đinh", "Ngô", "Dương")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thu", "Hữu", "Ngọc", "Thanh", "Quang", "Bích")
GIVEN = (
    "An", "Ánh", "Bảo", "Châu", "Cường", "Dũng", "Đạt", "Giang", "Hà", "Hạnh", "Hiền", "Khoa", "Lan", "Linh", "Long",
    "Mai", "Nam", "Nga", "Oanh", "Phúc", "Quý", "Sơn", "Tâm", "Thảo", "Tú", "Uyên", "Vân", "Xuân", "Yến", "Đông",
)  # fmt: skip

SUBJECTS = (
    "phòng chống cháy rừng mùa hanh khô", "phòng bệnh dại ở đàn chó, mèo", "tiêm chủng mở rộng cho trẻ em",
    "phân loại rác tại nguồn", "an toàn giao thông cho học sinh", "phòng chống lũ quét, sạt lở đất",
    "thanh toán không dùng tiền mặt", "chuyển đổi số cộng đồng", "phòng chống đuối nước", "an toàn thực phẩm dịp Tết",
    "hiến máu tình nguyện", "bảo hiểm y tế toàn dân",
)  # fmt: skip
ACTS = (
    "phổ biến lịch và cách thực hiện", "hướng dẫn từng hộ làm đúng", "nhắc các gia đình kiểm tra lại",
    "giới thiệu cách làm hay ở các khu", "thông báo nơi tiếp nhận và số điện thoại", "giải đáp điều bà con hay hỏi",
    "tuyên truyền quy định mới", "vận động mỗi nhà tham gia",
)  # fmt: skip
DUTIES = (
    "Chủ trì tuyên truyền về {0}; thời gian thực hiện trước ngày {1}.",
    "Cung cấp tài liệu về {0} cho các khu dân cư trước ngày {1}.",
    "Niêm yết thông tin về {0} tại nhà văn hóa trước ngày {1}.",
    "Tổ chức một buổi nói chuyện về {0}, hoàn thành trước ngày {1}.",
)
SENTENCES = (
    "Điều cần nhớ về {0} được in trên tờ rơi phát đến từng nhà.",
    "Mỗi gia đình cử một người theo dõi, {1} và báo lại cho trưởng khu.",
    "Bà con cần tìm hiểu thêm thì đến nhà văn hóa khu {2} vào sáng thứ bảy.",
    "Việc này bắt đầu từ ngày {3} và kéo dài đến hết tháng.",
    "Lịch cụ thể được đọc trên loa lúc 5 giờ 30 và 17 giờ.",
    "Người cao tuổi và gia đình neo đơn được cán bộ đến tận nhà hướng dẫn.",
    "Bà con không nghe lời người lạ tự xưng là cán bộ để thu tiền.",
)


def person_name(random: Random) -> str:
    return f"{random.choice(FAMILY)} {random.choice(MIDDLE)} {random.choice(GIVEN)}"


def title(random: Random, subject: str) -> str:
    """A headline such as people of a commune write."""
    return f"{random.choice(ACTS).capitalize()} về {subject} ở khu {random.choice(HAMLETS)}"


def paragraph(random: Random, subject: str, *, sentences: int = 4) -> str:
    """Some sentences on `subject`, none twice."""
    chosen = random.sample(SENTENCES, k=sentences)
    day = f"{random.randint(1, 28):02d}/{random.randint(1, 12):02d}"
    return " ".join(sentence.format(subject, random.choice(ACTS), random.choice(HAMLETS), day) for sentence in chosen)
