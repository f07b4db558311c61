"""To whom a plan speaks: sections and lines headed `Đối tượng`, and the people behind a verb of telling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from loa.documents.ports import AudienceRow

from .body import Passage, is_purpose, is_short, is_target, sentences_of
from .outline import Item
from .paragraphs import Paragraph
from .wording import folded

SECTION, LABEL, SENTENCE = "audience.section", "audience.label", "audience.sentence"

_TELLS = r"(?:tuyen truyen|truyen thong|pho bien|van dong|giao duc|thong tin)"
_OF_TELLING = re.compile(rf"[^.:;]{{0,30}}\bdoi tuong\b[^.:;]{{0,20}}\b{_TELLS}\b")
_PLAIN = re.compile(
    r"(?:ve )?doi tuong(?: (?:tham gia|tham du|thuc hien|huong toi|tac dong|tiep nhan|tiep can|thu huong|can huong toi"
    r"|chinh))?\s*(?:[:.(]|$)"
)
_ABOUT_TELLING = re.compile(
    r"tuyen truyen|truyen thong|(?<!cong nghe )thong tin\b|pho bien|van dong|giao duc phap luat"
)
_LABEL = re.compile(
    r"(?:^|(?<=[.;]\s)|(?<=[-–+]\s))doi tuong(?: (?:tuyen truyen|truyen thong|pho bien|van dong|tham gia|tham du"
    r"|huong toi|tiep can|tiep nhan|tac dong|thu huong))*\s*:\s*"
)

# A quick look before the long one: without any of these no rule below holds.
_SPEAKING = (
    *("tuyên truyền", "truyền thông", "phổ biến", "vận động", "giáo dục pháp luật", "quán triệt", "thông tin"),
    *("nói chuyện", "chia sẻ", "lan t", "đối tượng"),
)
_VERB = re.compile(
    r"(?:tuyên truyền|truyền thông|phổ biến|vận động|giáo dục pháp luật|quán triệt|giới thiệu"
    r"|thông tin(?= (?:đến|tới|cho|rộng rãi|kịp thời))|nâng cao (?:nhận thức|hiểu biết|ý thức)|hướng dẫn|nói chuyện"
    r"|(?:chia sẻ|lan tỏa|lan toả)(?: các)? (?:tin|thông tin|thông điệp))\b",
)
_ALONE = re.compile(r"hướng dẫn|nâng cao|giới thiệu")  # these need a verb of telling beside them
_PEOPLE = (
    r"(?:(?:toàn thể|toàn bộ|đông đảo|tất cả|mọi|mỗi|từng|các|những|nhiều|một số)\s+)*(?:(?:đội ngũ|nhóm|tầng lớp|giới|"
    r"lứa tuổi|lực lượng|quần chúng)\s+)*"
    r"(?:cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|chiến sĩ|chiến sỹ|người|nhân dân|tầng lớp|hộ\b"
    r"|học sinh|sinh viên|học viên|thanh niên|thanh thiếu niên|thiếu niên|thiếu nhi|phụ nữ|nông dân|công nhân"
    r"|đồng bào|bà con|trẻ em|cộng đồng|du khách|quần chúng|tiểu thương|phụ huynh|cha mẹ|giáo viên|nhà giáo"
    r"|doanh nghiệp|hợp tác xã|ngư dân|ngư phủ|chủ hộ|chủ tàu|cử tri|tín đồ|chức sắc|cựu chiến binh|kiều bào"
    r"|khách hàng|thế hệ trẻ|gia đình|thành viên|lao động|dân cư|công dân|bạn đọc|hộ gia đình|cơ sở kinh doanh"
    r"|hộ kinh doanh|các nhóm đối tượng|đối tượng|cơ quan, (?:tổ chức|đơn vị)|tổ chức, cá nhân|"
    r"cấp, (?:các )?ngành|ngành, (?:các )?cấp|toàn xã hội)\b"
)
_TO = re.compile(rf"\b(?:cho|đến|tới|đối với|trong|của)\s+(?={_PEOPLE})")
_GIVES = re.compile(r"cho|đến|tới")
_DIRECTLY = re.compile(rf"\s+(?:sâu rộng\s+)?(?={_PEOPLE})")
_OBJECT = re.compile(r"vận động|hướng dẫn|giáo dục")
_OWNER = re.compile(r"(?:nhận thức|trách nhiệm|ý thức|hiểu biết|kiến thức|kỹ năng)(?:[^.;:]{0,60})$")
_REACH = 260  # letters between the verb of telling and those it speaks to
_LENGTH = 400
# What people are told to do, and the small words behind which they are no longer named.
_STOPS = (
    "biết|báo cáo|bằng|cài đặt|chấp hành|chủ động|chưa|có ý thức|cùng|cũng như|do|góp phần|hiểu|hình thành|hưởng ứng"
    "|không|không ngừng|khi|kích hoạt|là|làm|lắp đặt|mở|nắm|nâng cao|nêu cao|ngày càng|nghiêm|nhận diện|nhận rõ"
    "|nhận thức|nhằm|ở|phát huy|phòng|phòng, chống|qua|quan tâm|sinh sống|sử dụng|tạo|tại|tăng cường|tham gia|thay đổi"
    "|theo|thấy|thông qua|thực hiện|tích cực|tiếp cận|tiếp tục|trên|trong đó|trong khi"
    "|trong (?:việc|quá|công tác|thực|phòng|xây|tham|sử|lĩnh)|từ|từ bỏ|tự giác|tự nguyện|tuân thủ|ủng hộ|về|với|vì"
    "|xây dựng|xóa bỏ|yên tâm|đăng ký|để|đồng thuận|đổi mới|được|giữ gìn|bảo vệ|phát hiện|tố giác|thường xuyên"
    "|nói không|đề cao|đóng góp|hỗ trợ|phối hợp|chung tay|nhất là về|trang bị|có kiến thức|kịp thời|đầy đủ|bỏ|bám"
    "|gắn|phải|giúp đỡ|trước|giám sát|triển khai|như|gồm"
)
_END = re.compile(rf"[.:;…]|\(|(?<=\s)(?:{_STOPS})(?!\w)")


@dataclass(frozen=True, slots=True)
class FoundAudience:
    """An audience and the letters that name it."""

    row: AudienceRow
    paragraph: Paragraph
    start: int
    end: int
    rule: str


def audiences_of(passages: Sequence[Passage], *, title: str | None) -> list[FoundAudience]:
    """To whom the plan speaks, each once a clause; a plan that does not say so gives none."""
    telling = _ABOUT_TELLING.search(folded(title or "")) is not None
    kept: dict[tuple[str, str], FoundAudience] = {}
    for item, group in groupby(passages, key=lambda passage: passage.item):
        is_section = _is_section(item, telling=telling)
        speaking = [each for each in group if is_section or _may_speak(each.paragraph.text)]
        if not speaking or is_purpose(item) or is_target(item):
            continue
        for found in chain.from_iterable(_audiences(passage, is_section=is_section) for passage in speaking):
            kept.setdefault((found.row.clause, folded(found.row.text)), found)
    return list(kept.values())


def _may_speak(text: str) -> bool:
    small = text.lower()
    return any(word in small for word in _SPEAKING)


def _small(text: str) -> str:
    """In small letters, each on its place; the few letters that grow longer stay as they are."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _audiences(passage: Passage, *, is_section: bool) -> Iterator[FoundAudience]:
    if is_section:
        yield from _listed(passage)
    elif found := _labelled(passage):
        yield found
    else:
        yield from _told(passage)


def _is_section(item: Item, *, telling: bool) -> bool:
    """The item, or one above it, is headed `Đối tượng tuyên truyền`, or `Đối tượng` where all is about telling."""
    for step in item.chain:
        heading = folded(step.heading)
        if "doi tuong" not in heading:
            continue
        if is_short(heading.split(":")[0]) and _OF_TELLING.match(heading):
            return True
        if _PLAIN.match(heading):
            return telling or any(_ABOUT_TELLING.search(folded(above.heading)) for above in step.chain[1:])
    return False


def _listed(passage: Passage) -> Iterator[FoundAudience]:
    """Every paragraph of the section; of its heading only what follows the colon."""
    text, start = passage.paragraph.text, passage.at
    if passage.is_heading:
        colon = text.find(":", start)
        if "doi tuong" in folded(text[start:]):
            if colon < 0 or not text[colon + 1 :].strip():
                return
            start = colon + 1
    yield from _row(passage, start, end=len(text), rule=SECTION)


def _labelled(passage: Passage) -> FoundAudience | None:
    text = passage.paragraph.text
    found = _LABEL.search(folded(text), passage.at)
    if found is None:
        return None
    end = next((stop for start, stop in sentences_of(text, found.end()) if start <= found.end()), len(text))
    return next(_row(passage, found.end(), end=end, rule=LABEL), None)


def _told(passage: Passage) -> Iterator[FoundAudience]:
    text = _small(passage.paragraph.text)
    is_open = False  # a list of what is told goes on behind a semicolon: `… Luật A; Luật B cho cán bộ, công chức`
    for start, end in sentences_of(text, passage.at):
        verbs = list(_VERB.finditer(text, start, end))
        told = any(not _ALONE.match(verb.group()) for verb in verbs)
        if told:
            places = _places(text, verbs, end=end)
        elif is_open and not verbs:
            places = [found.end() for found in _TO.finditer(text, start, end) if _GIVES.match(found.group())][:1]
        else:
            places = []
        for at in places:
            yield from _row(passage, at, end=_stop(text, at, end=end), rule=SENTENCE)
        is_open = (told or is_open) and not places and text[end - 1] == ";"


def _places(text: str, verbs: Sequence[re.Match[str]], *, end: int) -> list[int]:
    """Where those who are spoken to begin: behind `đến`, `cho` …, or as the object of `vận động`."""
    places: set[int] = set()
    for verb in verbs:
        if _OBJECT.match(verb.group()) and (found := _DIRECTLY.match(text, verb.end(), end)):
            places.add(found.end())
    first = verbs[0]
    for found in _TO.finditer(text, first.end(), min(end, first.end() + _REACH)):
        if found.group().startswith("của") and not _OWNER.search(text[first.start() : found.start()]):
            continue
        places.add(found.end())
        break
    return sorted(places)


def _stop(text: str, at: int, *, end: int) -> int:
    for found in _END.finditer(text, at + 1, min(end, at + _LENGTH)):
        return found.start()
    return min(end, at + _LENGTH)


def _row(passage: Passage, start: int, *, end: int, rule: str) -> Iterator[FoundAudience]:
    text = passage.paragraph.text
    end = start + len(text[start:end].rstrip(' .;:,–-…/”"'))
    start += len(text[start:end]) - len(text[start:end].lstrip(" -–+:"))
    for tail in (" và", " là", " nhất", " nhất là", " trong"):
        if text[start:end].endswith(tail):
            end = start + len(text[start:end].removesuffix(tail).rstrip(" ,"))
    if end - start > 2:
        yield FoundAudience(AudienceRow(passage.item.label, text[start:end]), passage.paragraph, start, end, rule)
