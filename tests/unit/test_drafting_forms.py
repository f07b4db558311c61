"""The forms of one message: each says the same code, address, days and contact, and nothing breaks out of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.editorial.forms.announcer import announcer_text
from loa.editorial.forms.article import article
from loa.editorial.forms.content import Basis, Content, Made
from loa.editorial.forms.paper import _questions
from loa.editorial.forms.repeated import beyond_summary
from loa.editorial.forms.segments import segments_of
from loa.editorial.forms.sms import MOST_PARTS, sms, without_marks
from loa.editorial.forms.social import LIMIT, social
from loa.editorial.paragraphs import Kind, blocks_of, sentences_for_reading
from loa.portal.pages import Place
from loa.typeset.dates import day_text
from portal_orders import some_content, some_sound

DAY = re.compile(r"\d{2}/\d{1,2}/\d{4}")
WORDS = st.lists(
    st.sampled_from(["lịch", "tiêm", "Đồng Sương", "phòng, chống", "“rừng”", "năm 2025", "&", "<b>"]), min_size=1
)
SENTENCE = WORDS.map(lambda words: " ".join(words)[:200])


@st.composite
def contents(draw: st.DrawFn) -> Content:
    until = draw(st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31)))
    return replace(
        some_content(draw(st.text("23456789ABCDEF", min_size=5, max_size=5))),
        title=draw(SENTENCE)[:110].strip() or "Tin",
        summary=f"{draw(SENTENCE)}.",
        paragraphs=tuple(f"{text}." for text in draw(st.lists(SENTENCE, min_size=1, max_size=12))),
        contact=draw(st.sampled_from(["", "Phòng Văn hóa - Xã hội xã Đồng Sương"])),
        useful_until=until,
        bases=(Basis("Kế hoạch số 05/KH-UBND"),),
    )


def text_of(made: Made) -> str:
    return made.data.decode()


@given(contents())
def test_the_text_forms_agree_on_code_address_days_and_contact(content: Content) -> None:
    forms = {"page": text_of(article(content, some_sound())), "social": text_of(social(content))}
    for text in forms.values():
        assert content.code in text
        assert content.address in text
        assert content.contact in text
        assert (content.until_words in text) == bool(content.useful_until) or not content.until_words
    days = {content.until_words} if content.useful_until else set()
    assert {found for text in forms.values() for found in DAY.findall(text)} <= days


@given(contents())
def test_a_text_message_is_short_and_whole(content: Content) -> None:
    with_marks, bare = sms(content)
    for made in (with_marks, bare):
        text = text_of(made)
        assert text.endswith(f"{content.code}. Xem: {content.address}")
        assert made.facts["segments"] <= MOST_PARTS[made.variant]
        assert made.facts["segments"] == segments_of(text).count
    assert text_of(bare).isascii()
    assert bare.facts["encoding"] == "GSM-7"


@given(contents())
def test_a_social_post_fits_every_network(content: Content) -> None:
    made = social(content)
    assert made.facts["characters"] == len(text_of(made).strip()) <= LIMIT


@given(contents())
def test_an_article_holds_no_markup_of_the_writer(content: Content) -> None:
    text = text_of(article(content, some_sound()))
    assert "<b> " not in text.replace("<b>Tóm lại:</b> ", "")
    assert set(re.findall(r"<(\w+)", text)) <= {
        "article",
        "header",
        "h1",
        "h2",
        "p",
        "b",
        "span",
        "time",
        "div",
        "ul",
        "li",
    }
    assert "style=" not in text
    assert "<!--" not in text


def test_an_attack_in_a_title_stays_text() -> None:
    nasty = '"><script>alert(1)</script><!--/tin-->'
    content = replace(
        some_content(), title=nasty, contact=nasty, commune=f"xã {nasty}", paragraphs=(nasty, f"- {nasty}")
    )
    text = text_of(article(content, some_sound()))
    assert "<script" not in text
    assert "<!--" not in text


def test_a_text_message_keeps_what_the_writer_says_first() -> None:
    """The draft's own opening only says the title again; a writer's opening is the heart of the matter."""
    content = replace(some_content(), title="Nhận biết kẻ mạo danh", summary="Cán bộ không gọi điện đòi mã OTP.")
    assert "Nhan biet ke mao danh. Can bo khong goi dien doi ma OTP. Tin co gia tri" in text_of(sms(content)[1])


def test_a_text_message_drops_sentences_from_the_end_never_a_word() -> None:
    content = replace(
        some_content(),
        title="Lịch tiêm phòng",
        summary="Xã thông tin đến bà con về lịch tiêm phòng. "
        + " ".join(f"Câu thứ {word} nói thêm một điều cho bà con." for word in ("hai", "ba", "bốn", "năm", "sáu")),
    )
    text = text_of(sms(content)[1])
    assert "Lich tiem phong. Cau thu hai noi them mot dieu cho ba con. Tin co gia tri den het 31/10/2025." in text
    assert re.findall(r"Cau thu \w+ [^.]*\.", text) == [
        f"Cau thu {word} noi them mot dieu cho ba con." for word in ("hai", "ba", "bon", "nam")[: text.count("Cau thu")]
    ]


@pytest.mark.parametrize(
    ("text", "encoding", "count"),
    [
        ("", "GSM-7", 0),
        ("a" * 160, "GSM-7", 1),
        ("a" * 161, "GSM-7", 2),
        ("a" * 306, "GSM-7", 2),
        ("a" * 307, "GSM-7", 3),
        ("€" * 80, "GSM-7", 1),
        ("a" * 152 + "€" + "a" * 10, "GSM-7", 2),
        ("đ" * 70, "UCS-2", 1),
        ("đ" * 71, "UCS-2", 2),
        ("đ" * 134, "UCS-2", 2),
        ("đ" * 66 + "😀" + "đ" * 66, "UCS-2", 3),
    ],
)
def test_segments_are_counted_as_networks_do(text: str, encoding: str, count: int) -> None:
    assert (segments_of(text).encoding, segments_of(text).count) == (encoding, count)


def test_marks_are_taken_off_without_losing_capitals() -> None:
    assert without_marks("Đồng Sương – “Ủy ban” quý IV…") == 'Dong Suong - "Uy ban" quy IV...'


def test_the_announcer_identifies_the_station_at_both_ends() -> None:
    lines = announcer_text(some_content()).split("\n")
    assert lines[0] == "Đài truyền thanh xã Đồng Sương xin thông báo."
    assert lines[-1] == "Đài truyền thanh xã Đồng Sương xin cảm ơn bà con đã lắng nghe."
    assert "gồm: khu Suối Đá, khu Đồi Chè; khu Bến Sương và các hộ ven đê." in announcer_text(some_content())
    assert not any(line.startswith(("# ", "- ")) for line in lines)


def test_paragraph_marks_make_headings_and_lists() -> None:
    blocks = list(blocks_of(["Một:", "- a", "- b", "# Hỏi?", "Đáp."]))
    assert [block.kind for block in blocks] == [Kind.TEXT, Kind.LIST, Kind.HEADING, Kind.TEXT]
    assert blocks[1].texts == ("a", "b")
    assert sentences_for_reading(["Một:", "- a", "- b.", "# Hỏi?"]) == ["Một: a; b.", "Hỏi?"]
    assert sentences_for_reading(["- a", "- b"]) == ["a; b."]


def test_a_communicator_finds_the_answers_of_the_message_itself() -> None:
    content = some_content()
    pairs = {pair.question: pair.answer for pair in _questions(content)}
    assert pairs["Bà con nghe, xem ở đâu?"] == content.paragraphs[-1]
    assert pairs["Tin này có giá trị đến khi nào?"] == "Đến hết ngày 31/10/2025."
    assert content.code in pairs["Làm sao biết đây là tin thật của xã?"]


@given(st.dates(date(2024, 1, 1), date(2027, 1, 1)))
def test_days_are_written_the_same_everywhere(day: date) -> None:
    content = replace(some_content(), useful_until=day, summary="Tin.", paragraphs=("Tin.",), bases=())
    found = DAY.findall(text_of(article(content, some_sound())) + text_of(social(content)) + text_of(sms(content)[0]))
    assert set(found) == {day_text(day)}
    assert day_text(day + timedelta(days=1)) not in found


def repeated_content() -> Content:
    return replace(
        some_content(),
        title="Lịch cắt nước",
        summary="Xã Đồng Sương thông tin đến bà con về lịch cắt nước tháng 9. Xã cũng hướng dẫn bà con trữ nước.",
        paragraphs=(
            "Xã thông tin đến bà con về lịch cắt nước tháng 9.",
            "Xã hướng dẫn bà con trữ nước.",
            "Xã hướng dẫn bà con trữ nước sạch cho trẻ nhỏ.",
            "# Khi nào có nước lại?",
            "Xã hướng dẫn bà con trữ nước.",
        ),
    )


def test_after_a_summary_nothing_is_said_that_it_has_said() -> None:
    content = repeated_content()
    assert beyond_summary(content) == list(content.paragraphs[2:])
    for text in (text_of(article(content, some_sound())), text_of(social(content))):
        assert text.count("lịch cắt nước tháng 9") == 1
        assert "trữ nước sạch cho trẻ nhỏ" in text


def test_an_announcer_reads_no_title_that_the_first_sentence_holds() -> None:
    content = repeated_content()
    assert announcer_text(content).split("\n")[1] == content.paragraphs[0]
    other = replace(content, title="Nước sinh hoạt")
    assert announcer_text(other).split("\n")[1:3] == ["Nước sinh hoạt.", content.paragraphs[0]]


@given(contents())
def test_whatever_a_form_leaves_out_stands_in_the_summary(content: Content) -> None:
    left_out = [text for text in content.paragraphs if text not in beyond_summary(content)]
    assert all(text.rstrip(".").lower() in content.summary.lower() for text in left_out)


@pytest.mark.parametrize(
    ("commune", "station", "issuer", "called"),
    [
        ("xã Đồng Sương", "Đài truyền thanh xã Đồng Sương", "UBND xã Đồng Sương", "xã"),
        ("phường Khe Sương", "Đài truyền thanh phường Khe Sương", "UBND phường Khe Sương", "phường"),
        ("đặc khu Hòn Sương", "Đài truyền thanh đặc khu Hòn Sương", "UBND đặc khu Hòn Sương", "đặc khu"),
        ("tỉnh Lam Giang", "Đài truyền thanh tỉnh Lam Giang", "UBND tỉnh Lam Giang", "tỉnh"),
        ("thành phố Lam Giang", "Đài truyền thanh thành phố Lam Giang", "UBND thành phố Lam Giang", "thành phố"),
        ("Sở Y tế", "Đài truyền thanh cơ sở", "Sở Y tế", "cơ quan"),
    ],
)
def test_every_form_calls_its_issuer_by_its_kind(commune: str, station: str, issuer: str, called: str) -> None:
    content = replace(some_content(), commune=commune)
    spoken = announcer_text(content)
    assert spoken.startswith(f"{station} xin thông báo.")
    assert f"trên cổng thông tin điện tử của {called}." in spoken
    assert text_of(sms(content)[0]).startswith(f"{issuer}: ")
    assert any(pair.question == f"Làm sao biết đây là tin thật của {called}?" for pair in _questions(content))
    assert Place(commune).kind == called
    assert Place(commune).issuer == content.issuer == issuer.replace("UBND", "Ủy ban nhân dân")
