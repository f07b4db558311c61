"""Whatever bytes come in, each reader reads them or refuses them by name: the fuzzer's targets, for a few seconds."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loa.cli.bench import bench_module
from loa.documents.refusals import CannotRead

pytestmark = pytest.mark.heavy

targets, seeds = bench_module("fuzz.targets"), bench_module("fuzz.seeds")
# PDFs and pictures are read by native code, which only the processes with limits may meet.
HERE = sorted(set(targets.TARGETS) - {"pdf", "bytes", "picture"})
EXAMPLES = 25


@st.composite
def spoiled(draw: st.DrawFn, target: str) -> bytes:
    """A good file in which some pieces were cut out, doubled or written over."""
    data = bytearray(draw(st.sampled_from(seeds.seeds_of(target))))
    for _change in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 40)))
        data[at:end] = draw(st.one_of(st.binary(max_size=8), st.just(bytes(data[at:end]) * 3)))
    return bytes(data)


@pytest.mark.parametrize("name", HERE)
def test_spoiled_files_are_read_or_refused(name: str) -> None:
    @settings(max_examples=EXAMPLES)
    @given(spoiled(name))
    def try_one(data: bytes) -> None:
        with suppress(CannotRead):
            targets.TARGETS[name](data)

    try_one()


@pytest.mark.parametrize("name", HERE)
def test_the_good_files_are_read(name: str) -> None:
    for seed in seeds.seeds_of(name)[:1]:
        targets.TARGETS[name](seed)


def test_a_quote_that_is_not_there_is_found_out() -> None:
    lines = targets.lines_of([targets.Page(None, seeds.TEXT)])
    result = targets.extract(lines)
    targets.check_anchors(result, lines)
    with pytest.raises(targets.BrokenPromise):
        targets.check_anchors(result, lines[:3])
