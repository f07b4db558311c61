"""Names of bodies and posts in running text: where one begins, how far it reaches, and where a list of them parts.

A name begins at its own head (`Sở …`, `UBND …`, `Trưởng …`, `các …`) and reaches to the first verb or preposition of
the sentence; nouns under one `các` are one body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .unit_stops import CONDITIONAL, PLAIN
from .wording import folded

_CAP = "A-ZĐÁÀẢÃẠÂẤẦẨẪẬĂẮẰẲẴẶÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ"
_NAMED = (
    rf"Sở\s(?!dĩ)|(?:UBND|HĐND|MTTQ|UB\.?MTTQ|UBMTTQ\w*|BCH|BHXH|VKSND|TAND|LLVT|TTĐU|VP|TT)(?:\s|$)|[ỦU][yỷ] ban\s|"
    r"Phòng\s(?!ngừa|chống|tránh|họp)|Công an\b|"
    rf"Bộ\s(?=[{_CAP}])(?!Tiêu|Luật)|Bộ phận\s|Ban\s(?=[{_CAP}]|chỉ|tổ|quản|thường|công|giám|chấp|tuyên|"
    rf"nhân|vận|đại)|Trung tâm\s|"
    r"Hội\s(?!nghị|thảo|thi|viên|nhập|họp)|Đoàn\s(?!thể|kết|viên)|Liên đoàn\s|Liên minh\s|Liên hiệp\s|"
    r"Hiệp hội\s|Công đoàn\b|"
    r"Mặt trận\s|(?:Đảng|Tỉnh|Thành|Huyện|Quận) [ủu][yỷ]\b|Đảng bộ\b|Chi bộ\b|Chi [ủu][yỷ]\b|Cấp [ủu][yỷ]\b|Đài\s|"
    rf"Báo\s(?=[{_CAP}]|và [{_CAP}])|Cục\s(?=[{_CAP}])|"
    rf"Chi cục\s|Tổng cục\s|Vụ\s(?=[{_CAP}])|Viện\s|Văn phòng\b|Trường\s(?!hợp)|Bệnh viện\s|Trạm\s|Thanh "
    rf"tra\b|(?:Tòa|Toà) án\s|Kiểm toán\s|Viện [Kk]iểm sát\b|"
    rf"Kho bạc\s|Bảo hiểm\s(?=xã|[{_CAP}])|Ngân hàng\s|Bưu điện\b|Điện lực\b|Tổ\s(?!chức|quốc)|Thường "
    rf"trực\b|Hội đồng\s|"
    r"Đội\s(?!ngũ)|Hạt\s|Quân\s(?=khu)|Bộ đội\s|Công ty\b|Tập đoàn\b|Tổng công ty\b|(?:Tỉnh|Thành|Huyện|"
    r"Xã) đoàn\b|Thuế\s|"
    rf"(?:phòng|trung tâm|văn phòng|trạm|trường)\s(?=[{_CAP}])|công an (?:xã|phường|tỉnh|đặc khu)\b|"
    rf"Quỹ\s(?=[{_CAP}])|Thư viện\b|Nhà văn hóa\b|Nhà trường\b|Đồn\s|Chính phủ\b|Thủ tướng\b|Quốc hội\b|"
    rf"Khối\s(?=[{_CAP}])"
)
_POSTS = (
    r"(?:Phó )?Chủ tịch\b|(?:Phó )?Giám đốc\b|(?:Phó )?Tổng [Gg]iám đốc\b|Thủ trưởng\b|Trưởng\s|Phó\s|Bí "
    r"thư\b|Chánh\s|Đồng chí\b|"
    r"Người đứng đầu\b|Bộ trưởng\b|Chỉ huy trưởng\b|Hiệu trưởng\b|Công chức\s|Viên chức\s|Chủ nhiệm\b|Chủ "
    r"đầu tư\b|Tổ trưởng\b|"
    r"thủ trưởng\s|người đứng đầu\b|trưởng các\s|giám đốc các\s|chủ tịch\s(?=UBND|[ỦU])|Thành viên\s|Cộng "
    r"tác viên\s|Tuyên truyền viên\s|Báo cáo viên\s"
)
_NOUNS = (
    "sở|ban|ngành|phòng|cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|doanh nghiệp|xã|phường|đặc khu|thôn|"
    "bản|khu (?:dân cư|phố|công)|tổ|trường|cơ sở|"
    "nhà|hội|chi bộ|chi hội|chi đoàn|cấp|đảng|tỉnh|thành|huyện|bộ|chủ|đồng chí|lực lượng|trạm|trung tâm|"
    "bệnh viện|công ty|"
    "ngân hàng|đài|báo|ubnd|[uủ][yỷ] ban|thành viên|tập đoàn|hợp tác xã|trưởng|đoàn|viện|cá nhân|ấp|buôn|"
    "làng|tuyên truyền viên|"
    "nhà mạng|văn phòng|cục|chi cục|vụ|hiệp hội|bí thư|ủy viên|ông|bà|hộ|cộng tác viên|báo cáo viên"
)
_CLASS = rf"(?i:các|những|toàn thể)\s(?=(?i:{_NOUNS})\b)"
_BARE = (
    r"(?i:cơ quan(?! báo)|đơn vị|địa phương|doanh nghiệp|báo, đài|báo chí|sở, (?:ban|ngành)|ban, ngành|"
    r"chủ đầu tư|cấp trên|"
    r"cấp [ủu][yỷ]|nhà trường|đoàn thể|trường học|tổ chức chính trị|tổ chức đảng|ủy ban nhân dân|tuyên truyền viên)\b"
)
UNIT = re.compile(rf"(?<![\w-])(?:{_NAMED}|{_POSTS}|{_CLASS}|{_BARE})")
_FIXED_HEAD = re.compile(rf"(?:{_NAMED}|{_POSTS})")
_CLASS_HEAD = re.compile(_CLASS)
_BARE_HEAD = re.compile(_BARE)
_LAND = re.compile(
    r"(?i:xã|phường|đặc khu|thị trấn|thôn|bản|ấp|khu phố|tổ dân phố|khu dân cư|huyện|thành phố|tỉnh|buôn|làng)\b"
)

_LIST_REACH = 800  # letters; no list of bodies is longer
_LONE_NOUNS = {"báo", "sở", "ban", "đài"}
_OFFICE_OF_TWO = re.compile(r"^(?:Chánh |Phó Chánh )?Văn phòng\b.*(?:HĐND|Hội đồng nhân dân|Quốc hội|ĐBQH)$")
_COUNCIL = re.compile(r"(?:UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân)\b")

_STOP = re.compile(rf"(?:^|(?<=\s))(?:{PLAIN}|{'|'.join(CONDITIONAL)})(?!\w)")
_NAME_SO_FAR = re.compile(r"(?:^|\s)(?:ban|tổ|đội|trung tâm|ủy ban|uỷ ban)\s$", re.IGNORECASE)
_ORGANISES = re.compile(
    r"(?<!các)(?<![,;])(?<!và)(?<!cơ quan)(?<!cơ sở)\stổ chức(?=\s)(?!\s(?:chính trị|xã hội|đảng|thành "
    r"viên|có liên|cá nhân))"
)
_END = re.compile(r"[.:!?…]\s|[.:!?…]$|[;(“\"]")
_PART = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng|cùng với)\s+")
_CLOSED_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKETS = re.compile(r"\s*\([^)]*\)?")
_RUNS_ON = re.compile(
    rf"(?P<name>[{_CAP}].*\b[{_CAP}][^\W\d_]*(?: (?:xã|phường|tỉnh|thành phố|đặc khu|các "
    rf"cấp))?)(?P<rest>(?: [^{_CAP}\s]+){{6,}})$"
)
_IN_A_NAME = re.compile(r"\b(?:thuộc|trên địa bàn|của|cấp|các|đóng)\b")
_LEADING = re.compile(r"^(?:và|với|cùng với|cùng|là|gồm|Đề nghị|Giao|Yêu cầu|Mời|đề nghị|giao)\s+")
_VAGUE = re.compile(
    r"^(?:(?:thu truong|cac|nhung|toan the|co quan|don vi|dia phuong|to chuc|ca nhan|ban|nganh|cap|tren|"
    r"duoi|chuc nang|bo phan|luc luong|"
    r"noi tren|khac|co|chuyen mon|so tai|va)(?:[\s,;]+|$))+$"
)


@dataclass(frozen=True, slots=True)
class UnitName:
    """One body or post as printed; `start`..`end` in the text it was read from."""

    text: str
    start: int
    end: int

    @property
    def is_vague(self) -> bool:
        """A doer without a name: `các đơn vị liên quan`, `cơ quan, địa phương`."""
        plain = folded(self.text)
        return "lien quan" in plain or _VAGUE.match(plain) is not None


def list_end(text: str, start: int, end: int | None = None) -> int:
    """Where the list of names that begins at `start` stops: before a verb, a preposition, or the sentence's end."""
    end = min(len(text) if end is None else end, start + _LIST_REACH)
    cut = _segment_end(text, start, end)
    while cut < end and text[cut] == ";":
        following = cut + 1 + len(text[cut + 1 :]) - len(text[cut + 1 :].lstrip())
        if not UNIT.match(text, following):
            break
        stop = _segment_end(text, following, end)
        if stop < end and text[stop] not in ";.:":
            break
        cut = stop
    return start + len(text[start:cut].rstrip(" ,;-–"))


def _segment_end(text: str, start: int, end: int) -> int:
    text = _without_brackets(text)
    stops = [end]
    if found := _END.search(text, start, end):
        stops.append(found.start())
    for found in _STOP.finditer(text, start + 1, end):
        if not _NAME_SO_FAR.search(text, start, found.start()):
            stops.append(found.start())
            break
    if found := _ORGANISES.search(text, start, end):
        stops.append(found.start())
    return min(stops)


@lru_cache(maxsize=64)
def _without_brackets(text: str) -> str:
    """What a bracket explains is no part of the list: its letters become letters that mean nothing."""
    return _CLOSED_BRACKETS.sub(lambda found: "_" * len(found.group()), text)


def names_in(text: str, start: int, end: int) -> list[UnitName]:
    """Part the list `text[start:end]` into bodies."""
    names: list[tuple[int, int]] = []
    at = start
    for stop, following in _separators(text, start, end):
        if names and not _begins_unit(text, (at, stop), text[slice(*names[-1])]):
            names[-1] = (names[-1][0], stop)
        elif UNIT.match(text, at) or names or at == start:
            names.append((at, stop))
        at = following
    return [name for name in (_name(text, *span) for span in names) if name is not None]


def _separators(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts = _PART.finditer(_without_brackets(text), start, end)
    return [*((found.start(), found.end()) for found in parts if found.end() < end), (end, end)]


def _begins_unit(text: str, span: tuple[int, int], before: str) -> bool:
    """The piece is a body of its own behind `before`, not one more noun of it."""
    at, piece = span[0], text[slice(*span)]
    if _OFFICE_OF_TWO.search(before) and _COUNCIL.match(text, at):
        return False
    if _FIXED_HEAD.match(text, at) or _CLASS_HEAD.match(text, at):
        return True
    if _LAND.match(piece) or _is_class(before):
        return False
    return _BARE_HEAD.match(text, at) is not None or piece in _LONE_NOUNS


def _is_class(name: str) -> bool:
    return (
        re.match(rf"(?i:các|những|toàn thể)\b|(?i:sở|ban|cơ quan|đơn vị|thủ trưởng|báo)\b(?! [{_CAP}])", name)
        is not None
    )


def _name(text: str, start: int, end: int) -> UnitName | None:
    while lead := _LEADING.match(text[start:end]):
        start += lead.end()
    words = _BRACKETS.sub("", text[start:end]).strip(" ,;.:-–")
    if (found := _RUNS_ON.match(words)) and not _IN_A_NAME.search(found["rest"]):
        words = found["name"]
    return UnitName(words, start, end) if len(words) > 1 else None
