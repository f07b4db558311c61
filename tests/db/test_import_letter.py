"""A letter without numbers, from the file to work: taken in, reviewed by a person, confirmed."""

from __future__ import annotations

from pathlib import Path

from cast import NOW, Cast
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.documents.selectors import reviewed_extraction
from loa.documents.services.import_document import import_document

LETTER = """ỦY BAN NHÂN DÂN
XÃ ĐỒNG SƯƠNG
Số: 118/UBND-VHXH
V/v tuyên truyền phòng, chống bệnh dại
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Sương, ngày 12 tháng 9 năm 2025

Kính gửi: Trạm Y tế xã; Trưởng các thôn.

Ủy ban nhân dân xã giao Trạm Y tế xã tuyên truyền trên hệ thống truyền thanh cách xử trí khi bị chó cắn.

Trưởng các thôn thông báo đến các hộ nuôi chó, mèo lịch tiêm phòng trước ngày 20/10/2025.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH
Lương Văn Khê
"""


def test_a_letter_without_numbers_waits_for_review_and_becomes_work_when_confirmed(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "cong-van.txt"
    path.write_text(LETTER, encoding="utf-8")
    document = import_document(path=path, commune=cast.commune, actor=cast.hanh.actor, at=NOW)
    assert [clause.label for clause in reviewed_extraction(document).clauses] == ["Đoạn 1", "Đoạn 2"]
    campaign = confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    assert {(row.clause, row.unit.name) for row in campaign.assignments.all()} == {
        ("Đoạn 1", "Trạm Y tế xã"),
        ("Đoạn 2", "Trưởng các thôn"),
    }
    assert [topic.clause for topic in campaign.topics.order_by("pk")] == ["Đoạn 1", "Đoạn 2"]
