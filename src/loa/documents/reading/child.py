"""The process that reads a file from outside: `python -m loa.documents.reading.child read|extract|plan PATH`, or
`… lines`, `… plan-lines`.

It gives up every power it does not need before it opens the file, and writes one JSON object to its output:
`{"document": …}`, with `extract` and `plan` also `"extraction"`, or `{"refusal": class name}`. With `lines` it takes a
JSON list of lines, which another process recognised, from its input. `plan` takes the paragraphs of a letter without
numbers as clauses. Anything else ends it: an answer too.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from loa.documents.extraction.extract import extract
from loa.documents.extraction.serial import to_json as extraction_json
from loa.documents.ports import Line
from loa.documents.reading import limits
from loa.documents.reading.powers import give_up_powers
from loa.documents.reading.readers import read_bytes
from loa.documents.reading.secrecy import secrecy_mark
from loa.documents.reading.text import to_json
from loa.documents.refusals import CannotRead, ClassifiedDocument, FileTooBig

READ, EXTRACT, PLAN, EXTRACT_LINES, PLAN_LINES = "read", "extract", "plan", "lines", "plan-lines"


def answer(path: Path, *, mode: str) -> dict[str, Any]:
    """What the file says or why it is refused; of a document with a mark of secrecy not a word leaves this process."""
    with path.open("rb") as file:
        data = file.read(limits.MAX_FILE_BYTES + 1)
    if len(data) > limits.MAX_FILE_BYTES:
        return {"refusal": FileTooBig.__name__}
    try:
        document = read_bytes(data)
    except CannotRead as error:
        return {"refusal": error.refusal.__name__}
    if secrecy_mark(document.lines) is not None:
        return {"refusal": ClassifiedDocument.__name__}
    said = {"document": to_json(document)}
    if mode != READ:
        said["extraction"] = extraction_json(extract(document.lines, letters=mode == PLAN), explain=True)
    return said


def answer_lines(rows: list[tuple[int | None, str]], *, mode: str) -> dict[str, Any]:
    """What the lines say, each given with its page."""
    lines = [Line(number, text, page) for number, (page, text) in enumerate(rows, start=1)]
    return {"extraction": extraction_json(extract(lines, letters=mode == PLAN_LINES), explain=True)}


def main() -> int:
    give_up_powers()
    mode, *rest = sys.argv[1:]
    is_file = mode not in (EXTRACT_LINES, PLAN_LINES)
    said = answer(Path(rest[0]), mode=mode) if is_file else answer_lines(json.load(sys.stdin), mode=mode)
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=False).encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
