"""The comparison marks the words that differ, and only those; what is alike and long is cut short."""

from __future__ import annotations

import pytest

from loa.console.plans.compare_marks import LONGEST, Parts, marked_names, marked_pair, whole


def shown(parts: Parts) -> str:
    """The parts in a row, the marked ones in brackets."""
    return " ".join(f"[{part.words}]" if part.is_marked else part.words for part in parts)


@pytest.mark.parametrize(
    ("was", "becomes", "before", "after"),
    [
        ("Phát tin mỗi tuần", "Phát tin mỗi tháng", "Phát tin mỗi [tuần]", "Phát tin mỗi [tháng]"),
        ("Phát tin", "Phát tin hằng ngày", "Phát tin", "Phát tin [hằng ngày]"),
        ("Phát  tin\nngay", "Phát tin ngay", "Phát tin ngay", "Phát tin ngay"),
        ("treo băng rôn,", "treo băng rôn.", "treo băng [rôn,]", "treo băng [rôn.]"),
        ("một a hai b ba", "một x hai y ba", "một [a hai b] ba", "một [x hai y] ba"),
        ("", "Lần đầu", "", "[Lần đầu]"),
    ],
)
def test_the_words_that_differ_are_marked(was: str, becomes: str, before: str, after: str) -> None:
    assert tuple(map(shown, marked_pair(was, becomes))) == (before, after)


def test_long_words_that_both_have_are_cut_around_the_change() -> None:
    words = [f"chữ{number}" for number in range(100)]
    was, becomes = marked_pair(" ".join([*words, "cũ", *words]), " ".join([*words, "mới", *words]))
    near_before, near_after = " ".join(words[-8:]), " ".join(words[:8])
    assert shown(was) == f"… {near_before} [cũ] {near_after} …"
    assert shown(becomes) == f"… {near_before} [mới] {near_after} …"


def test_two_long_texts_that_have_nothing_in_common_stay_short() -> None:
    was, becomes = marked_pair("cũ " * 3000, "mới " * 3000)
    assert all(len(part.words.split()) <= LONGEST + 1 for part in (*was, *becomes))
    assert all(part.is_marked for part in (*was, *becomes))


def test_of_two_lists_the_names_that_the_other_lacks_are_marked() -> None:
    was, becomes = marked_names(["Loa", "Bảng tin"], ["Loa", "Cổng thông tin"])
    assert (shown(was), shown(becomes)) == ("Loa, [Bảng tin]", "Loa, [Cổng thông tin]")
    assert whole("") == ()
