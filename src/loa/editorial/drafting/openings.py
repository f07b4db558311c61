"""How the clauses of a plan begin: the verbs of telling, and the verbs of doing.

A plan tells its offices *to tell*: "Tuyên truyền sâu rộng về X; hướng dẫn người dân Y". A resident wants X and Y.
Patterns run on folded words (no marks, lower case), letter for letter as long as the printed ones.
"""

from __future__ import annotations

import re

_TELLING = (
    "tuyen truyen|pho bien|gioi thieu|truyen thong|thong tin|thong bao|dua tin|quan triet|cung cap thong tin|phan anh"
    "|tap trung tuyen truyen|thuc hien tuyen truyen|giao duc|dang tai|giai thich|tuyen truyen mieng"
)
_READYING = (
    "tiep tuc|day manh|tang cuong|chu trong|tap trung|thuong xuyen|kip thoi|chu dong|tich cuc|to chuc|trien khai"
    "|thuc hien tot|thuc hien|lam tot|phoi hop|da dang hoa|doi moi|quan tam"
    "|nang cao (?:chat luong, hieu qua|hieu qua, chat luong|chat luong|hieu qua)"
)
_MANNER = (
    "sau rong|rong rai|thuong xuyen|kip thoi|day du|chinh xac|sau sac|co hieu qua|hieu qua|manh me|lien tuc|dam net"
    "|thong nhat|cu the|toan dien|sau ky|nhanh chong|ro rang|dong bo|tich cuc"
)
_PEOPLE = (
    "nguoi dan|nhan dan|ba con|toan dan|cong dong dan cu|cong dong|tung ho dan|moi nguoi dan|cac tang lop nhan dan"
    "|dong dao nhan dan|can bo, dang vien va nhan dan|can bo, cong chuc, vien chuc va nhan dan|nguoi dan, doanh nghiep"
    "|nguoi dan va doanh nghiep"
)
TELLING_OPENING = re.compile(
    rf"(?:(?:{_READYING})(?:, | va | ))*(?:(?:cong tac|hoat dong|viec) )?"
    rf"(?P<verb>{_TELLING})(?:(?:, | va |, va )(?:{_TELLING}))*\b"
    rf"(?:(?:, | va | )(?:{_MANNER})\b)*"
    rf"(?: (?:den|toi|cho|trong) (?:{_PEOPLE})(?=,| (?:ve|nhung|cac)\b))?"
    rf"(?P<about> ve\b| noi dung ve\b)?"
)
DOING_OPENING = re.compile(
    r"(?:(?:tiep tuc|tich cuc|chu dong|thuong xuyen|kip thoi|tap trung|dong thoi|cung)(?:,| va)? )*"
    r"(?:huong dan|van dong|khuyen khich|keu goi|dong vien|ho tro|giup|nhac|canh bao|phong tranh"
    r"|nhan manh|lam ro|neu bat|neu ro|neu cao|phan anh|phan tich|bieu duong|ton vinh|nhan rong|lan toa|co vu|khich le"
    r"|nang cao|tang cuong|day manh|chu trong|phat huy|phat dong|khoi day|thuc day|huy dong|duy tri|doi moi|to chuc"
    r"|trien khai|thuc hien|xay dung|hinh thanh|cung co|tao|gop phan|bao dam|dam bao|giai dap|tra loi|tiep nhan"
    r"|cung cap|kien toan|ra soat|hoan thien|ung dung|dau tu|bo tri|phoi hop|long ghep|gan|trang bi|dinh huong"
    r"|trao doi|cong khai|quan triet|giao duc|tiep tuc|tich cuc|chu dong|thuong xuyen|kip thoi|tap trung|ren luyen"
    r"|boi duong|tap huan|dao tao|treo|in an|phat hanh|lap dat|bien soan|dang tai|quan tam|cham lo|dua|day"
    r"|thay doi|giu gin|bao ve|bao ton)\b"
)
PURPOSE_OPENING = re.compile(r"(?:nham|gop phan|bao dam|dam bao|tao|giup|huong toi)\b")
CONTINUING = re.compile(r"(?:qua do|tu do|trong do|dong thoi|ben canh do|dac biet)\b,? ?(?!la\b)")
# A comma before one of these begins a thought of its own.
NEW_THOUGHT = re.compile(
    r", (?=(?:dong thoi )?(?:nhan manh|lam ro|neu bat|neu ro|bao dam|dam bao|gop phan|nham|qua do|tu do|trong do"
    r"|dong thoi|tao|giup|huong toi|huong dan|van dong|khuyen khich|khoi day|phat huy|truyen thong|gioi thieu)\b)"
)
LATE_AIM = re.compile(r" (?=nham (?!muc dich)\w)")
