"""Labelled lines that name units: `Đơn vị thực hiện:`, `Chủ trì:`, `Cơ quan phối hợp:`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .wording import folded

_BODY = (
    r"(?:(?:cac )?(?:don vi|co quan|bo phan|to chuc|nguoi|ca nhan|dau moi|phong|lanh dao|can bo|cong chuc|"
    r"chuyen vien|dong chi|"
    r"to|ban|luc luong)"
    r"(?:\s*[,/]\s*(?:don vi|co quan|to chuc|ca nhan))*\s+)?"
)
_LEAD = (
    rf"{_BODY}(?:duoc (?:giao|phan cong) )?"
    r"(?:(?:trieu tap va )?chu tri(?: hoi nghi| cuoc hop| buoi hop)?|thuc hien|chiu trach nhiem|phu trach|"
    r"tham muu|thuong truc|chu quan|dau moi)"
    r"(?:[\s,]+(?:chinh|thuc hien|tham muu|trien khai|va|to chuc|phoi hop))*|"
    r"phan cong(?: thuc hien| nhiem vu)?|trach nhiem(?: thuc hien)?"
)
_SUPPORT = rf"{_BODY}(?:cung )?phoi hop(?: thuc hien| trien khai| tham muu)?"
_OTHER = (
    r"(?:thoi gian|thoi han|tien do|dia diem|noi dung|hinh thuc|kinh phi|san pham|doi tuong|ket qua|so luong|"
    r"thanh phan|don vi tham gia|luc luong tham gia|thanh vien)[^:.;]{0,40}"
)
_LABEL = re.compile(
    rf"(?:^|(?<=[.;,]\s)|(?<=\()|(?<=[-–+]\s))(?:(?P<lead>{_LEAD})|(?P<support>{_SUPPORT})|(?P<other>{_OTHER}))\s*:\s*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `start`; its words run from `at` to `end`. Open: the words follow in dash lines."""

    role: str
    start: int
    at: int
    end: int

    @property
    def is_open(self) -> bool:
        return self.end - self.at < 2


_WHO_AND_WHAT = re.compile(
    r"(?:thanh phan|ket qua|san pham|ho so|so luong|thanh vien|khach moi|"
    r"luc luong tham gia|don vi tham gia)[^:.;]{0,40}:"
)


def only_lists(words: str) -> bool:
    """`Thành phần: …`, `Kết quả: …`: who is there and what comes of it, not who does it."""
    return ":" in words and _WHO_AND_WHAT.match(folded(words)) is not None


def labels_in(text: str, at: int) -> list[Label]:
    """The labels that name units in `text[at:]`, in order."""
    if ":" not in text:
        return []
    plain = folded(text)
    marks = list(_LABEL.finditer(plain[at:]))
    out: list[Label] = []
    for index, found in enumerate(marks):
        if found["other"]:
            continue
        end = marks[index + 1].start() if index + 1 < len(marks) else len(text) - at
        out.append(Label("lead" if found["lead"] else "support", at + found.start(), at + found.end(), at + end))
    return out
