"""Words behind which a name of a body has ended: what it does, and the small words of the sentence."""

from __future__ import annotations

# Plain words, each wherever it stands in small letters.
PLAIN = (
    "ban hành|biên soạn|biểu dương|bàn giao|bám sát|báo cáo|bãi bỏ|bảo quản|bảo trì|bảo vệ|bảo đảm|bằng|bố trí|"
    "bồi dưỡng|bổ sung|cam kết|chia|chia sẻ|cho|chuẩn bị|chú trọng|chưa|chấp hành|chỉ đạo|chịu|chịu trách nhiệm|"
    "chủ trì|chủ yếu|chủ động|cung cấp|các nội dung|cân đối|có biện pháp|có chức năng|có giải pháp|có kế hoạch|"
    "có nhiệm vụ|có thể|có trách nhiệm|có văn bản|có ý kiến|công bố|công khai|cùng với việc|căn cứ|cảnh báo|cần|"
    "cập nhật|cụ thể|danh sách|do|duy trì|giao|giám sát|giúp|giải quyết|giải trình|giải đáp|giảm|giữ|góp phần|gắn|"
    "gửi|hoàn thiện|hoàn thành|hoặc theo|huy động|hướng dẫn|họp|hỗ trợ|in ấn|khai thác|khen thưởng|khi|"
    "khuyến khích|không|khảo sát|khẩn trương|khắc phục|kiến nghị|kiểm tra|kiện toàn|kêu gọi|kịp thời|lan toả|"
    "lan tỏa|là|làm rõ|lắp đặt|lồng ghép|lựa chọn|mong|mở|nghiêm|nghiên cứu|ngăn chặn|nhân rộng|nhằm|"
    "những nội dung|niêm yết|nâng cao|nên|nắm|nếu|nội dung|phát hiện|phân bố|phân bổ|phân công|phê duyệt|"
    "phòng ngừa|phải|phản ánh|phối hợp|phổ biến|phụ trách|qua|quan tâm|quy định|quyết toán|quyết định|quán triệt|"
    "ra quân|rà soát|rút|rất|sau|sơ kết|sắp xếp|sẽ|sử dụng|sửa chữa|sửa đổi|tham gia|tham mưu|thanh toán|theo|"
    "theo dõi|thi hành|thiết kế|thu thập|thành lập|thông báo|thông qua|thúc đẩy|thường xuyên|thẩm định|thống nhất|"
    "thực hiện|tiến hành|tiến độ|tiếp nhận|tiếp tục|trang bị|treo|triển khai|truyền tải|trân trọng|trên cơ sở|"
    "trên tinh thần|trước|trả lời|trợ giúp|tuyên truyền|tuân thủ|tuần tra|tình hình|tích cực|tăng|tăng cường|"
    "tư vấn|tại|tạo thuận lợi|tạo điều kiện|tập huấn|tập hợp|tập trung|tổ chức thực hiện|tổ chức triển khai|"
    "tổng kết|tới|từ|viết|vận hành|vận động|về|với|xem xét|xin|xuất bản|xác minh|xác nhận|xác định|xử lý|yêu cầu|"
    "áp dụng|đang|điều chỉnh|điều hành|điều phối|đánh giá|đã|đón|đôn đốc|đưa|được|đảm bảo|đảm nhiệm|đấu tranh|"
    "đẩy lùi|đẩy mạnh|đẩy nhanh|đến|đề nghị|đề ra|đề xuất|để|định kỳ|đối với|đồng chủ trì|ưu tiên|ưu đãi|ứng dụng"
)

# Words that also stand inside names (`chủ đầu tư`, `đăng ký đất đai`), with the neighbours that tell.
CONDITIONAL = (
    r"(?<!tư )xây dựng",
    r"(?<![Dd]ịch vụ )tổng hợp",
    r"đăng(?! ký)",
    r"phát(?= (?:sóng|hành|huy|động|hiện|trên))",
    r"lập(?= (?:kế|dự|danh|hồ|báo|phương))",
    r"trình(?= (?:UBND|HĐND|[ỦU]|cấp|Chủ|Hội|Thường|Ban|Thủ))",
    r"h[ằà]ng(?= (?:năm|tháng|quý|tuần|ngày))",
    r"(?<!cơ quan )(?<!đơn vị )quản lý",
    r"ký(?= (?:kết|cam))",
    r"(?<!việc )làm",
    r"trong(?! (?:tỉnh|xã|ngành|hệ thống|và ngoài|toàn|khu))",
    r"(?<!chủ )(?<!án )(?<!nhà )đầu tư",
    r"tự(?! vệ)",
    r"(?<![Tt]hường )trực(?! (?:thuộc|tiếp))",
    r"(?<![Tt]rả )kết quả",
    r"(?<!bầu )cử",
    r"phục vụ(?! hành chính)",
    r"chuyển(?! đổi)",
    r"dự(?! án)",
    r"đồng (?:thời|bộ|chủ trì)",
    r"(?<!Biên )soạn",
)
