"""Names of bodies and posts in running text: where one begins, how far it reaches, and where a list of them parts.

A name begins at its own head (`Sở …`, `UBND …`, `Trưởng …`, `các …`) and reaches to the first verb or preposition of
the sentence; nouns under one `các` are one body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .posts import belongs_to_post, masked_remits
from .unit_ends import NAME_ENDS
from .unit_heads import BARE, CLASS, FIXED, LAND
from .unit_stops import STOP
from .wording import CAPITAL, folded

UNIT = re.compile(rf"(?<![\w-])(?:{FIXED}|{CLASS}|{BARE})")
_FIXED_HEAD = re.compile(FIXED)
_CLASS_HEAD = re.compile(CLASS)
_BARE_HEAD = re.compile(BARE)
_LAND = re.compile(LAND)

_LIST_REACH = 800  # letters; no list of bodies is longer
_LONGEST_LIST = 12  # parts between semicolons
_PEOPLE = re.compile(r"(?:mọi|mỗi|từng|toàn thể|bà con|quần chúng)\s|(?:người dân|[Nn]hân dân|cộng đồng)\b(?! các)")
_LONE_POSTS = {"Giám đốc", "Thủ trưởng", "Trưởng", "Chủ tịch", "Bí thư"}  # `Giám đốc, Thủ trưởng các sở`: one post
_LONE_NOUNS = {"báo", "sở", "ban", "đài"}
_CLASS_SO_FAR = re.compile(
    r"(?:(?:Giám đốc|Thủ trưởng|Trưởng), )*(?:(?i:các|những|toàn thể|người đứng đầu)\b|"
    r"(?:(?:Phó )?[Tt]rưởng|[Gg]iám đốc|[Bb]í thư|[Hh]iệu trưởng) các\b|"
    rf"(?i:sở|ban|cơ quan|đơn vị|doanh nghiệp|thủ trưởng|lãnh đạo|báo)\b(?! [{CAPITAL}]))"
)
_OFFICE_OF_TWO = re.compile(r"^(?:Chánh |Phó Chánh )?Văn phòng\b.*(?:HĐND|Hội đồng nhân dân|Quốc hội|ĐBQH)$")
_COUNCIL = re.compile(r"(?:UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân)\b")

_NAME_SO_FAR = re.compile(
    r"\b(?:tổ|đội|đoàn|hội đồng|trung tâm|ủy ban|uỷ ban|(?<!,\s)(?<!tiểu )ban)\s$",
    re.IGNORECASE,
)
_ORGANISES = re.compile(
    r"(?<!các)(?<!Các)(?<![,;])(?<!và)(?<!cơ quan)(?<!cơ sở)\stổ chức(?=\s)"
    r"(?!\s(?:chính trị|xã hội|đảng|thành viên|có liên|cá nhân))"
)
_END = re.compile(r"[.:!?…]\s|[.:!?…]$|[;()“\"|]")
_CLASS_BEFORE = re.compile(
    r"\b(?:[Cc]ác|\d+) (?:sở|xã|phường|phòng|thôn|bản|ấp|trường|huyện|ban|tỉnh)"
    r"(?:, (?:xã|phường|ban|đặc khu|thành phố))*$"
)
_ONLY_NAMES = re.compile(
    rf":(?:\s[{CAPITAL}][\w-]*(?:\s[\w-]+){{0,6}},)+\s[{CAPITAL}][\w-]*"
    rf"(?:\s(?:(?:và )?[{CAPITAL}][\w-]*|tế|vụ|chính|pháp|thương)){{0,4}}"
)
_FIELD = (  # what a committee has one of its parts for
    r"(?:[Tt]hông tin|[Tt]uyên truyền|[Kk]hánh tiết|[Nn]ội dung|[Nn]hân sự|[Vv]ăn kiện|[Hh]ậu cần|[Ll]ễ tân|[Yy] tế|"
    r"[Aa]n ninh(?:,? trật tự)?|[Tt]rật tự|[Vv]ật chất|[Tt]ổ chức|[Pp]hục vụ|[Kk]iểm tra|[Gg]iám sát|[Vv]ăn nghệ)\b"
)
_INSPECTION = r"(?:[Kk]iểm tra|[Gg]iám sát|[Tt]hanh tra|[Kk]hảo sát|[Đđ]ôn đốc|[Đđ]ánh giá|[Pp]hản biện)\b"
_PETITIONS = r"(?:(?:xử lý|giải quyết) )?(?:đơn thư(?: khiếu nại)?|khiếu nại|tố cáo|kiến nghị|phản ánh)"
_ONE_NAME = re.compile(
    rf"[ĐđTt](?:oàn|ổ)(?: công tác)? {_INSPECTION}(?:(?:,| và) {_INSPECTION})*|"
    rf"[Tt]ổ(?: công tác)? tiếp (?:công )?dân(?:(?:,| và) {_PETITIONS})*(?: của (?:công|người) dân)?|"
    r"có tên (?:tại|trong) (?:Điều|Danh sách|danh sách)|"
    r"Tổng phụ trách|cơ quan (?:chuyên trách )?tham mưu,? giúp việc|tham gia bảo vệ an ninh,? trật tự ở cơ sở|"
    r"[Hh]ội đồng phối hợp(?: công tác)? phổ biến,? giáo dục pháp luật|"
    rf"[Tt]iểu ban {_FIELD}(?:(?:,| và| -) {_FIELD})*|"
    r"[Bb]an [Qq]uản lý (?:các )?[Dd]ự án(?: đầu tư)?(?: xây dựng)?|"
    r"[Bb]an [Cc]hỉ (?:đạo|huy) (?:phòng,? chống|phòng thủ|xây dựng|thực hiện|phát triển|chuyển đổi|cải cách|ứng phó)"
    r"(?= (?!các nhiệm vụ|nhiệm vụ|nội dung|kế hoạch|chế độ))|"
    r"[Tt]rung tâm (?:[Kk]iểm soát|[Hh]ỗ trợ|[Gg]iới thiệu|[Pp]hát triển|[Bb]ảo trợ|"
    r"[Xx]úc tiến|[Đđ]iều hành|[Pp]hục vụ)|"
    r"[Qq]uỹ (?:[Hh]ỗ trợ|[Pp]hát triển|[Bb]ảo trợ|[Bb]ảo vệ)"
)
_PART = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng|cùng với)\s+")
_CLOSED_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKETS = re.compile(r"\s*\((?!bà\))[^)]*\)?")
_RUNS_ON = re.compile(
    rf"(?P<name>[{CAPITAL}].*\b[{CAPITAL}][^\W\d_]*(?: (?:xã|phường|tỉnh|thành phố|đặc khu|các cấp))?)"
    rf"(?P<rest>(?: [^{CAPITAL}\s]+){{6,}})$"
)
_HAS_A_PURPOSE = re.compile(r"(?:Ban|Hội đồng|Hội|Tổ|Quỹ|Trung tâm|Sở|Bộ|Phòng|Đội)\s")
_IN_A_NAME = re.compile(r"\b(?:phụ trách|thuộc|trên địa bàn|của|cấp|các|đóng|nhà nước|nước|chi nhánh|khu vực)\b")
_TRAILING = re.compile(r"\s+(?:và|hoặc|cùng)$")
_LEADING = re.compile(r"^(?:và|với|cùng với|cùng|là|gồm|Đề nghị|Giao|Yêu cầu|Mời|đề nghị|giao)\s+")
_NAMELESS_TAIL = re.compile(  # behind a class that is told from others: `các nhà thuốc tư nhân, cá nhân liên quan`
    r"((?:[Cc]ác )?(?:doanh nghiệp|cơ sở|nhà|chủ|hợp tác xã|hiệp hội|trường|hãng|công ty|ngân hàng)(?: [^\s,;]+){2,8}?)"
    r"(?:,| và) (?:(?:các )?(?:tổ chức|cá nhân|cơ quan|đơn vị|địa phương|hộ gia đình)(?:, | và |,? (?=có |liên)))+"
    r"(?:có )?liên quan$"
)
_VAGUE = re.compile(
    r"^(?:(?:cac|nhung|toan the|co quan|don vi|dia phuong|to chuc|ca nhan|ban|nganh|cap|tren|duoi|"
    r"chuc nang|bo phan|luc luong|noi tren|khac|co|so tai|va)(?:[\s,;]+|$))+$"
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


def list_end(text: str, start: int, *, end: int | None = None, is_subject: bool = False) -> int:
    """Where the list of names that begins at `start` stops: before a verb, a preposition, or the sentence's end.

    A list that is the subject runs on behind its semicolons up to its verb: `Công an xã; Trạm Y tế tổ chức …`.
    """
    end = min(len(text) if end is None else end, start + _LIST_REACH)
    cut = _segment_end(text, start, end=end)
    for _ in range(_LONGEST_LIST):
        if cut >= end or text[cut] != ";":
            break
        following = cut + 1 + len(text[cut + 1 :]) - len(text[cut + 1 :].lstrip())
        if not UNIT.match(text, following):
            break
        stop = _segment_end(text, following, end=end)
        if not is_subject and stop < end and text[stop] not in ";.:":
            break
        cut = stop
    return start + len(text[start:cut].rstrip(" ,;-–"))


def _segment_end(text: str, start: int, *, end: int) -> int:
    words = _masked(text[start:end])
    stop = len(words)
    if (found := _END.search(words)) and not _lists_places(words, found.start()):
        stop = found.start()
    for found in STOP.finditer(words, 1, stop):
        if not _NAME_SO_FAR.search(words, 0, found.start()):
            stop = found.start()
            break
    if found := _ORGANISES.search(words, 0, stop):
        stop = found.start()
    for rule in NAME_ENDS:
        if found := rule.search(words, 0, stop):
            stop = found.end()
    return start + stop


def _lists_places(words: str, colon: int) -> bool:
    """`Giám đốc các sở: Y tế, Tài chính`: behind the colon stand only the names of the class."""
    return _CLASS_BEFORE.search(words, 0, colon) is not None and _ONLY_NAMES.match(words, colon) is not None


@lru_cache(maxsize=64)
def _masked(words: str) -> str:
    """What a bracket explains is no part of the list, and a verb inside a fixed name ends nothing."""
    if "(" in words:
        words = _CLOSED_BRACKETS.sub(lambda found: "_" * len(found.group()), words)
    words = masked_remits(words)
    return _ONE_NAME.sub(lambda found: found.group().replace(" ", "_"), words)


def names_in(text: str, start: int, *, end: int) -> list[UnitName]:
    """Part the list `text[start:end]` into bodies."""
    names: list[tuple[int, int]] = []
    at = start
    for stop, following in _separators(text, start, end=end):
        if names and _PEOPLE.match(text, at, stop):
            at = following
            continue
        if names and (
            text[slice(*names[-1])] in _LONE_POSTS or not _begins_unit(text, (at, stop), before=text[slice(*names[-1])])
        ):
            names[-1] = (names[-1][0], stop)
        elif UNIT.match(text, at) or names or at == start:
            names.append((at, stop))
        at = following
    return [name for name in (_name(text, start, end=end) for start, end in names) if name is not None]


def _separators(text: str, start: int, *, end: int) -> list[tuple[int, int]]:
    parts = (found.span() for found in _PART.finditer(_masked(text[start:end])))
    return [*((start + first, start + last) for first, last in parts if start + last < end), (end, end)]


def _begins_unit(text: str, span: tuple[int, int], *, before: str) -> bool:
    """The piece is a body of its own behind `before`, not one more noun of it."""
    at, piece = span[0], text[slice(*span)]
    if _OFFICE_OF_TWO.search(before) and _COUNCIL.match(text, at):
        return False
    if belongs_to_post(text, at, before=before):
        return False
    if _FIXED_HEAD.match(text, at) or _CLASS_HEAD.match(text, at):
        return True
    if _LAND.match(piece) or _is_class(before):
        return False
    return _BARE_HEAD.match(text, at) is not None or piece in _LONE_NOUNS


def _is_class(name: str) -> bool:
    return _CLASS_SO_FAR.match(name) is not None


def _name(text: str, start: int, *, end: int) -> UnitName | None:
    while lead := _LEADING.match(text[start:end]):
        start += lead.end()
    words = _BRACKETS.sub("", text[start:end]).strip(" ,;.:-–")
    if not _HAS_A_PURPOSE.match(words) and (found := _RUNS_ON.match(words)) and not _IN_A_NAME.search(found["rest"]):
        words = found["name"]
    if found := _NAMELESS_TAIL.match(words):
        words = found[1]
    words = _TRAILING.sub("", words)
    return UnitName(words, start, end) if len(words) > 1 else None
