"""The process that makes one page a picture: `python -m loa.documents.reading.ocr.render PATH PAGE TURN`.

It gives up the same powers as the reading child. Its output is one line of JSON, `{"pages", "media_type", "sha256",
"width", "height"}`, and then the grey dots row by row; or `{"refusal": class name}` alone.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from loa.documents.reading import limits
from loa.documents.reading.ocr.picture import picture_of
from loa.documents.reading.powers import give_up_powers
from loa.documents.refusals import CannotRead


def answer(path: Path, page: int, *, turn: int) -> bytes:
    """The line and the dots for one page (from 0)."""
    with path.open("rb") as file:
        data = file.read(limits.MAX_FILE_BYTES + 1)
    try:
        found = picture_of(data, page, turn=turn)
    except CannotRead as error:
        return json.dumps({"refusal": error.refusal.__name__}).encode()
    said = {
        "pages": found.pages,
        "media_type": found.media_type,
        "sha256": hashlib.sha256(data).hexdigest(),
        "width": found.image.width,
        "height": found.image.height,
    }
    return json.dumps(said).encode() + b"\n" + found.image.tobytes()


def main() -> int:
    give_up_powers(address_space=limits.OCR_ADDRESS_SPACE_BYTES)
    sys.stdout.buffer.write(answer(Path(sys.argv[1]), int(sys.argv[2]), turn=int(sys.argv[3])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
