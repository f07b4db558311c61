"""What the columns of a table hold, told by the words of its head: `STT`, `Nội dung`, `Chủ trì`, `Thời gian` …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .wording import folded

NUMBER, CONTENT, LEAD, SUPPORT, TIME = "number", "content", "lead", "support", "time"
PRODUCT, AMOUNT, SOURCE, OTHER = "product", "amount", "source", "other"

_LONGEST = 70  # letters; the head of a column is a few words
_SMALLEST = 2  # columns that must say what they hold
# In this order: `Nguồn kinh phí` is no sum, `Đơn vị phối hợp thực hiện` no leader, `Kết quả thực hiện` no doer.
_KINDS = (
    (NUMBER, re.compile(r"(?:stt|tt|so tt|so thu tu|s\.t\.t|t\.t)\W*$")),
    (OTHER, re.compile(r"dvt\b|don vi tinh|dv tinh|don gia|so luong|khoi luong|ghi chu|diem\b|ky hieu|ma so")),
    (SOURCE, re.compile(r"(?:tu )?nguon\b")),
    (AMOUNT, re.compile(r"(?:tong )?(?:kinh phi|thanh tien|so tien|du toan|muc chi|tong cong|gia tri|tong muc)")),
    (LEAD, re.compile(r"[^:]*\bchu tri\b")),
    (SUPPORT, re.compile(r"[^:]*\bphoi hop\b")),
    (TIME, re.compile(r"[^:]*\b(?:thoi gian|thoi han|tien do|lo trinh|ky han|thoi diem|hoan thanh)\b|han\b")),
    (PRODUCT, re.compile(r"[^:]*\b(?:san pham|ket qua|dau ra|minh chung)\b")),
    (
        CONTENT,
        re.compile(
            r"[^:]*\b(?:noi dung|nhiem vu|cong viec|hoat dong|hang muc|chi tieu|giai phap|danh muc|muc tieu|dien giai"
            r"|ten)\b|viec\b"
        ),
    ),
    (
        LEAD,
        re.compile(
            r"(?:don vi|co quan|bo phan|to chuc|nguoi|ca nhan|dau moi|phong)\b[^:]*|(?:phan cong|trach nhiem|phu trach"
            r"|thuc hien|to chuc thuc hien|chiu trach nhiem)\b"
        ),
    ),
)
_TASK_PARTS = {LEAD, SUPPORT, TIME, PRODUCT}
_SUMS = (("ty", 10**9), ("trieu", 10**6), ("nghin", 10**3), ("ngan", 10**3))


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds, and its printed head; `scale` is the đồng that a bare number of a sum stands for."""

    kinds: tuple[str, ...]
    heads: tuple[str, ...]

    def at(self, kind: str) -> int | None:
        """The first column of that kind."""
        return self.kinds.index(kind) if kind in self.kinds else None

    @property
    def is_tasks(self) -> bool:
        """The table says what is to be done and by whom, when or with what result."""
        return CONTENT in self.kinds and bool(_TASK_PARTS & set(self.kinds))

    @property
    def is_costs(self) -> bool:
        """The table says what costs how much."""
        return CONTENT in self.kinds and AMOUNT in self.kinds

    @property
    def scale(self) -> int:
        head = folded(self.heads[self.kinds.index(AMOUNT)]) if AMOUNT in self.kinds else ""
        return next((size for word, size in _SUMS if re.search(rf"\b{word}\b", head)), 1)


def kind_of(head: str) -> str | None:
    """What the column under `head` holds."""
    plain = " ".join(folded(head).split())
    if not plain or len(plain) > _LONGEST:
        return None
    return next((kind for kind, pattern in _KINDS if pattern.match(plain)), None)


def columns_of(cells: Sequence[str]) -> Columns | None:
    """Read a row as the head of a table of tasks or costs; None where it is none."""
    if any(len(cell) > _LONGEST for cell in cells):
        return None
    kinds = [kind_of(cell) for cell in cells]
    known = [kind for kind in kinds if kind]
    if len(known) < _SMALLEST or len(known) * 2 < len(cells):
        return None
    if CONTENT not in kinds:
        free = next((at for at, (kind, cell) in enumerate(zip(kinds, cells, strict=True)) if not kind and cell), None)
        if free is None or NUMBER not in kinds:
            return None
        kinds[free] = CONTENT
    columns = Columns(tuple(kind or OTHER for kind in kinds), tuple(cells))
    return columns if columns.is_tasks or columns.is_costs else None


def with_second_row(columns: Columns, cells: Sequence[str]) -> Columns | None:
    """A head of two rows: `Cơ quan thực hiện` over `Chủ trì` and `Phối hợp`; None where `cells` is a row of its own."""
    printed = [cell for cell in cells if cell]
    inner = [kind_of(cell) for cell in printed]
    if not printed or not all(inner) or any(letter.isdigit() for cell in printed for letter in cell):
        return None
    if len(cells) == len(columns.kinds):
        pairs = zip(columns.heads, columns.kinds, cells, strict=True)
        merged = [(cell, kind_of(cell) or kind) if cell else (head, kind) for head, kind, cell in pairs]
        return Columns(tuple(kind for _, kind in merged), tuple(head for head, _ in merged))
    spanned = columns.at(LEAD)
    if spanned is None:
        return None
    kinds = (*columns.kinds[:spanned], *(kind or OTHER for kind in inner), *columns.kinds[spanned + 1 :])
    return Columns(kinds, (*columns.heads[:spanned], *printed, *columns.heads[spanned + 1 :]))
