"""What Loa says of a clause outside the boundary: why, and what it offers instead."""

from __future__ import annotations

from loa.campaigns.boundary_words import Ground

REASONS: dict[Ground, str] = {
    Ground.WATCH: "Yêu cầu theo dõi dư luận hoặc thông tin, người dùng trên mạng; Loa không theo dõi con người.",
    Ground.PROFILE: "Yêu cầu lập danh sách, hồ sơ hoặc phân loại con người; Loa không lưu hồ sơ về con người.",
    Ground.STRUGGLE: "Yêu cầu đấu tranh, phản bác quan điểm; Loa chỉ đưa thông tin có nguồn, không phản bác ai.",
    Ground.REMOVE: "Yêu cầu ngăn chặn, gỡ bỏ thông tin hoặc tài khoản; Loa không can thiệp nội dung của người khác.",
    Ground.CONTROL: "Yêu cầu kiểm soát việc đăng tải, phát ngôn của người khác; Loa không kiểm soát lời nói của ai.",
    Ground.REFER: "Yêu cầu phát hiện, xác minh hoặc xử lý người đưa tin; Loa không chuyển ai cho cơ quan khác xử lý.",
}

_FACTS = "Loa đưa thông tin chính thức có nguồn lên các kênh chính thức của địa phương"
OFFERS: dict[Ground, str] = {
    Ground.WATCH: f"{_FACTS}; tiếp nhận câu hỏi, phản ánh do người dân tự gửi và bảo đảm có trả lời.",
    Ground.PROFILE: "Loa chỉ đếm lượt phát, bản niêm yết và phản ánh đã trả lời, không gắn với người nào.",
    Ground.STRUGGLE: f"{_FACTS}; khi có tin sai thì đăng tin đính chính nêu rõ điều đúng, nguồn và ngày.",
    Ground.REMOVE: f"{_FACTS}; đăng tin đính chính và cảnh báo lừa đảo để người dân tự đối chiếu.",
    Ground.CONTROL: "Loa quản lý các kênh chính thức của địa phương: mỗi tin có người soạn, người duyệt và nguồn.",
    Ground.REFER: f"{_FACTS}; đăng tin đính chính và cảnh báo lừa đảo, không nêu ai đã đưa tin.",
}
