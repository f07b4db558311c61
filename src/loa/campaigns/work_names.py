"""What to call a piece of work: its heading where that says work, else the first statement of the work. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from loa.vietnamese.capitals import CAPITALS
from loa.vietnamese.folding import fold

MOST_WORDS = 25
LEAST_WORDS = 8  # a cut leaves at least so many
ELLIPSIS = "…"
_NUMBER = re.compile(r"^\s*(?:(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)/]|[-–+•*])\s*")
_BEGINS = re.compile(rf"[{CAPITALS}]|[-–+•*]\s|[a-zđ]\)\s|\d+[.)]\s")  # a new paragraph
_STOP = re.compile(r"[:;]|[.!?](?=\s|$)")
_BRACKETS = re.compile(r"\s*\((?:[^()]|\([^()]*\))*(?:\)|$)")
_LEADS_ON = re.compile(
    r"[\s,]{0,3}\b(?:(?:cụ thể\s+)?như sau|như|sau đây|sau|bao gồm|gồm(?: có)?|cụ thể|là|"
    r"(?:với )?(?:các|những) nội dung(?: chính)?)(?:\s+sau(?: đây)?)?$",
    re.IGNORECASE,
)
# What an office is asked to do begins with one of these; most are written small also where a name stands before.
_VERBS = (
    "ban hành|báo cáo|bảo đảm|biên soạn|bố trí|bổ sung|bồi dưỡng|cân đối|cập nhật|chỉ đạo|chia sẻ|chủ động|chủ trì|"
    "chuẩn bị|cung cấp|đánh giá|đảm bảo|đăng tải|đẩy mạnh|đề xuất|định hướng|đôn đốc|đổi mới|duy trì|giám sát|giúp|gửi|"
    "hoàn thiện|hỗ trợ|huy động|hướng dẫn|khảo sát|khẩn trương|khuyến khích|kiểm tra|kiện toàn|kiến nghị|kịp thời|"
    "lan tỏa|lan toả|lập|lồng ghép|lựa chọn|nâng cao|nghiên cứu|nhân rộng|niêm yết|phản ánh|phân bổ|phân công|"
    "phát động|phát huy|phát sóng|phát thanh|phổ biến|phối hợp|quan tâm|quán triệt|quyết định|rà soát|sơ kết|số hóa|"
    "tăng cường|tập huấn|tập trung|tham gia|tham mưu|thành lập|thẩm định|theo dõi|thông báo|thúc đẩy|thường xuyên|"
    "thực hiện|tích cực|tiến hành|tiếp nhận|tiếp tục|triển khai|(?<!quá )(?<!chương )(?<!quy )(?<!lộ )(?<!công )trình|"
    "tuyên truyền|tổng hợp|tổng kết|ứng dụng|vận động|xác định|xác minh|xây dựng|"
    "xem xét|xử lý|cụ thể hóa|cụ thể hoá|có kế hoạch|họp"
)
_ORGANISES = (
    r"tổ chức(?! (?:chính trị|xã hội|thành viên|đảng|đoàn|hội|cơ sở|tôn giáo|kinh tế|có|liên quan|nghề nghiệp)|[,;])"
)
_VERB = re.compile(
    rf"(?<!các )(?<!những )(?<!nhiệm vụ )(?<!công tác )(?<!cơ sở )(?<!cơ quan )(?<!nhà )\b(?:{_VERBS}|{_ORGANISES})\b"
)
_ALONE = re.compile(r"(?:chu tri|phoi hop|to chuc|trien khai|thuc hien|chiu trach nhiem|co trach nhiem|[\s,;.:]|va)*")
# What stands beside the names of offices in a heading that says no more than who.
_BESIDE_NAMES = re.compile(
    r"\b(?:đề nghị|giao|yêu cầu|đối với|các|cấp|và|cùng|với|có|cơ quan|đơn vị|tổ chức|cá nhân|địa phương|ban|sở|ngành|"
    r"đoàn thể|liên quan|trên địa bàn|khác|thành viên|chính trị|xã hội|xã|phường|đặc khu|thị trấn|tỉnh|thành phố|của|"
    r"thuộc|trực thuộc|doanh nghiệp|nhân dân|ủy ban|uỷ ban|trường|học|phòng|thôn|khu dân cư|tổ dân phố|trưởng)\b",
    re.IGNORECASE,
)
_WORDS_OF_WORK = 4  # small words left beside the names: something is asked, whatever its verb
_BASIS = re.compile(
    r"(?:căn cứ|trên cơ sở|bám sát|theo (?:chức năng|thẩm quyền|nhiệm vụ|lĩnh vực|phạm vi|phân công)|"
    r"trong (?:phạm vi|lĩnh vực|thẩm quyền))\b",
    re.IGNORECASE,
)
_BASIS_ENDS = re.compile(rf",\s+(?=(?:{_VERBS}|{_ORGANISES}|đề nghị|giao|các)\b|[{CAPITALS}])")
_ENDS_IN_VERB = re.compile(rf"\b(?:{_VERBS}|tổ chức)$")
_DOER_FIRST = re.compile(
    r"(?:(?:đồng thời|giao|đề nghị|yêu cầu|các|những|thủ trưởng|giám đốc|chủ tịch|lãnh đạo|người đứng đầu)[\s,]+)*"
    r"(?:sở|bộ|ban|ngành|cơ quan|đơn vị|ủy ban|uỷ ban|ubnd|hđnd|công an|phòng|trung tâm|trường|trạm|hội|đoàn|mặt trận|"
    r"văn phòng|chi cục|cục|đảng ủy|tỉnh ủy|thành ủy|doanh nghiệp|địa phương|tổ|tòa án|viện|thuế|ngân hàng|kho bạc|"
    r"báo|đài|lực lượng|trưởng)\b",
    re.IGNORECASE,
)
_WITH_PARTNERS = re.compile(r"(?:chủ trì|chủ động|phối hợp)[^;:]*?\bphối hợp\b|phối hợp\b", re.IGNORECASE)
_FIELD = re.compile(  # "Nhiệm vụ", "Hoạt động 1", "Cơ quan thực hiện" head what follows and say no work
    r"(?:(?:cac|mot so|phan cong|to chuc|trien khai|ve|che do|cong tac|thoi gian|thoi han|nguon) )*"
    r"(?:noi dung|nhiem vu|giai phap|hoat dong|hinh thuc|trach nhiem|kinh phi|co quan|don vi|nguon luc|nhan luc|"
    r"bao cao|dao tao|yeu cau|muc tieu|san pham|thoi gian|thuc hien|dia diem|doi tuong|phan cong|to chuc)"
    r"(?: (?:chinh|cu the|chu yeu|trong tam|thuc hien|chu tri|phoi hop|va|noi dung|giai phap|nhiem vu|trien khai|"
    r"bao cao|tham gia|\d+|[ivx]+))*"
)
# A statement may end before one of these, where it has to end early.
_JOINT = re.compile(
    r"(?:để|nhằm|theo|tại|trong|của|về|cho|đối với|giai đoạn|bằng|thông qua|gắn với|phù hợp|đáp ứng|bảo đảm|đảm bảo|"
    r"trên|khi|do|bao gồm|gồm|như|các|những|phục vụ|và [^\W\d_A-Z])"
)
_DOCUMENT = re.compile(r"(?:Kế hoạch|Chương trình|Đề án|Nghị quyết|Quyết định|Luật|Nghị định|Thông tư|Chỉ thị)\b")
_CHARGED = re.compile(rf"\b(?:có trách nhiệm (?:trong việc )?|chịu trách nhiệm (?=(?:{_VERBS})))")
_WAS_GIVEN = re.compile(r"(?<!nhiệm vụ )\bđược(?: phân công| giao)? $")
_GIVEN_TO = re.compile(r"^(?:Đề nghị|Giao|Yêu cầu|Phân công)\s+(?:cho\s+)?")
_NEVER_LAST = re.compile(
    r"(?:và|để|nhằm|theo|tại|trong|của|về|cho|đối|với|bằng|thông|gắn|trên|khi|do|như|đến|từ|có|được|là|các|những|mọi|một|"
    r"thuộc|qua|hoặc|bao|gồm|sẽ|đã|đang|không|phải|cả|từng|trước|sau|cùng|ở|hợp|việc)",
    re.IGNORECASE,
)


def work_name(words: str) -> str:
    """What to call the work that `words` (paragraphs a line each) ask for, in at most 25 words.

    It ends in "…" where its statement goes on.
    """
    said = (_statement(part) for part in _paragraphs(unicodedata.normalize("NFC", words)))
    found = [one for one in said if one]
    telling = next((one for one in found if not is_field(one)), found[0] if found else "")
    return _cut(_without_basis(telling))


def says_work(words: str, names: Iterable[str]) -> bool:
    """Whether a heading asks for anything beyond naming who does it: a verb is left without the `names`."""
    rest = _without_names(words, names)
    if _ALONE.fullmatch(fold(rest)):
        return False
    is_told = _VERB.search(rest[:1].lower() + rest[1:]) is not None
    left = _BESIDE_NAMES.sub(" ", rest)
    return is_told or sum(word.islower() for word in left.split()) >= _WORDS_OF_WORK


def names_only(words: str, names: Iterable[str]) -> bool:
    """Whether nothing but the `names`, and what joins them, stands there."""
    return not any(letter.isalnum() for letter in _BESIDE_NAMES.sub(" ", _without_names(words, names)))


def is_field(words: str) -> bool:
    """Whether it only heads what follows, as "Nhiệm vụ", "Hoạt động 1" and a title in capitals do."""
    return words.isupper() or _FIELD.fullmatch(fold(words).strip(" .:")) is not None


def _paragraphs(words: str) -> Iterator[str]:
    """The paragraphs, each on one line: a line that begins small goes on with the one before."""
    lines: list[str] = []
    for line in filter(None, (" ".join(line.split()) for line in words.split("\n"))):
        if lines and _BEGINS.match(line):
            yield " ".join(lines)
            lines = []
        lines.append(line)
    yield " ".join(lines)


def _without_names(words: str, names: Iterable[str]) -> str:
    rest = " ".join(words.split())
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, " ")
    return _BRACKETS.sub(" ", rest).strip()


def _statement(paragraph: str) -> str:
    """The first statement of a paragraph, on one line; what stands behind "Nội dung:" is its statement."""
    even = " ".join(_BRACKETS.sub("", _NUMBER.sub("", paragraph)).split())
    while (stop := _STOP.search(even)) is not None:
        head, rest = even[: stop.start()], _NUMBER.sub("", even[stop.end() :].strip())
        if not (stop.group() == ":" and is_field(head) and rest):
            return _LEADS_ON.sub("", head.strip(" ,"))
        even = rest
    return _LEADS_ON.sub("", even.strip(" ,./"))


def _without_basis(words: str) -> str:
    """Without "Căn cứ …, trên cơ sở …," before the work itself."""
    if not _BASIS.match(words):
        return words
    for end in _BASIS_ENDS.finditer(words):
        rest = words[end.end() :]
        if not (_VERB.match(rest) and _ENDS_IN_VERB.search(words[: end.start()])):  # "kết quả kiểm tra, đánh giá"
            return _begun(rest)
    return words


def _cut(words: str) -> str:
    if len(words.split()) <= MOST_WORDS:
        return words
    short = _without_partners(_without_basis(_without_doer(words)))
    every = short.split()
    if len(every) <= MOST_WORDS:
        return short
    places = range(LEAST_WORDS, MOST_WORDS + 1)
    ends = [at for at in places if _may_end(every, at)]
    best = next((at for at in reversed(ends) if not _NEVER_LAST.fullmatch(every[at - 1].strip(",;"))), MOST_WORDS)
    return " ".join(every[:best]).rstrip(" ,;.") + ELLIPSIS


def _may_end(words: Sequence[str], at: int) -> bool:
    """Whether a phrase ends before the word `at`; "Văn hóa, Thể thao" and "Khoa học và Công nghệ" are no ends."""
    following = words[at]
    is_pause = words[at - 1][-1] in ",;" and (following[:1].islower() or _DOCUMENT.match(" ".join(words[at : at + 2])))
    return bool(is_pause) or _JOINT.match(" ".join(words[at : at + 2])) is not None


def _without_doer(words: str) -> str:
    """What the doer named first has to do."""
    if _VERB.match(words[:1].lower() + words[1:]) or not _DOER_FIRST.match(words):
        return words
    charged = _CHARGED.search(words)
    if charged:
        return _begun(words[charged.end() :])
    act = _VERB.search(words)
    is_doing = act and not _WAS_GIVEN.search(words[: act.start()])  # "được giao chủ trì" still says who
    return (
        _begun(words[act.start() :]) if act and is_doing and len(words[act.start() :].split()) >= LEAST_WORDS else words
    )


def _without_partners(words: str) -> str:
    """The work itself of "Chủ trì, phối hợp với … tham mưu …": that it is led or joined is said by the role."""
    led = _WITH_PARTNERS.match(words)
    act = _VERB.search(words, led.end()) if led else None
    return words if act is None else _from(act.start(), words)


def _from(start: int, words: str) -> str:
    """What stands from there on, if that is a statement at all."""
    rest = words[start:]
    return _begun(rest) if len(rest.split()) >= LEAST_WORDS else words


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def part_of(words: str, unit: str, *, units: Sequence[str]) -> str:
    """Of a clause's paragraphs those for `unit`: the ones that name it, and what follows until one begins with another.

    A partner named in the middle takes nothing from the doer before. All of `words` where no paragraph names `unit`,
    as under a heading that does.
    """
    mine: list[str] = []
    doers: list[str] = []
    for paragraph in words.split("\n"):
        named = [other for other in units if other in paragraph]
        begun = _GIVEN_TO.sub("", _NUMBER.sub("", paragraph))
        if begun.startswith(tuple(named)):
            doers = named
        if unit in doers or unit in named:
            mine.append(paragraph)
    return "\n".join(mine) or words
