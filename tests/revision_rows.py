"""One plan and its revised version, written as the reader hands them over: no rule of reading stands between."""

from __future__ import annotations

import re

from cast import Cast
from document_rows import a_read_document
from loa.documents.models import Document
from loa.documents.ports import Anchor, AssignmentRow, Clause, ExtractionResult, Header, Line, ReportingDuty, Window

PLAN = """Số: 05/KH-UBND, ngày 2025-09-05, người ký Lương Văn Khê
I. MỤC ĐÍCH
II. NỘI DUNG TUYÊN TRUYỀN
1. Tuyên truyền lịch tiêm phòng dại cho đàn chó, mèo năm 2025 đến từng hộ dân trong xã.
2. Hướng dẫn người dân xích, nhốt chó và rửa vết cắn bằng xà phòng dưới vòi nước.
III. TỔ CHỨC THỰC HIỆN
1. Trạm Y tế xã
Chủ trì tuyên truyền phòng bệnh dại, xong trước ngày 2025-10-20.
2. Phòng Văn hóa - Xã hội
Hướng dẫn treo băng rôn tại nhà văn hóa các khu; báo cáo định kỳ gửi Sở Y tế tỉnh Lam Giang.
3. Trung tâm Dịch vụ sự nghiệp công
Phát thanh hằng ngày trên đài truyền thanh xã, xong trước ngày 2025-10-30."""
# A topic is put in before the others, one day is moved, the third duty is gone and another one has come.
REVISED = (
    PLAN.replace("05/KH-UBND", "09/KH-UBND")
    .replace("2025-09-05", "2025-09-20")
    .replace("1. Tuyên truyền lịch", "1. Giới thiệu đường dây nóng báo chó thả rông của xã.\n2. Tuyên truyền lịch")
    .replace("2. Hướng dẫn người dân xích", "3. Hướng dẫn người dân xích")
    .replace("2025-10-20", "2025-10-31")
    .replace("3. Trung tâm Dịch vụ sự nghiệp công", "3. Công an xã")
    .replace("Phát thanh hằng ngày trên đài truyền thanh xã", "Kiểm tra việc rọ mõm chó nơi công cộng")
)
TITLE = "Tuyên truyền phòng bệnh dại trên địa bàn xã Đồng Sương"
_ITEM = re.compile(r"(?:(?P<top>[IVX]+)|(?P<sub>\d+))\. (?P<heading>.*)")


def a_document(cast: Cast, text: str, *, sha: str, name: str = "ke-hoach.docx") -> Document:
    """The rows that an import of `text` leaves; `sha` is one letter of its hash."""
    return a_read_document(cast.commune, cast.hanh, _read(text), sha256=sha * 64, name=name)


def _read(text: str) -> ExtractionResult:
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), start=1))
    clauses = _clauses(lines)
    doers = [one for one in clauses if one.parent == "III"]
    number = re.search(r"Số: (\d+)", text)
    day, signer = re.search(r"ngày ([\d-]+)", text), re.search(r"người ký (.+)", text)
    sent = [(one.label, found[1]) for one in doers if (found := re.search(r"gửi ([^.;]+)", one.text))]
    due = [(one.label, found[0]) for one in doers if (found := re.search(r"\d{4}-\d\d-\d\d", one.text))]
    return ExtractionResult(
        header=Header(
            doc_type="KH",
            number=number[1] if number else None,
            symbol="KH-UBND",
            issuer="ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG",
            date=day[1] if day else None,
            title=TITLE,
            signer=signer[1] if signer else None,
        ),
        recipients=(),
        archive=None,
        citations=(),
        clauses=clauses,
        windows=tuple(Window(label, None, day, None, None) for label, day in due),
        assignments=tuple(AssignmentRow(one.label, one.heading, "lead") for one in doers),
        topics=tuple(one.label for one in clauses if one.parent == "II"),
        activities=(),
        budget=(),
        reporting=tuple(ReportingDuty(label, None, receiver, None, True, False) for label, receiver in sent),
        anchors={f"/header/{name}": (Anchor(None, 1, 1, lines[0].text),) for name in ("number", "date", "signer")},
        lines=lines,
    )


def _clauses(lines: tuple[Line, ...]) -> tuple[Clause, ...]:
    found: list[Clause] = []
    top = ""
    for line in lines:
        item = _ITEM.fullmatch(line.text)
        if item:
            top = item["top"] or top
            label = item["top"] or f"{top}.{item['sub']}"
            parent = top if item["sub"] else None
            found.append(Clause(label, parent, item["heading"], item["heading"], line.number, line.number))
        elif found:
            last = found[-1]
            text = f"{last.text}\n{line.text}"
            found[-1] = Clause(last.label, last.parent, last.heading, text, last.line_from, line.number)
    return tuple(found)
