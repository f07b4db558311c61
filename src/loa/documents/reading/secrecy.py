"""The secrecy mark of a document: MẬT, TỐI MẬT or TUYỆT MẬT, stamped above the title (Luật 29/2018/QH14)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loa.documents.ports import Line
from loa.vietnamese.folding import fold

LETTERHEAD_LINES = 30

_MARK = re.compile(r"(?:(?:ĐỘ|DẤU ĐỘ) MẬT ?:? ?)?((?:TUYỆT |TỐI )?MẬT)")
# Columns run together by a poor text layer: the mark beside the date, or after the number.
_RUN_TOGETHER = re.compile(r"((?:TUYỆT |TỐI )?MẬT) \S.*, ngày\b.*|Số ?:.* ((?:TUYỆT |TỐI )?MẬT)")
_SPACED = re.compile(r"(?<!\S)(\S) (?=\S(?!\S))")  # 'M Ậ T' as some stamps are typed
_COLUMNS = re.compile(r"\s{2,}|\|")
_BLURRED = {"mat": "MẬT", "toi mat": "TỐI MẬT", "tuyet mat": "TUYỆT MẬT"}
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_FRAME = " \t*_#>()[].:;~=-–—│┃║"
_TITLE = re.compile(
    r"(?:KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|CÔNG ĐIỆN|THÔNG BÁO|HƯỚNG DẪN|BÁO CÁO|TỜ TRÌNH|CHƯƠNG TRÌNH"
    r"|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|KẾT LUẬN|BIÊN BẢN)(?!\S)|(?i:kính gửi)"
)


def mark_in(line: str) -> str | None:
    """The mark that stands alone on the line, or alone in one of its columns; a sentence has none."""
    for column in _COLUMNS.split(line):
        words = " ".join(column.strip(_FRAME).split())
        found = _MARK.fullmatch(_SPACED.sub(r"\1", words)) or _MARK.fullmatch(words)
        if found:
            return found.group(1)
    joined = _RUN_TOGETHER.fullmatch(" ".join(line.strip(_FRAME).split()))
    return joined and (joined.group(1) or joined.group(2))


def secrecy_mark(lines: Sequence[Line]) -> str | None:
    """The mark in the letterhead, above the title or `Kính gửi`; None for a document that only speaks of secrecy."""
    written = [line for line in lines if line.text.strip()]
    for line in written[:LETTERHEAD_LINES]:
        if _TITLE.match(line.text.strip(_FRAME)):
            return None
        mark = mark_in(line.text) or (_blurred_mark(line.text) if line.confidence is not None else None)
        if mark:
            return mark
    return None


def _blurred_mark(text: str) -> str | None:
    """A stamp read from a picture may have lost its marks or won dust: `MÂT`, `TUYET MẶT.`."""
    letters = _NOT_LETTERS.sub(" ", text).strip()
    return _BLURRED.get(fold(letters)) if letters.isupper() else None
