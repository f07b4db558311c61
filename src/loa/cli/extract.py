"""`loa extract FILE`: what one document says, without Django, a database or a network."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from loa.cli.explaining import explanation
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.documents.admission import extract_open_document, read_open_document
from loa.documents.extraction.serial import to_json
from loa.documents.ports import ExtractionResult
from loa.documents.printed_days import day_words
from loa.documents.reading.notices import sentences
from loa.documents.review.validity import ROLES


def extract_command(path: Path, *, as_json: bool, text_only: bool, explain: bool = False) -> int:
    """Print what `path` says: the JSON object, its text's plain lines, or a summary; 1 on a refusal.

    :param explain: with the rule of every field; for people instead of the summary.
    """
    try:
        if text_only:
            read = read_open_document(path)
            print("\n".join(line.text for line in read.lines))
            _tell(read.notices)
            return 0
        result = extract_open_document(path).result
    except Refusal as refusal:
        print(refusal.message, file=sys.stderr)
        return 1
    if as_json:
        print(json.dumps(to_json(result, explain=explain), ensure_ascii=False, indent=1))
    else:
        print("\n".join(explanation(result) if explain else summary(result)))
        _tell(result.notices)
    return 0


def _tell(notices: Iterable[str]) -> None:
    """What was changed on the way in, beside what the document says."""
    for sentence in sentences(notices):
        print(sentence, file=sys.stderr)


def summary(result: ExtractionResult) -> list[str]:
    """A few lines for a person: which document, and how much of each kind was read."""
    header = result.header
    unknown = _("(để trống)")
    number = f"{header.number or unknown}/{header.symbol or unknown}"
    lines = [
        _("Văn bản: {0} số {1}").format(header.doc_type or unknown, number),
        _("Cơ quan ban hành: {0}").format(header.issuer or unknown),
        _("Ngày: {0}").format(day_words(header.date) if header.date else unknown),
        _("Trích yếu: {0}").format(header.title or unknown),
        _("Người ký: {0}").format(header.signer or unknown),
        _("Mục đánh số: {0}; văn bản viện dẫn: {1}; nơi nhận: {2}").format(
            len(result.clauses), len(result.citations), len(result.recipients)
        ),
        _("Nội dung tuyên truyền: {0}; hình thức: {1}; thời hạn: {2}").format(
            len(result.topics), len(result.activities), len(result.windows)
        ),
        _("Phân công: {0} chủ trì, {1} phối hợp, {2} đề nghị").format(*_counts(result)),
    ]
    lines += [_role_line(row.clause, row.unit, role=row.role) for row in result.assignments]
    return [*lines, _("Dòng chưa dùng đến: {0}").format(len(result.unused))]


def _counts(result: ExtractionResult) -> list[int]:
    return [sum(row.role == role for row in result.assignments) for role in ROLES]


def _role_line(clause: str, unit: str, *, role: str) -> str:
    names = {"lead": _("chủ trì"), "support": _("phối hợp"), "request": _("đề nghị")}
    return f"  {clause}: {unit} ({names[role]})"
