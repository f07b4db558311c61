"""The drafting rules on topics as plans word them: read the results aloud."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.channels.ports import ChannelKind
from loa.editorial.drafting.compose import TITLE_LIMIT, Draft, TopicFacts, compose
from loa.editorial.drafting.contact import full_name
from loa.editorial.drafting.letters import cut, lower_first


def drafted(topic: str, *, is_own_plan: bool = True) -> Draft:
    draft = compose(
        TopicFacts(
            commune="xã Đồng Sương",
            is_own_plan=is_own_plan,
            plan_word="Kế hoạch",
            topic=topic,
            start=date(2025, 9, 10),
            end=date(2025, 10, 31),
            channels=(),
            doers=(),
            contact="",
        )
    )
    assert draft is not None
    return draft


def body(draft: Draft) -> list[str]:
    """The paragraphs before the question when and where."""
    return list(draft.paragraphs[: next(n for n, text in enumerate(draft.paragraphs) if text.startswith("# "))])


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("Tuyên truyền sâu rộng về ý nghĩa của việc trồng rừng gỗ lớn.", "Ý nghĩa của việc trồng rừng gỗ lớn"),
        (
            "Phổ biến Luật Đường bộ năm 2024 và các văn bản hướng dẫn.",
            "Luật Đường bộ năm 2024 và các văn bản hướng dẫn",
        ),
        ("Giới thiệu các mô hình vườn mẫu, như: Vườn chè, vườn bưởi.", "Mô hình vườn mẫu"),
        ("Tổ chức tuyên truyền, phổ biến kiến thức về an toàn điện.", "Kiến thức về an toàn điện"),
        ("Tuyên truyền, vận động người dân phân loại rác tại nhà.", "Vận động bà con phân loại rác tại nhà"),
        ("Tuyên truyền đến Nhân dân về quyền của người tiêu dùng.", "Quyền của người tiêu dùng"),
        ("Tuyên truyền về nội dung của Luật Thủ đô.", "Nội dung của Luật Thủ đô"),
        ("Tuyên truyền về việc đổi giấy phép lái xe.", "Việc đổi giấy phép lái xe"),
        ("3. Thông tin kịp thời, chính xác về lịch cắt nước.", "Lịch cắt nước"),
        ("Diễn tập chữa cháy tại chợ.", "Diễn tập chữa cháy tại chợ"),
        (
            "Đẩy mạnh công tác tuyên truyền, phổ biến, giáo dục pháp luật về phòng, chống ma túy.",
            "Pháp luật về phòng, chống ma túy",
        ),
    ],
)
def test_the_title_names_the_thing_not_the_telling(topic: str, title: str) -> None:
    assert drafted(topic).title == title


def test_a_thing_and_an_act_become_two_short_paragraphs() -> None:
    draft = drafted("Tuyên truyền về kết quả dồn điền, đổi thửa; hướng dẫn người dân làm hồ sơ cấp đổi sổ.")
    assert body(draft) == [
        "Xã thông tin đến bà con về kết quả dồn điền, đổi thửa.",
        "Xã hướng dẫn bà con làm hồ sơ cấp đổi sổ.",
    ]
    assert draft.summary.endswith("Xã cũng hướng dẫn bà con làm hồ sơ cấp đổi sổ.")


def test_a_list_after_a_colon_stays_one_list() -> None:
    draft = drafted("Tuyên truyền tiến độ các việc trọng tâm, gồm: Đường bê tông; bảo đảm nước sạch; nhà văn hóa.")
    assert body(draft) == [
        "Xã thông tin đến bà con về tiến độ các việc trọng tâm, gồm:",
        "- đường bê tông",
        "- bảo đảm nước sạch",
        "- nhà văn hóa",
    ]


def test_a_topic_that_speaks_to_residents_keeps_its_words() -> None:
    draft = drafted(
        "Cách đổi thẻ bảo hiểm: mang thẻ cũ đến trạm y tế, lấy số thứ tự ở cửa. Nhà xa thì gọi điện hẹn giờ; trẻ em đi "
        "cùng cha mẹ. Không ai phải nộp tiền."
    )
    assert draft.title == "Cách đổi thẻ bảo hiểm"
    assert draft.summary.endswith("xã Đồng Sương thông tin đến bà con về cách đổi thẻ bảo hiểm.")
    assert body(draft) == [
        "Cách đổi thẻ bảo hiểm: mang thẻ cũ đến trạm y tế, lấy số thứ tự ở cửa.",
        "Nhà xa thì gọi điện hẹn giờ; trẻ em đi cùng cha mẹ.",
        "Không ai phải nộp tiền.",
    ]


def test_what_to_do_on_an_occasion_is_said_so() -> None:
    draft = drafted("Khi mất điện: tắt cầu dao, rút phích cắm. Không tự trèo lên cột.")
    assert draft.title == "Khi mất điện"
    assert draft.summary.endswith("xã Đồng Sương thông tin đến bà con những việc cần làm khi mất điện.")


def test_a_topic_that_is_to_be_told_does_not_speak_itself() -> None:
    draft = drafted("Tuyên truyền cách đổi thẻ bảo hiểm: mang thẻ cũ đến trạm y tế.")
    assert body(draft) == ["Xã thông tin đến bà con về cách đổi thẻ bảo hiểm: mang thẻ cũ đến trạm y tế."]


def test_things_joined_by_semicolons_stay_together() -> None:
    draft = drafted("Tuyên truyền về mức đóng bảo hiểm y tế; mức hỗ trợ và thủ tục tham gia.")
    assert body(draft) == ["Xã thông tin đến bà con về mức đóng bảo hiểm y tế; mức hỗ trợ và thủ tục tham gia."]


def test_a_long_sentence_is_cut_where_a_new_thought_begins() -> None:
    draft = drafted(
        "Tuyên truyền về tầm quan trọng của việc giữ rừng đầu nguồn trên lưu vực sông Sương, nhấn mạnh trách nhiệm của "
        "từng chủ rừng và từng hộ nhận khoán, góp phần giữ nguồn nước cho cánh đồng phía hạ lưu trong mùa khô."
    )
    assert body(draft) == [
        "Xã thông tin đến bà con về tầm quan trọng của việc giữ rừng đầu nguồn trên lưu vực sông Sương.",
        "Xã nhấn mạnh trách nhiệm của từng chủ rừng và từng hộ nhận khoán. "
        "Việc này góp phần giữ nguồn nước cho cánh đồng phía hạ lưu trong mùa khô.",
    ]


def test_the_acts_of_another_body_are_said_to_be_what_the_plan_asks_for() -> None:
    draft = drafted("Phổ biến Luật Hộ tịch; vận động người dân đăng ký khai sinh đúng hạn.", is_own_plan=False)
    assert body(draft)[1] == "Kế hoạch yêu cầu vận động bà con đăng ký khai sinh đúng hạn."


def test_a_heading_that_says_only_content_is_no_topic() -> None:
    draft = drafted("Nội dung\nTuyên truyền về lịch tiêm chủng.\nGiới thiệu trạm y tế mới.")
    assert draft.title == "Lịch tiêm chủng"
    assert len(body(draft)) == 2


def test_who_and_when_lines_of_the_clause_are_not_told_as_content() -> None:
    draft = drafted(
        "Nội dung: Tuyên truyền về an toàn đập.\n- Thời gian thực hiện: Tháng 9.\n- Đơn vị thực hiện: Ban A."
    )
    assert body(draft) == ["Xã thông tin đến bà con về an toàn đập."]


def test_nothing_but_marks_gives_no_draft() -> None:
    facts = TopicFacts("xã Đồng Sương", True, "Kế hoạch", " … ", None, None, (), (), "")
    assert compose(facts) is None


def test_no_period_and_no_channel_are_not_invented() -> None:
    facts = TopicFacts("phường Suối Đá", True, "Kế hoạch", "Giới thiệu cầu mới.", None, None, (), (), "")
    draft = compose(facts)
    assert draft is not None
    assert draft.summary == "Phường Suối Đá giới thiệu với bà con cầu mới."
    assert draft.paragraphs == ("Phường giới thiệu với bà con cầu mới.",)


def test_channels_are_told_as_residents_know_them() -> None:
    facts = TopicFacts(
        commune="đặc khu Hòn Sương",
        is_own_plan=True,
        plan_word="Kế hoạch",
        topic="Thông tin về lịch tàu.",
        start=date(2025, 9, 10),
        end=None,
        channels=(ChannelKind.COMMUNICATOR, ChannelKind.LOUDSPEAKER),
        doers=("Trung tâm A", "Phòng B", "Ban C", "Tổ D"),
        contact="Trung tâm A",
    )
    draft = compose(facts)
    assert draft is not None
    assert draft.paragraphs[-2:] == (
        "Từ ngày 10/9/2025, nội dung này được thông tin trên đài truyền thanh đặc khu, "
        "đồng thời qua tuyên truyền viên cơ sở.",
        "Việc thông tin này do Trung tâm A, Phòng B và Ban C thực hiện.",
    )


@given(
    st.lists(
        st.sampled_from(["lịch", "Văn", "hóa,", "và", "phòng,", "chống", "(như", "rừng)", "số", "02,"]), max_size=60
    )
)
def test_a_cut_never_tears_a_word(words: list[str]) -> None:
    text = " ".join(words)
    short = cut(text, 40)
    assert len(short) <= max(40, len(text) if len(text) <= 40 else 40)
    assert text.startswith(short)
    assert text[len(short) : len(short) + 1] in ("", " ", ",", ")") or not text[len(short) :].strip()


@given(
    st.text(st.sampled_from("tuyên truyền về; hướng dẫn người dân, nhằm: (gồm).\n- Luật Đất đai năm 2024")),
    st.booleans(),
)
def test_any_topic_is_drafted_without_an_error(topic: str, is_own_plan: bool) -> None:  # noqa: FBT001
    facts = TopicFacts("xã Đồng Sương", is_own_plan, "Kế hoạch", topic, None, None, (), (), "")
    draft = compose(facts)
    if draft is not None:
        assert 0 < len(draft.title) <= TITLE_LIMIT
        assert draft.paragraphs


@given(st.lists(st.sampled_from(["chè", "bưởi", "cá", "lúa nếp", "ong"]), min_size=2, max_size=5, unique=True))
def test_every_word_of_a_list_is_from_the_plan(crops: list[str]) -> None:
    draft = drafted(f"Giới thiệu các cây, con mới, gồm: {'; '.join(crops)}.")
    assert [text.removeprefix("- ") for text in body(draft)[1:]] == crops


@pytest.mark.parametrize(
    ("words", "lowered"),
    [
        ("Thể chế", "thể chế"),
        ("UBND xã", "UBND xã"),
        ("Luật Đất đai", "Luật Đất đai"),
        ("Kế hoạch số 02", "Kế hoạch số 02"),
        ("Ban Chỉ đạo tỉnh", "Ban Chỉ đạo tỉnh"),
        ("Kế hoạch chăm sóc cây", "kế hoạch chăm sóc cây"),
        ("5G ở xã", "5G ở xã"),
    ],
)
def test_names_keep_their_capital(words: str, lowered: str) -> None:
    assert lower_first(words) == lowered


def test_sentences_stay_short_enough_to_follow_by_ear() -> None:
    draft = drafted(
        "Tuyên truyền sâu rộng về lợi ích của việc dùng nước sạch trong sinh hoạt hằng ngày của các hộ dân vùng cao; "
        "hướng dẫn người dân cách lọc nước, khử khuẩn giếng sau lũ, nhằm phòng bệnh đường ruột cho trẻ nhỏ; phát huy "
        "vai trò của chi hội phụ nữ, góp phần giữ gìn vệ sinh chung."
    )
    sentences = [text for paragraph in body(draft) for text in re.split(r"(?<=\.) ", paragraph)]
    assert max(len(text.split()) for text in sentences) <= 26


@pytest.mark.parametrize(
    ("commune", "told", "helped", "station"),
    [
        ("xã Đồng Sương", "Xã thông tin", "Xã hướng dẫn", "đài truyền thanh xã"),
        ("phường Khe Sương", "Phường thông tin", "Phường hướng dẫn", "đài truyền thanh phường"),
        ("đặc khu Hòn Sương", "Đặc khu thông tin", "Đặc khu hướng dẫn", "đài truyền thanh đặc khu"),
        ("tỉnh Lam Giang", "Tỉnh thông tin", "Tỉnh hướng dẫn", "đài truyền thanh tỉnh"),
        ("thành phố Lam Giang", "Thành phố thông tin", "Thành phố hướng dẫn", "đài truyền thanh thành phố"),
        ("Sở Y tế", "Thông tin", "Hướng dẫn", "đài truyền thanh cơ sở"),
    ],
)
def test_who_acts_is_called_by_its_kind(commune: str, told: str, helped: str, station: str) -> None:
    topic = "Tuyên truyền về lịch tiêm chủng; hướng dẫn người dân đăng ký trước."
    draft = compose(TopicFacts(commune, True, "Kế hoạch", topic, None, None, (ChannelKind.LOUDSPEAKER,), (), ""))
    assert draft is not None
    assert draft.paragraphs[:2] == (
        f"{told} đến bà con về lịch tiêm chủng.",
        f"{helped} bà con đăng ký trước.",
    )
    assert station in draft.paragraphs[-1]


def test_an_office_also_helps_without_calling_itself_a_commune() -> None:
    topic = "Tuyên truyền về lịch tiêm chủng; hướng dẫn người dân đăng ký trước."
    draft = compose(TopicFacts("Sở Y tế", True, "Kế hoạch", topic, None, None, (), (), ""))
    assert draft is not None
    assert draft.summary == (
        "Sở Y tế thông tin đến bà con về lịch tiêm chủng. Đồng thời hướng dẫn bà con đăng ký trước."
    )


@pytest.mark.parametrize(
    ("unit", "commune", "name"),
    [
        ("Công an xã", "xã Đồng Sương", "Công an xã Đồng Sương"),
        ("Phòng Văn hóa - Xã hội", "phường Khe Sương", "Phòng Văn hóa - Xã hội phường Khe Sương"),
        ("Trạm Y tế xã Đồng Sương", "xã Đồng Sương", "Trạm Y tế xã Đồng Sương"),
        ("Trạm Y tế phường", "thành phố Lam Giang", "Trạm Y tế phường"),
        ("Công an thành phố", "thành phố Lam Giang", "Công an thành phố Lam Giang"),
        ("Phòng Nghiệp vụ", "Sở Y tế", "Phòng Nghiệp vụ, Sở Y tế"),
    ],
)
def test_the_office_to_ask_has_its_full_name(unit: str, commune: str, name: str) -> None:
    assert full_name(unit, commune) == name
