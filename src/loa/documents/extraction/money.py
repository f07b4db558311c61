"""Sums of money as plans print them, in đồng, and the words that say where the money comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:[.,\s]\d{3})+(?:,\d{1,3})?|\d+(?:,\d{1,3})?"
_SIZE = r"nghìn|ngàn|triệu|tỷ|tỉ"
_DONG = r"(?:đồng(?! (?:chí|bào|thời|hồ|bộ|dân|lòng))|vnđ|vnd|đ)\b(?!/)"
_SUM = re.compile(
    rf"(?<![\w.,/])(?P<n>{_NUMBER})\s*(?:(?P<size>{_SIZE})\b(?:\s+(?P<rest>\d{{1,3}})\s*(?P<less>triệu|nghìn)\b)?\s*"
    rf"(?P<dong>{_DONG})?|(?P<plain>{_DONG}))",
    re.IGNORECASE,
)
# `200 triệu` alone is a sum only at an end; `3 triệu lượt xem` counts something else, `2 tỷ lệ` is no number.
_ENDS = re.compile(r"\s*(?:[.,;:)/…-]|$|từ\b|và\b|cho\b|để\b|trong\b|\(|lấy\b|do\b)")
_SIZES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_BARE = re.compile(rf"(?:{_NUMBER})(?=\s*(?:đồng|vnđ|vnd|đ)?\s*$)", re.IGNORECASE)

_LEVEL = r"(?:nhà nước|trung ương|địa phương|tỉnh|thành phố|huyện|quận|xã|phường|đặc khu|thị trấn|cấp|các cấp)"
_SOURCE = re.compile(
    r"(?:nguồn (?:kinh phí|vốn|ngân sách|thu|chi|lực (?:tài chính|xã hội)|xã hội|huy động|tài trợ|đóng góp|hỗ trợ"
    rf"|viện trợ|hợp pháp)|(?:chi )?(?<!luật )ngân sách (?:{_LEVEL}|hằng năm|hàng năm)|vốn ngân sách"
    r"|dự toán (?:ngân sách|chi|được|thu|năm|hằng|hàng|giao)|(?:định mức )?chi thường xuyên"
    r"|kinh phí (?:sự nghiệp|chi thường xuyên|thường xuyên|được (?:giao|cấp|bố trí|phân bổ)|đóng góp)"
    r"|xã hội hóa|xã hội hoá|quỹ (?:thi đua|khen thưởng|phòng|đền|vì|hỗ)|nguồn (?:tài trợ|khác)"
    r"|(?:sự )?(?:tài trợ|đóng góp) (?:của|từ))",
    re.IGNORECASE,
)
# `kinh phí thực hiện được bố trí từ …`
_FROM = re.compile(
    r"kinh phí\b[^.;:]{0,90}?\s(?:từ|bằng|trích từ|lấy từ)\s+(?=(?:các\s)?(?:nguồn|ngân sách|dự toán|định mức"
    r"|doanh nghiệp|quỹ|vốn|kinh phí|chương trình|đóng góp|xã hội))",
    re.IGNORECASE,
)
_SOURCE_ENDS = re.compile(
    r"[.;:(]|(?<=\s)(?:để|nhằm|theo|thực hiện|do|bảo đảm|đảm bảo|phục vụ|trên cơ sở|trong đó"
    r"|và (?:thanh|quyết|bố|sử|tổ)|cho (?:các cơ quan|công tác|việc|hoạt động|các hoạt)"
    r"|tổ chức (?:triển|thực)|khi|gắn|với|tham mưu|sử dụng|ưu tiên|dành cho|cân đối|chủ động)(?!\w)"
)
_SOURCE_LENGTH = 220


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in đồng and where it is printed."""

    dong: int
    start: int
    end: int


def sums_in(text: str) -> Iterator[Sum]:
    """The sums that `text` prints with their unit."""
    for found in _SUM.finditer(text):
        size = (found["size"] or "").lower()
        if size and not found["dong"] and not _ENDS.match(text, found.end()):
            continue
        value = _value(found["n"], is_scaled=bool(size)) * _SIZES.get(size, 1)
        if found["rest"]:
            value += int(found["rest"]) * _SIZES[found["less"].lower()]
        yield Sum(round(value), found.start(), found.end())


def bare_sum(text: str, *, scale: int) -> int | None:
    """The sum in a cell: a number whose unit, `scale` đồng, stands at the head of its column."""
    named = next(sums_in(text), None)
    if named is not None:
        return named.dong
    found = _BARE.match(text.strip())
    return round(_value(found.group(), is_scaled=scale > 1) * scale) if found else None


def _value(number: str, *, is_scaled: bool) -> float:
    """`1.500.000` is a million and a half, `1,5` one and a half; `2.350,5` has both marks."""
    groups = re.split(r"[.\s]", number)
    if "," in number:
        whole, _, part = number.rpartition(",")
        if len(part) == 3 and not is_scaled and "." not in number:
            return float(number.replace(",", ""))
        if len(part) == 3 and whole.count(","):
            return float(number.replace(",", ""))
        return float(re.sub(r"[.,\s]", "", whole) + "." + part)
    return float("".join(groups))


def source_in(text: str, start: int, *, end: int) -> tuple[int, int] | None:
    """Where the words stand that say from which money, up to what it is for."""
    given = _FROM.search(text, start, end)
    found = _SOURCE.search(text, start, end)
    if given is None and found is None:
        return None
    if given is not None and (found is None or given.end() <= found.start() or found.end() <= given.end()):
        first = held = given.end()
    else:
        first, held = found.span() if found else (start, start)
    limit = min(end, first + _SOURCE_LENGTH)
    stop = _SOURCE_ENDS.search(text, held, limit)
    last = stop.start() if stop else limit
    return first, first + len(text[first:last].rstrip(" ,;.-–/…"))
