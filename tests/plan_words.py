"""A small plan of our own for tests, written as the reader hands it over: ExtractionResult values, no file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cast import Person
from document_rows import a_read_document
from loa.documents.models import Document
from loa.documents.ports import (
    ActivityRow,
    Anchor,
    AssignmentRow,
    Clause,
    ExtractionResult,
    Header,
    Line,
    ReportingDuty,
    Window,
)
from loa.units.models import Commune

TEXT = """ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG
Số:      /KH-UBND            Đồng Sương, ngày     tháng 9 năm 2025
I. MỤC ĐÍCH
Chủ động đấu tranh, phản bác thông tin xấu độc.
II. NỘI DUNG
1. Tổng kết tiến độ các nhiệm vụ của năm
2. Hướng dẫn người dân đăng ký tiêm chủng; nắm bắt dư luận của phụ huynh
3. Đấu tranh với các luận điệu xuyên tạc
III. HÌNH THỨC
1. Phát trên đài truyền thanh xã từ ngày 08/9/2025 đến ngày 30/11/2025
Trung tâm Dịch vụ SNC thực hiện, Công an xã phối hợp.
2. Rà quét thông tin trên mạng xã hội từ ngày 01/9/2025 đến ngày 31/12/2025
Công an xã thực hiện.
IV. KINH PHÍ
Ngân sách xã.
V. TỔ CHỨC THỰC HIỆN
1. Trung tâm Dịch vụ sự nghiệp công
Phát thanh, niêm yết.
2. Phòng Văn hoá - Xã hội
Báo cáo định kỳ về Sở Y tế tỉnh Lam Giang.
3. Công an xã
Xác minh người tung tin.
4. Đề nghị Ủy ban MTTQ xã
Vận động hội viên.
5. Các đơn vị liên quan
Phối hợp thực hiện trước ngày 20/8/2025."""

LINES = tuple(Line(number, text) for number, text in enumerate(TEXT.split("\n"), start=1))


def _clause(label: str, first: int, last: int) -> Clause:
    parent = label.rpartition(".")[0] or None
    words = [line.text for line in LINES[first - 1 : last]]
    words[0] = words[0].partition(". ")[2]
    return Clause(label, parent, words[0], "\n".join(words), first, last)


def _anchor(line: int, words: str) -> tuple[Anchor, ...]:
    assert words in LINES[line - 1].text, words
    return (Anchor(None, line, line, words),)


DOERS = (
    ("III.1", "Trung tâm Dịch vụ SNC", "lead", 11),
    ("III.1", "Công an xã", "support", 11),
    ("III.2", "Công an xã", "lead", 13),
    ("V.1", "Trung tâm Dịch vụ sự nghiệp công", "lead", 17),
    ("V.2", "Phòng Văn hoá - Xã hội", "lead", 19),
    ("V.3", "Công an xã", "lead", 21),
    ("V.4", "Ủy ban MTTQ xã", "request", 23),
    ("V.5", "Các đơn vị liên quan", "lead", 25),
)

SMALL_PLAN = ExtractionResult(
    header=Header(
        doc_type="KH",
        symbol="KH-UBND",
        issuer="ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG",
        date="2025-09",
        title="Tuyên truyền tiêm chủng",
    ),
    recipients=(),
    archive=None,
    citations=(),
    clauses=(
        _clause("I", 3, 4),
        _clause("II", 5, 5),
        _clause("II.1", 6, 6),
        _clause("II.2", 7, 7),
        _clause("II.3", 8, 8),
        _clause("III", 9, 9),
        _clause("III.1", 10, 11),
        _clause("III.2", 12, 13),
        _clause("IV", 14, 15),
        _clause("V", 16, 16),
        _clause("V.1", 17, 18),
        _clause("V.2", 19, 20),
        _clause("V.3", 21, 22),
        _clause("V.4", 23, 24),
        _clause("V.5", 25, 26),
    ),
    windows=(
        Window("III.1", "2025-09-08", "2025-11-30", None, None),
        Window("III.2", "2025-09-01", "2025-12-31", None, None),
        Window("V.5", None, "2025-08-20", None, None),
    ),
    assignments=tuple(AssignmentRow(clause, unit, role) for clause, unit, role, _line in DOERS),
    topics=("II.1", "II.2", "II.3"),
    activities=(
        ActivityRow("III.1", "Phát trên đài truyền thanh xã", ("loudspeaker",)),
        ActivityRow("III.2", "Rà quét thông tin trên mạng xã hội", ("social",)),
    ),
    budget=("IV",),
    reporting=(ReportingDuty("V.2", "Phòng Văn hoá - Xã hội", "Sở Y tế tỉnh Lam Giang", None, True, False),),
    anchors={
        "/header/symbol": _anchor(2, "KH-UBND"),
        "/reporting/0": _anchor(20, "Báo cáo định kỳ về Sở Y tế tỉnh Lam Giang."),
        **{f"/assignments/{number}": _anchor(line, unit) for number, (_c, unit, _r, line) in enumerate(DOERS)},
    },
    lines=LINES,
)


def with_changes(**changes: Any) -> ExtractionResult:
    return replace(SMALL_PLAN, **changes)


def a_plan_document(
    commune: Commune, person: Person, result: ExtractionResult = SMALL_PLAN, *, sha256: str = "a" * 64
) -> Document:
    """This plan as an import leaves it."""
    return a_read_document(commune, person, result, sha256=sha256)
