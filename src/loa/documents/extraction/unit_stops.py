"""Words behind which a name of a body has ended: what it does, and the small words of the sentence."""

from __future__ import annotations

import re
from itertools import groupby

# Plain words, each wherever it stands in small letters.
_PLAIN = (
    "ban hành|bao gồm|biên soạn|biên tập|biểu dương|bàn giao|bám sát|báo cáo|bãi bỏ|bình xét|bóc gỡ|bảo dưỡng|bảo mật|"
    "bảo quản|bảo trì|bảo vệ|bảo đảm|bắt buộc|bắt giữ|bắt tay|bắt đầu|bằng|bố trí|bồi dưỡng|bổ nhiệm|bổ sung|"
    "cam kết|canh gác|chia|chia sẻ|cho|chung sức|chung tay|chuẩn bị|chuẩn hóa|chú trọng|chăm lo|chưa|chấn chỉnh|"
    "chấp hành|chặt|chỉ đạo|chỉnh trang|chịu|chịu trách nhiệm|chọn|chốt|chốt chặn|chủ trì|chủ yếu|chủ động|"
    "cài đặt|các nội dung|cân nhắc|cân đối|công bố|công khai|cùng với việc|căn cứ|căng|cũng|cải thiện|cải tiến|"
    "cải tạo|cảnh báo|cấm|cấp phát|cần|cập nhật|cắm|cắt giảm|cụ thể|củng cố|cứu trợ|danh sách|di dời|diễn tập|do|"
    "duy trì|duyệt|dành|dâng|dẫn dắt|dọn dẹp|dừng|ghi nhận|gia cố|giao ban|giao lưu|giám sát|giải ngân|"
    "giải phóng|giải quyết|giải thích|giải trình|giải đáp|giảm|giữ|gìn giữ|góp phần|góp ý|gương mẫu|gắn|gặp mặt|"
    "gồm|gửi|hiệp thương|hoà giải|hoàn thiện|hoàn thành|hoàn trả|hoạch định|hoặc theo|huy động|hòa giải|"
    "hướng dẫn|hưởng ứng|họp|hỗ trợ|hợp đồng|in ấn|khai giảng|khen thưởng|khi|khoanh vùng|khuyến khích|"
    "khánh thành|không|khơi|khơi dậy|khơi thông|khảo sát|khẩn cấp|khẩn trương|khắc phục|khẳng định|khởi công|"
    "kiên quyết|kiến nghị|kiến tạo|kiểm tra|kiện toàn|kê khai|kêu gọi|kế thừa|kết luận|kết nối|kịp thời|lan toả|"
    "lan tỏa|linh hoạt|luôn|là|làm rõ|lên|lưu ý|lấy ý kiến|lắng nghe|lắp đặt|lồng ghép|lựa|lựa chọn|miễn|mong|"
    "mua sắm|mạnh dạn|mời|mở|ngay|nghiêm|nghiệm thu|ngăn chặn|nhanh chóng|nhân rộng|như|nhưng|nhấn mạnh|nhất là|"
    "nhận diện|nhập dữ liệu|nhập liệu|nhắc nhở|nhằm|những nội dung|niêm yết|nâng cao|nâng cấp|nên|nơi|nạo|"
    "nạo vét|nắm|nếu|nỗ lực|nội dung|nộp|phun|phát hiện|phát quang|phát động|phân bố|phân bổ|phân công|phân cấp|"
    "phân loại|phân luồng|phân tích|phân định|phê duyệt|phòng ngừa|phải|phản ánh|phấn đấu|phối hợp|phối kết hợp|"
    "phổ biến|phụ trách|qua|quan tâm|quy định|quyên góp|quyết liệt|quyết toán|quyết tâm|quyết định|quán triệt|"
    "quảng bá|ra mắt|ra quân|rà|rút|rút kinh nghiệm|rất|sao gửi|sau|siết chặt|soát xét|sơ kết|sơ tán|sắp xếp|sẽ|"
    "số hóa|sớm|sửa chữa|sửa đổi|tham dự|tham gia|tham mưu|tham quan|tham vấn|thanh toán|thay thế|theo|theo dõi|"
    "thi hành|thiết kế|thiết lập|thu|thuê|thành lập|tháo gỡ|thì|thí điểm|thông báo|thông qua|thúc đẩy|thăm|"
    "thường xuyên|thảo luận|thẩm tra|thẩm định|thắp|thể hiện|thống nhất|thực hiện|tiêm phòng|tiên phong|tiêu hủy|"
    "tiến hành|tiến độ|tiếp công dân|tiếp cận|tiếp nhận|tiếp thu|tiếp tục|tiếp xúc|toàn diện|trang bị|trao|"
    "trao đổi|treo|tri ân|triển khai|triệt phá|triệt để|truy quét|truy vết|truyền tải|trân trọng|trên cơ sở|"
    "trên tinh thần|trước|trả lời|trấn áp|trợ giúp|tuyên truyền|tuyển chọn|tuyển dụng|tuân thủ|tuần tra|"
    "triệu tập|tình hình|tích cực|tích hợp|tính toán|tôn vinh|túc trực|tăng|tăng cường|tạm dừng|tạm ứng|"
    "tận dụng|tập huấn|"
    "tập hợp|tập kết|tập trung|tặng|tổ chức thực hiện|tổ chức triển khai|tổng kết|tới|từ|tự giác|viết|vào cuộc|"
    "vì|vẫn|vận chuyển|vận động|vẽ|về|với|xem xét|xin|xuất bản|xuống|xác lập|xác minh|xác nhận|xác định|xét|"
    "xóa bỏ|xịt|xử lý|xử phạt|yêu cầu|áp dụng|đa dạng|đang|đi đầu|điều chỉnh|điều hành|điều phối|điều động|đo vẽ|"
    "đo đạc|đánh giá|đã|đình chỉ|đón|đóng góp|đôn đốc|đăng cai|đăng tải|đưa|được|đảm bảo|đảm nhiệm|đảm nhận|đấu giá|"
    "đấu thầu|đấu tranh|đẩy lùi|đẩy mạnh|đẩy nhanh|đắp|đặc biệt|đặt|đến|đề cao|đề nghị|đề ra|đề xuất|đều|để|"
    "định hướng|định kỳ|đọc|đối chiếu|đối thoại|đối với|đồng chủ trì|đổi mới|động viên|ưu tiên|ưu đãi|ủng hộ|"
    "ứng dụng|ứng phó|ứng trực|dùng|mang|thống kê|thu gom|thu hồi|phân phát|trang trí|chụp|quay|nhắc|ghi|"
    "tháo dỡ|di chuyển|"
    "cưỡng chế|giải tán|đảm trách|hoàn tất|thuyết phục|soạn thảo|rải|chiếu|dán|luân chuyển|sẵn sàng|xung phong|"
    "khử khuẩn|"
    "chấm điểm|báo động|giúp đỡ|dập|nhắn|niêm phong|điểm danh"
)

# Words that also stand inside names (`chủ đầu tư`, `đăng ký đất đai`), with the neighbours that tell.
_CONDITIONAL = (
    r"(?<!đơn vị )(?<!nhà )(?<!tổ chức )tư vấn",
    r"giúp(?! việc)",
    r"(?<!xây )(?<!Xây )dựng",
    r"(?<!đào )(?<!Đào )(?<!cải )(?<!sáng )(?<!chế )tạo",
    r"(?<!cây )trồng",
    r"có(?! (?:liên quan|thẩm quyền|điều kiện|nhu cầu|tên|vốn|uy tín|trụ sở|hoạt động|biển|rừng|đông|đường|người)\b)",
    r"nêu(?! (?:trên|tại|ở))",
    r"đồng hành(?= (?:cùng|với))",
    r"(?<!tâm )(?<!nhà )sinh hoạt(?= (?:chuyên|định|chi|theo|đầy))",
    r"(?<!tâm )chăm sóc",
    r"(?<!có tên )tại(?! (?:địa phương|cơ sở)(?!\\w))",
    r"(?<!viện )(?<!Viện )(?<!sở )(?<!chức )nghiên cứu",
    r"cung cấp(?! (?:dịch vụ|nước|điện))",
    r"sử dụng(?! (?:ngân sách|lao động|đất))",
    r"(?<!nghiệp )(?<!chức )(?<!cơ sở )(?<!đơn vị )khai thác",
    r"(?<!quản lý )(?<!quản lý, )(?<!đơn vị )vận hành",
    r"(?<!và )(?<!Quỹ )(?<!quỹ )(?<!tư )(?<!đối tác )phát triển",
    r"hợp tác(?! xã)",
    r"(?<!tâm )thông tin(?= (?:đến|tới|kịp thời|rộng rãi|cho|về|thường xuyên|đầy đủ|tuyên))",
    r"(?<!quan )(?<!sát )điều tra",
    r"thanh tra(?=,? (?:kiểm|việc|công))",
    r"(?:trực tiếp|lãnh đạo)(?=,? (?:lãnh|chỉ|thực|triển|toàn|phụ|làm|tham|theo|kiểm|và chịu|chịu|xử|giải|tổ))",
    r"kiểm soát(?= (?:chặt|việc|tốt))",
    r"(?<!lực lượng )(?<!dân quân )cơ động",
    r"(?<!tâm )giới thiệu",
    r"(?<!tâm )học tập",
    r"chống(?= (?:dịch|lãng|buôn))",
    r"(?<!tư )xây dựng",
    r"(?<![Dd]ịch vụ )tổng hợp",
    r"đăng(?! ký)",
    r"phát(?= (?:sóng|hành|huy|động|hiện|trên|tin|bài|tờ|lại))",
    r"lập(?= (?:kế|dự|danh|hồ|báo|phương|tổ|đội|chốt|đoàn|biên|sổ))",
    r"trình(?= (?:UBND|HĐND|[ỦU]|cấp|Chủ|Hội|Thường|Ban|Thủ))",
    r"h[ằà]ng(?= (?:năm|tháng|quý|tuần|ngày))",
    r"(?<!cơ quan )(?<!đơn vị )quản lý",
    r"ký(?= (?:kết|cam))",
    r"(?<!việc )làm",
    r"(?<!thành viên )(?<!thành viên khác )(?<!viên còn lại )(?<!đồng chí )trong(?! (?:tỉnh|xã|ngành|hệ thống|"
    r"và ngoài|toàn|khu|các (?:khu|cụm)))",
    r"(?<!chủ )(?<!Chủ )(?<!án )(?<!nhà )đầu tư",
    r"(?<!trật )tự(?! vệ| chủ)",
    r"(?<![Tt]hường )trực(?! (?:thuộc|tiếp))",
    r"(?<![Tt]rả )kết quả",
    r"(?<!bầu )(?<!Bầu )(?<!ứng )(?<!đề )cử",
    r"phục vụ(?! hành chính)",
    r"chuyển(?! đổi)",
    r"báo(?= (?:ngay|cho|động|tin))",
    r"(?<![Tt]iếp )nhận(?= (?:đăng|hồ|phiếu|bàn))",
    r"ra(?= (?:quân|soát|mắt|thông))",
    r"in(?= (?:tờ|băng|và|phát|pa))",
    r"dự(?! án)",
    r"(?<!nhà )(?<!bàn )giao(?! dịch)",
    r"đồng (?:thời|bộ|chủ trì)",
    r"(?:Phối hợp|Chủ trì)(?= )",
    r"(?<!Biên )soạn",
)


def _by_first_letter(words: str) -> str:
    """The same alternatives, grouped, so that a place in the text is held against a handful of them only."""
    groups = groupby(sorted(words.split("|")), key=lambda word: word[0])
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in group)})" for letter, group in groups)


STOP = re.compile(rf"(?<!\S)(?:{_by_first_letter(_PLAIN)}|{'|'.join(_CONDITIONAL)})(?!\w)")
