"""Days as officers write them, and unused lines as paragraphs."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from loa.console.plans.review_days import kept_day, written_day
from loa.console.plans.review_lines import blocks_of, read_runs, written_runs
from loa.documents.ports import Line


@pytest.mark.parametrize(
    ("written", "kept"), [("5/9/2025", "2025-09-05"), ("05-09-2025", "2025-09-05"), (" 29/2/2028 ", "2028-02-29")]
)
def test_a_day_is_kept_as_it_was_written(written: str, kept: str) -> None:
    assert kept_day(written, may_lack_day=False) == kept


def test_a_month_alone_will_do_only_where_it_may() -> None:
    assert kept_day("9/2025", may_lack_day=True) == "2025-09"
    assert (written_day("2025-09"), written_day("2025-09-05"), written_day("hằng năm")) == (
        "9/2025",
        "5/9/2025",
        "hằng năm",
    )
    with pytest.raises(ValidationError, match="Ghi ngày/tháng/năm"):
        kept_day("9/2025", may_lack_day=False)


@pytest.mark.parametrize(
    ("written", "told"),
    [("32/8/2025", "Tháng 8 chỉ có 31 ngày"), ("29/2/2025", "Tháng 2 chỉ có 28 ngày"), ("1/13/2025", "Không có tháng")],
)
def test_a_day_that_is_none_is_told_with_the_mend(written: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        kept_day(written, may_lack_day=False)


def test_lines_of_one_paragraph_are_chosen_together() -> None:
    texts = (
        "Trên đây là kế hoạch; các đơn vị",
        "triển khai kịp thời.",
        "Nếu có vướng mắc thì báo",
        "về Ủy ban nhân dân xã.",
    )
    lines = [Line(number, text) for number, text in enumerate(texts, start=5)]
    blocks = blocks_of([*lines, Line(20, "lời cuối")])
    assert [(block.first, block.last) for block in blocks] == [(5, 6), (7, 8), (20, 20)]
    assert read_runs(written_runs([(5, 6), (20, 20)])) == [(5, 6), (20, 20)]
    assert read_runs("x,-,3,4-y,7-8,99999999-1") == [(7, 8)]
