"""Writing Vietnamese in the codes from before Unicode, from tables of their own, as the standards print them.

TCVN 5712:1993, table VN3; the key table of VNI-Windows; Microsoft's code page 1258.
"""

from __future__ import annotations

import unicodedata

_TCVN3 = """
A1 Ă A2 Â A3 Ê A4 Ô A5 Ơ A6 Ư A7 Đ A8 ă A9 â AA ê AB ô AC ơ AD ư AE đ
B5 à B6 ả B7 ã B8 á B9 ạ BB ằ BC ẳ BD ẵ BE ắ C6 ặ C7 ầ C8 ẩ C9 ẫ CA ấ CB ậ CC è CE ẻ CF ẽ D0 é D1 ẹ D2 ề D3 ể D4 ễ
D5 ế D6 ệ D7 ì D8 ỉ DC ĩ DD í DE ị DF ò E1 ỏ E2 õ E3 ó E4 ọ E5 ồ E6 ổ E7 ỗ E8 ố E9 ộ EA ờ EB ở EC ỡ ED ớ EE ợ EF ù
F1 ủ F2 ũ F3 ú F4 ụ F5 ừ F6 ử F7 ữ F8 ứ F9 ự FA ỳ FB ỷ FC ỹ FD ý FE ỵ
"""
_VNI = """
á aù à aø ả aû ã aõ ạ aï ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä
é eù è eø ẻ eû ẽ eõ ẹ eï ê eâ ế eá ề eà ể eå ễ eã ệ eä í í ì ì ỉ æ ĩ ó ị ò
ó où ò oø ỏ oû õ oõ ọ oï ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä ơ ô ớ ôù ờ ôø ở ôû ỡ ôõ ợ ôï
ú uù ù uø ủ uû ũ uõ ụ uï ư ö ứ öù ừ öø ử öû ữ öõ ự öï ý yù ỳ yø ỷ yû ỹ yõ ỵ î đ ñ
"""
_CODES, _LETTERS = _TCVN3.split()[::2], _TCVN3.split()[1::2]
_TO_TCVN3 = {letter: bytes.fromhex(code) for code, letter in zip(_CODES, _LETTERS, strict=True)}
_TO_VNI = dict(zip(_VNI.split()[::2], _VNI.split()[1::2], strict=True))
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def tcvn3(text: str) -> bytes:
    return b"".join(_TO_TCVN3.get(letter) or letter.encode("ascii") for letter in text)


def vni(text: str) -> bytes:
    seen = (
        _TO_VNI.get(letter) or (_TO_VNI[letter.lower()].upper() if letter.lower() in _TO_VNI else letter)
        for letter in text
    )
    return "".join(seen).encode("cp1252")


def windows_1258(text: str) -> bytes:
    """The letter with its shape, then its tone."""
    return b"".join(_letter_1258(letter) for letter in text)


def _letter_1258(letter: str) -> bytes:
    apart = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in apart if mark in _TONES)
    shape = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
    return (shape + tone).encode("cp1258")
