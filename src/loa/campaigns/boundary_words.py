"""The vocabulary of the boundary: which verb on which object asks for watching, profiling or silencing.

Patterns run on folded words (no marks, lower case). They follow how administrative Vietnamese names such acts,
not any one plan. In a pattern a space is any run of blanks and commas, and `~4` stands for up to four words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """Why words are outside Loa."""

    WATCH = "watch"
    PROFILE = "profile"
    STRUGGLE = "struggle"
    REMOVE = "remove"
    CONTROL = "control"
    REFER = "refer"


@dataclass(frozen=True, slots=True)
class Rule:
    """`verb` acting on an `object` that begins within `reach` letters.

    It does not hold where the words between match `not_between`, or the find and what follows match `not_around`.
    """

    ground: Ground
    verb: re.Pattern[str]
    object: re.Pattern[str]
    reach: int
    not_between: re.Pattern[str] | None = None
    not_around: re.Pattern[str] | None = None


def words(*choices: str) -> re.Pattern[str]:
    """Whole words: any one of `choices`, written in the notation above."""
    text = re.sub(r" ~(\d+) ", r"(?:[\\s,]+[^\\s.;]+){0,\1}?[\\s,]+", "|".join(choices))
    return re.compile(r"\b(?:" + text.replace(" ", r"[\s,]+") + r")\b")


NETWORK = (
    "(?:mang xa hoi|khong gian mang|moi truong mang|moi truong so|khong gian so|internet|bao chi|nen tang so"
    "|facebook|zalo|tiktok|youtube|truyen thong xa hoi|tren mang)"
)
_CONTENT = "(?:thong tin|tin tuc|tin bai|tin|bai viet|bai|noi dung|video|clip|hinh anh|binh luan)"
_PLACE = "(?:tai khoan|trang|hoi nhom|nhom|kenh|fanpage|website|duong link|dien dan)"
_FALSE = (
    "(?:sai|xau|doc|xuyen tac|gia|gia mao|bia dat|that thiet|vi pham|thieu chinh xac|khong chinh xac|khong dung su that"
    "|kich dong|tieu cuc|trai phep|thu dich|phan dong|lech lac|trai chieu|thieu kiem chung|chua kiem chung"
    "|chua duoc kiem chung|chong pha|boi nho|nhay cam)"
)
_FALSEHOOD = (rf"(?:{_CONTENT}|{_PLACE}) ~6 {_FALSE}", "tin (?:gia|don|xau|doc|sai)")
_HOSTILE = (
    "quan diem ~4 (?:sai|thu dich|lech lac|xuyen tac|phan dong|cuc doan|trai)",
    "(?:nhan thuc|tu tuong|bieu hien) ~2 lech lac",
    "luan dieu|xau doc|xuyen tac|phan dong|chong pha|thu dich",
    "dien bien hoa binh|tu dien bien|tu chuyen hoa|kich dong|chien tranh tam ly|mat tran tu tuong",
)
_SPEECH = (
    "(?:tung tin|tung ra|dua tin|dang tai|dang tin|dang bai|phat tan|tan phat|chia se|lan truyen|phat ngon|binh luan"
    "|xuyen tac|chong pha|chong doi|kich dong|boi nho|noi xau|vu khong|phan dong|co hoi chinh tri|thu dich"
    "|tin gia|tin don|thong tin sai|thong tin xau|luan dieu|quan diem sai|y kien trai chieu)"
)
_PERSON = "(?:doi tuong|ca nhan|to chuc|nguoi|truong hop|hanh vi|phan tu|chu tai khoan|thanh phan|the luc|nhom)"
_SPEAKER = rf"{_PERSON} ~10 {_SPEECH}"
_OPINION = (
    "du luan(?! quan tam)",
    "(?:dien bien|tinh hinh|trang thai|bieu hien|tam tu) ~3 (?:tu tuong|tam ly)",
    "tu tuong (?:chinh tri )?(?:cua |trong )?(?:cac tang lop )?(?:can bo|dang vien|nhan dan|nguoi dan|quan chung"
    "|hoc sinh|doan vien|hoi vien|cong nhan|du luan)",
    "thai do (?:chinh tri )?cua ~3 (?:nhan dan|nguoi dan|quan chung|dang vien|cong nhan|giao dan)",
    "phan ung (?:cua )?(?:cac tang lop|xa hoi|nhan dan|nguoi dan|cong chung)",
    "y kien trai chieu|luong (?:y kien|thong tin|quan diem)",
    "(?:hoat dong|dien bien) ~3 (?:chuc sac|tin do|doi tuong|nguoi khieu kien)",
)
_ON_NETWORK = (
    "(?:thong tin|tin tuc|tin bai|bai viet|noi dung|hoat dong|tinh hinh|dien bien|binh luan|phat ngon|phan anh|xu huong"
    rf"|y kien)(?: ~8 (?:tren|tu|qua|cua))?(?: cac)? {NETWORK}",
    rf"{_PLACE} ~4 (?:{NETWORK}|kin)|(?:trang|facebook|zalo) ca nhan",
    "nguoi (?:su )?dung mang",
)
_POSTING = (
    "(?:hoat dong|viec|hanh vi|tinh trang) (?:dang tai|dang phat|dang tin|dang bai|chia se|binh luan|phat ngon|phat tan"
    "|su dung mang xa hoi|tham gia mang xa hoi|cung cap su dung thong tin)",
    "phat ngon ~6 (?:cua|tren)|(?:binh luan|bai dang) ~4 (?:nguoi dan|nguoi dung|thanh vien)",
    rf"hoat dong ~4 tren (?:cac )?{NETWORK}",
)
_SUSPECT = (
    "nguoi nghien|nguoi su dung trai phep|nguoi khieu kien|nguoi co (?:tien an|tien su|tu tuong|quan diem|bieu hien)",
    "doi tuong ~3 (?:tien an|cam dau|cot can|phuc tap|nghi van|hinh su|can chu y)",
    rf"{_PLACE} ~4 (?:ca nhan|nguoi dan|{NETWORK})",
)

# What keeps a find inside: fraud and weather warnings, the check of carrying out the plan, answers, own channels.
_FRAUD = "lua dao|chiem doat|ma doc|lo lot|tin nhan rac|thu rac|cuoc goi rac|buon ban|gian lan|truc loi|an ninh mang"
_CRIME = "toi pham|tham nhung|lang phi|ma tuy|te nan|bao luc|dich benh"
_NATURE = "chi so|chat luong|thoi tiet|mua|lu lut|lu|thien tai|dich|gia ca|thi truong|du bao|muc nuoc"
_INSPECTION = (
    "viec|tien do|ket qua|thi hanh|thuc hien|cong tac|nhiem vu|ke hoach|chuong trinh|chi tieu|trien khai"
    "|dang tai|cung cap|tuyen truyen|chia se|cap nhat|pho bien|niem yet|phat song|phat thanh"
)
_ANSWER = (
    "dinh chinh|cai chinh|chinh thong|chinh thuc|giai dap|tra loi|thong tin dung|lam ro thong tin|nguoi dan gui"
    "|phan anh (?:kien nghi|cua)|kien nghi"
)
_OWN = (
    rf"{NETWORK} (?:chinh thuc|cua (?:xa|phuong|co quan|don vi|uy ban|ubnd|tinh|trung tam|thon|khu|to|doan|hoi))"
    "|chinh thong|cong thong tin|trang thong tin dien tu|zalo oa"
)
_NOT_AN_OBJECT = re.compile(  # "gây bức xúc trong dư luận" names an effect, "định hướng dư luận" another act
    r"\b(?:gay|buc xuc|hoang mang|tac dong|anh huong|dao dong|nghien cuu|hoc tap|quan triet)\b[^,]*$"
    r"|[^\s,]+\s[^\s,]+,[^,]*\bdinh huong\s*$"
)
_WATCHING = (
    "ra quet|quet|theo doi|giam sat|nam bat|nam chac|nam vung|nam sat|nam ro|nam tinh hinh|nam dien bien|bam nam"
    "|trinh sat|tham do|dieu tra|bam sat dien bien|nam(?= (?:tam tu|du luan|tu tuong))"
)
_GATHERING = "thu thap|tong hop|phan tich|danh gia|khao sat|do luong|phan loai|thong ke|du bao|bao cao|phan anh"
_MUSTERING = (
    "xay dung|thanh lap|phat huy|to chuc|huy dong|su dung|cung co|kien toan|tham gia|tham nhap|bo tri|phan cong|duy tri"
)
_WATCHERS = (
    "(?:cong tac vien|luc luong|mang luoi|doi ngu|to) du luan|du luan vien",
    "(?:hoi nhom|nhom) ~8 (?:theo doi|nam tinh hinh|nam bat|nam thong tin)",
)
_ARGUING = "dau tranh|phan bac|bac bo|vach tran"

RULES: tuple[Rule, ...] = (
    Rule(Ground.WATCH, words(_WATCHING), words(*_OPINION), 110, _NOT_AN_OBJECT),
    Rule(Ground.WATCH, words(_GATHERING), words(*_OPINION[:3]), 60, _NOT_AN_OBJECT),
    Rule(
        Ground.WATCH,
        words(_WATCHING, "kiem soat|quan ly|ra soat|thu thap|phan tich"),
        words(*_ON_NETWORK),
        90,
        words(_INSPECTION, _NATURE, _FRAUD, "he thong|co so du lieu"),
        words(_OWN, _NATURE, "he thong thong tin"),
    ),
    Rule(Ground.WATCH, words(_WATCHING), words(NETWORK), 12, words(_INSPECTION), words(_OWN)),
    Rule(Ground.WATCH, words(_MUSTERING), words(*_WATCHERS), 30),
    Rule(
        Ground.WATCH,
        words("phat hien|nhan dien|truy vet"),
        words(*_FALSEHOOD, *_HOSTILE),
        60,
        words("ky nang|cach", _FRAUD, _CRIME),
        words(_ANSWER, _FRAUD, "ky nang|cach|nguoi dan|phong tranh"),
    ),
    Rule(
        Ground.STRUGGLE,
        words(
            _ARGUING, "lat tay|lam that bai|dap tan|phan cong|day lui|phong chong|chong|phe phan|doi pho|vo hieu hoa"
        ),
        words(*_HOSTILE),
        110,
        words(_CRIME),
    ),
    Rule(Ground.STRUGGLE, words(_ARGUING), words(*_FALSEHOOD), 80, words(_CRIME, _FRAUD), words(_ANSWER)),
    Rule(Ground.STRUGGLE, words("bao ve"), words(rf"nen tang tu tuong ~16 (?:{NETWORK}|{_ARGUING})"), 10),
    Rule(Ground.STRUGGLE, words(r"dau tranh (?:phan bac )?tren"), words(NETWORK), 10, None, words(_CRIME, _FRAUD)),
    Rule(
        Ground.REMOVE,
        words(
            "boc go|go bo|go(?= (?:bai|tin|video|clip|noi dung|hinh anh|thong tin))|xoa|xoa bo|triet xoa",
            "danh sap|chan loc|vo hieu hoa|bao xau",
        ),
        words(_CONTENT, _PLACE, "luan dieu"),
        40,
        words("rao can|vuong mac|kho khan|khoang cach|bang ron|pa no|pano|mu|ngheo|hu tuc|khau hieu"),
        words("het han|het hieu luc|loi thoi|trung lap", _OWN),
    ),
    Rule(
        Ground.REMOVE,
        words(rf"khoa (?:cac |nhung )?{_PLACE}"),
        words(NETWORK, "vi pham|dang tai|xuyen tac|xau|chia se"),
        60,
        words("dinh danh|ngan hang|giao dich|vneid|thanh toan"),
    ),
    Rule(
        Ground.REMOVE,
        words(
            "ngan chan|xu ly|chan|bao cao vi pham|chan dung|triet pha",
            "(?:han che|khong de) ~2 (?:lan truyen|phat tan|dang tai)",
        ),
        words(*_FALSEHOOD, *_HOSTILE[:3]),
        80,
        words(_FRAUD, _CRIME, "ho so|ky thuat|phan anh kien nghi|phan anh cua|vi pham hanh chinh"),
        words(_FRAUD, _ANSWER, "quang cao|hang gia"),
    ),
    Rule(
        Ground.CONTROL,
        words("kiem soat|quan ly|siet chat|giam sat|chan chinh|han che|nghiem cam|kiem duyet"),
        words(*_POSTING),
        110,
        words(_FRAUD, "thuong mai dien tu|kinh doanh|du lieu"),
        words(_OWN, _FRAUD, "quang cao|kinh doanh|thuong mai"),
    ),
    Rule(
        Ground.CONTROL,
        words("xu ly|chan chinh|ngan chan|bai tru|kiem soat"),
        words("(?:hien tuong|hanh vi|bieu hien|noi dung) ~3 lech chuan"),
        20,
        words(_CRIME),
        words(_FRAUD, _CRIME),
    ),
    Rule(
        Ground.REFER,
        words(
            "xu ly|xu phat|xac minh|truy tim|truy vet|phat hien|to giac|nhan dien|moi lam viec|lam viec voi|trieu tap",
            "goi hoi|ran de|dau tranh|lam ro|dieu tra|ngan chan",
        ),
        words(_SPEAKER),
        60,
        words(_FRAUD, _CRIME),
        words(_FRAUD, _CRIME),
    ),
    Rule(
        Ground.REFER,
        words(
            "quan ly|theo doi|giam sat|kien nghi|cung cap|bao cao(?= (?:cac |nhung )?(?:truong hop|doi tuong|ca nhan))"
        ),
        words(_SPEAKER),
        35,
        words(_FRAUD, _CRIME, _OWN),
        words(_FRAUD, _CRIME, "nguoi phat ngon"),
    ),
    Rule(
        Ground.PROFILE,
        words("lap danh sach|len danh sach|lap ho so|thong ke|phan loai|sang loc|ra soat|cap nhat ho so|quan ly ho so"),
        words(_SPEAKER, *_SUSPECT),
        110,
        words("dia ban|tuyen|viec|van ban", _FRAUD),
        words("cua xa|cua co quan|cua don vi|chinh thuc", _FRAUD),
    ),
)

# An act of its own before an act of the boundary: the boundary's act is then only a part.
ORDINARY_VERB = words(
    "tuyen truyen|pho bien|quan triet|truyen thong|gioi thieu|lan toa|cung cap|huong dan|van dong|giai thich|giao duc",
    "boi duong|tap huan|bien soan|bien tap|dang tai|phat song|phat thanh|xay dung|ban hanh|bo tri|cap nhat|bao cao",
    "ho tro|giai dap|tra loi|tiep nhan|cong khai|nang cao|bieu duong|nhan rong|chia se|thong bao|niem yet|doi thoai",
    "treo|in an|phat hanh|lap dat|kiem tra viec|don doc|tong ket|so ket|khen thuong|dinh chinh|cai chinh|canh bao",
    "to chuc (?:hoi nghi|lop|doi thoai|cuoc thi)|lap ke hoach|khuyen khich|bao dam",
)
BREAK = re.compile(
    r"[,:]|\b(?:va|nham|gop\s+phan|dong\s+thoi|qua\s+do|tu\s+do|gan\s+voi|ket\s+hop|cung\s+nhu|ben\s+canh\s+do|phuc\s+vu)\b"
)
PURPOSE = re.compile(r"\bđể\b")  # on printed words in lower case: folded it would also be "đề" and "dễ"
LIGHT = re.compile(  # words that change nothing: "kịp thời tổ chức theo dõi …" is still "theo dõi …"
    r"(?:[\s,:]|\b(?:va|de|nham|dong\s+thoi|qua\s+do|tu\s+do|kip\s+thoi|chu\s+dong|tich\s+cuc|thuong\s+xuyen"
    r"|kien\s+quyet|tang\s+cuong|day\s+manh|to\s+chuc|tiep\s+tuc|lien\s+tuc|nhanh\s+chong|quyet\s+liet|phat\s+hien"
    r"|nhan\s+dien|theo\s+doi|nam\s+bat|ra\s+quet|quan\s+ly|giam\s+sat|ngan\s+chan|xu\s+ly|trien\s+khai|thuc\s+hien"
    r"|tham\s+gia|phoi\s+hop|chu\s+tri|lam\s+tot|chu\s+trong|gop\s+phan)\b)*"
)
# "quy định về quản lý thông tin trên mạng" is law to be told, and residents follow a page of their own will.
ABOUT_LAW = re.compile(
    r"\b(?:quy\s+dinh|phap\s+luat|luat|nghi\s+dinh|che\s+tai|muc|hinh\s+thuc)\b"
    r"(?:[^,.;]{0,30}\b(?:ve|doi\s+voi)\b[^.;]{0,25}\b[^\s]+(?:\s+[^\s]+)?|\s+xu\s+phat)$"
)
RESIDENTS_FOLLOW = re.compile(
    r"(?:nguoi\s+dan|nhan\s+dan|ba\s+con|ho\s+dan|ho\s+gia\s+dinh|quan\s+chung|phu\s+huynh)"
    r"(?:\s+[^\s,.;]+){0,3}?,?\s+(?:theo\s+doi|nam\s+bat)$"
)
