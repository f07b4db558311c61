"""Old Vietnamese codes are recognised by what they spell and come back as Unicode; Unicode is never touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loa.documents.reading.encodings.recognise import in_unicode
from loa.documents.reading.encodings.syllables import is_written_syllable
from loa.documents.reading.readers import read_bytes
from loa.documents.refusals import CannotRead, UnknownEncoding
from sample.files import docx, paragraph
from sample.old_codes import tcvn3, vni, windows_1258

PLAN = """ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG
Số: 05/KH-UBND
KẾ HOẠCH
Tuyên truyền phòng, chống mưa lũ trên địa bàn xã Đồng Sương
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích: giúp người dân hiểu rõ nguy cơ sạt lở ở các bản vùng cao.
đ) Đề nghị Ủy ban Mặt trận Tổ quốc xã phối hợp; ô nhiễm nguồn nước được kiểm tra.
- Lưu: VT, VHXH."""
PLAIN = {
    "Vietnamese": PLAN,
    "old tone places": "Hoà bình, thuỷ lợi, khoẻ mạnh, toán học, quý khách, loà xoà",
    "hill names": "Đắk Lắk, Kon Plông, Krông Nô, Ea H'leo, Bắc Kạn, Ia Grai, Y Thịnh",
    "few marks": "Ban chi huy, UBND, cô ca, bê tông, căn tin, canô, café",
    "signs": "Diện tích 5 m², nhiệt độ 30 °C ± 1; «trích dẫn»; ½ số hộ; · gạch đầu dòng; © ® 2025",
    "French": "Le développement rural a été préparé à Genève; il reçoit où çà et là des élèves, dû au maïs naïf.",
    "German": "Über größere Flüsse führen schöne Brücken; die Behörde prüft die Maßnahmen für Bürger.",
    "Spanish": "El año pasado la población pidió más información según el señor alcalde; ¿qué pasó después?",
    "Danish": "Større øer og små åer gør rejsen længere; børn læser på færgen.",
    "Icelandic": "Það er góð hugmynd að þýða þessa síðu á íslensku.",
    "English": "The plan’s budget — “as approved” — is 5 million; naïve façade, résumé.",
    "French and Vietnamese": "Dự án Đa dạng sinh học\nLe développement a été préparé à Genève\nnăm 2025",
}


@pytest.mark.parametrize("kind", PLAIN)
def test_a_text_in_unicode_is_never_changed(kind: str) -> None:
    lines = PLAIN[kind].split("\n")
    assert in_unicode(lines).lines == lines
    assert in_unicode(lines).codes == ()


@pytest.mark.parametrize(("code", "encode"), [("tcvn3", tcvn3), ("vni", vni), ("windows-1258", windows_1258)])
def test_bytes_of_an_old_code_come_back_equal(code: str, encode: object) -> None:
    wanted = PLAN.lower() if code == "tcvn3" else PLAN  # the ABC fonts have no capitals with marks
    read = read_bytes(encode(wanted))  # type: ignore[operator]
    assert [line.text for line in read.lines] == wanted.split("\n")
    assert code in read.notices


def test_letters_of_an_old_font_inside_a_word_document_are_converted() -> None:
    seen = [tcvn3(line.lower()).decode("cp1252") for line in PLAN.split("\n")]
    read = read_bytes(docx("".join(map(paragraph, seen))))
    assert [line.text for line in read.lines if line.text] == PLAN.lower().split("\n")
    assert read.notices == ("tcvn3",)


def test_a_heading_typed_in_capitals_with_marks_of_the_small_font_is_in_capitals() -> None:
    lines = ["KÕ HO¹CH TUY£N TRUYÒN", "Thùc hiÖn c«ng t¸c truyÒn th«ng c¬ së"]
    assert in_unicode(lines).lines == ["KẾ HOẠCH TUYÊN TRUYỀN", "Thực hiện công tác truyền thông cơ sở"]


def test_the_hyphen_that_was_the_letter_with_a_horn_is_that_letter() -> None:
    lines = ["Ph-êng, x· tr-ëng b¶n ®-îc giao nhiÖm vô, kÕ ho¹ch sè 05-KH"]
    assert in_unicode(lines).lines == ["Phường, xã trưởng bản được giao nhiệm vụ, kế hoạch số 05-KH"]


def test_only_the_old_lines_of_a_mixed_document_are_converted() -> None:
    lines = ["Kế hoạch tuyên truyền", "VÒ viÖc phßng chèng m­a lò trªn ®Þa bµn", "Quyết định số 5: ph¸t ®éng, café ®"]
    assert in_unicode(lines).lines == [
        lines[0],
        "Về việc phòng chống mưa lũ trên địa bàn",
        "Quyết định số 5: phát động, café ®",
    ]


def test_unicode_that_a_program_took_for_western_letters_is_mended() -> None:
    lines = [
        line.encode().decode("cp1252", "ignore") for line in ["Tuyên truyền thông tin cơ sở", "vận hành khu dân cư"]
    ]
    assert in_unicode(lines).lines[1] == "vận hành khu dân cư"
    assert in_unicode(lines).codes == ("utf-8-twice",)


def test_letters_in_pieces_are_told() -> None:
    read = read_bytes(unicodedata.normalize("NFD", PLAN).encode())
    assert [line.text for line in read.lines] == PLAN.split("\n")
    assert read.notices == ("nfd",)


def test_bytes_that_spell_nothing_are_refused() -> None:
    with pytest.raises(CannotRead) as caught:
        read_bytes("Le développement a été préparé à Genève".encode("cp1252"))
    assert caught.value.refusal is UnknownEncoding


@pytest.mark.parametrize(
    "word", ["nghiêng", "quyết", "giếng", "khuya", "thuở", "Đường", "hoà", "hòa", "gì", "quỹ", "yêu", "ượt", "khuỷu"]
)
def test_syllables(word: str) -> None:
    assert is_written_syllable(word)


@pytest.mark.parametrize(
    "word", ["viêt", "kõ", "nghà", "ka", "ce", "được\u0323", "tộtộ", "develop", "bdê", "oưn", "hoảch"]
)
def test_no_syllables(word: str) -> None:
    assert not is_written_syllable(unicodedata.normalize("NFC", word))


ONSETS = ("", "b", "ch", "d", "đ", "h", "kh", "l", "m", "nh", "ph", "s", "t", "th", "tr", "v", "x")
RIMES = ("ạ", "ấn", "ẵm", "ế", "iễn", "ộng", "ới", "ước", "ữ", "uyện", "ảo", "ọc", "ường", "ậu", "ổi", "ặt", "iệt", "ở")


WORDS = st.builds("{}{}".format, st.sampled_from(ONSETS), st.sampled_from(RIMES)).filter(
    lambda word: len(word) > 1  # a lone ạ is the sign ¹, and that may be a footnote's
)


@settings(max_examples=50)
@given(st.lists(WORDS, min_size=8, max_size=40))
def test_any_sentence_survives_both_old_codes(words: list[str]) -> None:
    sentence = " ".join(["Kế hoạch về", *words, "trên địa bàn"])
    small = sentence.lower()
    assert in_unicode([tcvn3(small).decode("cp1252")]).lines == [small]
    assert in_unicode([vni(sentence).decode("cp1252")]).lines == [sentence]


@given(st.lists(st.text(st.characters(max_codepoint=0x1FFF)), max_size=6))
def test_whatever_the_letters_no_line_is_lost_and_plain_ones_stay(lines: list[str]) -> None:
    assert len(in_unicode(lines).lines) == len(lines)
    for line, read in zip(lines, in_unicode(lines).lines, strict=True):
        assert read == line or not line.isascii()
