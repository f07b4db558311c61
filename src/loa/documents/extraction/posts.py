"""Persons and posts: their field (`phụ trách lĩnh vực …`), the titles of one person, posts under one `Các đồng chí`."""

from __future__ import annotations

import re

from .unit_heads import CLASS, FIXED, POSTS
from .unit_stops import STOP
from .wording import CAPITAL

_COMRADE = r"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)"
_HOLDER = (
    rf"(?:{_COMRADE}|[Cc]hủ tịch|[Bb]í thư|[Gg]iám đốc|[Hh]iệu trưởng|[Tt]rưởng|[Ll]ãnh đạo|[Cc]án bộ|[Cc]huyên viên|"
    r"[Cc]ông chức|[Vv]iên chức|[Nn]hân viên|[Tt]hành viên|[Uu][ỷỹ] viên|[Ủủ]y viên|[Bb]ộ phận|Công an|[Gg]iáo viên)"
)
_FIELD_WORDS = (
    r"(?:(?:các |một số )?(?:lĩnh vực|mảng|khối|công tác|ngành|nội dung|địa bàn|cụm|chuyên môn|phong trào|"
    r"thôn|xã|bản|ấp|khu|tổ|chi bộ|trường)|văn xã|"
    r"văn hó?[óo]?a|văn hoá|kinh tế|nội chính|xã hội|thông tin|truyền thông|tuyên truyền|giáo dục|y tế|nông nghiệp|"
    rf"công nghệ|chuyển đổi số|tổng hợp|hành chính|tài chính|"
    rf"văn thư|thi đua|dân vận|dân tộc|tôn giáo|loa|đài|truyền thanh|an ninh|quân sự|[{CAPITAL}][^\W\d_A-ZĐ]+)\b|"
    r"(?!chung|toàn diện|trực tiếp)[^.;:()]{3,80}(?=:|$)"
)
_REMIT = re.compile(rf"{_HOLDER}[^.;:()]{{0,80}}?(?P<remit>(?<!trực tiếp),?\sphụ trách\s(?:{_FIELD_WORDS}))")
_REMIT_ENDS = re.compile(r"[.;:()“\"|]")
_NAMES_A_FIELD = re.compile(r"(?:lĩnh vực|mảng|khối|công tác|ngành|nội dung|,|và)\s$")
_FIELD_VERBS = {"giám sát", "tuyên truyền", "kiểm tra", "tổng hợp", "tiếp công dân", "bảo vệ", "thông tin", "phổ biến"}
_AND = re.compile(r"(?P<mark>,)\s|\s(?:và|cùng)\s")
_NEXT_UNIT = re.compile(rf"(?!Văn phòng(?! [{CAPITAL}]))(?:{FIXED}|{CLASS})")
_SHARED = re.compile(r"(?:[Cc]ác|[Nn]hững)\s(?:đồng chí|đ/c|ông|bà)\b")
_POST = re.compile("|".join(POSTS))
_NAME = rf"(?:[{CAPITAL}][^\W\d_]*)(?:\s[{CAPITAL}][^\W\d_]*){{1,4}}"
_ONE_PERSON = re.compile(
    rf"{_COMRADE}:?\s(?:(?:Phó )?Bí thư\b|[Uu][ỷỹ] viên\b|[Ủủ]y viên\b|[^\W\d_]+ [ủu][yỷ] viên\b|"
    rf"(?!{'|'.join(POSTS)}){_NAME}(?=\s?,|\s[-–]|$))"
)
_REMIT_AT_END = re.compile(r",?\sphụ trách\s[^,;.:]+(?:,\s[^;.:]+)?$")


def masked_remits(words: str) -> str:
    """The field behind `phụ trách` is a part of the post's name: no verb in it ends the name, no comma parts it."""
    if "phụ trách" not in words:
        return words
    for found in _REMIT.finditer(words):
        start, stop = found.start("remit"), _remit_end(words, found.end("remit"))
        inside = words[start:stop].rstrip()
        words = words[:start] + "_" * len(inside) + words[start + len(inside) :]
    return words


def _remit_end(words: str, at: int) -> int:
    end = mark.start() if (mark := _REMIT_ENDS.search(words, at)) else len(words)
    for found in STOP.finditer(words, at, end):
        if not (found.group() in _FIELD_VERBS and _NAMES_A_FIELD.search(words, at - 12, found.start())):
            end = found.start()
            break
    enumerates = False
    for found in _AND.finditer(words, at, end):
        if _NEXT_UNIT.match(words, found.end()) and (found["mark"] or not enumerates):
            return found.start()
        enumerates = True
    return end


def without_remit(name: str) -> int:
    """The length of `name` without the field at its end: `Phó Chủ tịch phụ trách văn xã.` says whose field it is."""
    found = _REMIT_AT_END.search(name)
    return found.start() if found else len(name)


def belongs_to_post(text: str, at: int, *, before: str) -> bool:
    """The post at `at` is a further title of the person before, or stands under the same `Các đồng chí`."""
    if not _POST.match(text, at) or _SHARED.match(text, at) or re.compile(_COMRADE).match(text, at):
        return False
    if _SHARED.match(before):
        return True
    return text[:at].rstrip().endswith(",") and _ONE_PERSON.match(before) is not None
