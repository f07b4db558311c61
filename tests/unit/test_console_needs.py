"""What needs a person, ranked and cut; and how days are called."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.utils.safestring import SafeString

from loa.console.today.needs import Found, Need, most_urgent
from loa.console.today.wording import data, date_line, day_name, days_left, moment_name, session_name
from loa.core.clock import VIETNAM
from loa.core.language import speaking

NOW = datetime(2025, 9, 4, 17, 30, tzinfo=VIETNAM)


def a_need(title: str, rating: str = "n") -> Need:
    return Need(rating=rating, badge="", title=SafeString(title), why=SafeString(), url="/", button="")


def found(place: str, *needs: Need, total: int | None = None) -> Found:
    return Found(place, needs, len(needs) if total is None else total)


def titles(*sources: Found) -> list[str]:
    return [need.title for need in most_urgent(sources).shown]


def test_red_comes_before_yellow_before_the_others() -> None:
    assert titles(found("a", a_need("n"), a_need("y", "y")), found("b", a_need("r", "r"))) == ["r", "y", "n"]


def test_ten_late_offices_hide_no_loudspeaker() -> None:
    late = [a_need(f"đơn vị {number}", "r") for number in range(10)]
    assert titles(found("assignments", *late), found("outlets", a_need("loa", "r")))[:2] == ["đơn vị 0", "loa"]


def test_five_are_shown_and_the_rest_is_counted_by_place() -> None:
    many = [a_need(str(number)) for number in range(5)]
    todo = most_urgent([found("messages", *many, total=40), found("plans", a_need("kế hoạch"))])
    assert todo.count == 5
    assert todo.rest == (("messages", 36),)
    assert todo.more == 36


def test_two_sources_of_one_place_are_counted_together() -> None:
    red = [a_need(str(number), "r") for number in range(4)]
    todo = most_urgent([found("assignments", *red), found("assignments", a_need("y", "y"), a_need("z", "y"))])
    assert todo.rest == (("assignments", 1),)


def test_nothing_needs_nobody() -> None:
    todo = most_urgent([found("plans"), found("messages")])
    assert (todo.shown, todo.rest, todo.more) == ((), (), 0)


def test_the_date_line_is_vietnamese() -> None:
    assert date_line(NOW) == "Thứ Năm, 04/09/2025 · 17 giờ 30"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 9, 4), "hôm nay"),
        (date(2025, 9, 3), "hôm qua"),
        (date(2025, 9, 5), "ngày mai"),
        (date(2025, 8, 27), "ngày 27/08/2025"),
    ],
)
def test_days_have_the_names_people_give_them(day: date, words: str) -> None:
    assert day_name(day, today=NOW.date()) == words


@pytest.mark.parametrize(
    ("hour", "words"),
    [(5, "05:30 sáng nay"), (11, "11:30 trưa nay"), (17, "17:30 chiều nay"), (19, "19:30 tối nay")],
)
def test_a_session_of_today_has_its_part_of_the_day(hour: int, words: str) -> None:
    assert session_name(NOW.replace(hour=hour), now=NOW) == words


def test_a_moment_is_told_in_vietnams_time() -> None:
    utc = datetime.fromisoformat("2025-09-03T22:15:00+00:00")
    assert moment_name(utc, now=NOW) == "05:15 hôm nay"
    assert session_name(utc.replace(day=2), now=NOW) == "05:15 hôm qua"


@pytest.mark.parametrize(("days", "words"), [(-2, "Chậm 2 ngày"), (0, "Hôm nay đến hạn"), (4, "Còn 4 ngày")])
def test_days_left_are_told_in_words(days: int, words: str) -> None:
    assert days_left(days) == words


def test_data_is_text_and_keeps_its_language_in_an_english_sentence() -> None:
    with speaking("en"):
        assert data("<script>alert(1)</script>") == '<span lang="vi">&lt;script&gt;alert(1)&lt;/script&gt;</span>'
    assert len(data("ă" * 10_000)) < 200
