"""Names that people type in: evened out before they are kept, so that two of them compare as a reader does."""

from __future__ import annotations

import unicodedata

from loa.core.language import gettext as _
from loa.units.refusals import WrongName

_UNSEEN = frozenset({"Cc", "Cf"})  # control and format letters: line breaks, right-to-left marks


def clean_name(text: str, *, longest: int) -> str:
    """`text` in NFC, without letters nobody sees, single spaces between words; at most `longest` letters.

    :raises WrongName: nothing is left, or too much.
    """
    even = "".join(
        " " if unicodedata.category(letter) in _UNSEEN else letter for letter in unicodedata.normalize("NFC", text)
    )
    name = " ".join(even.split())
    if not name:
        raise WrongName(_("Tên còn để trống. Chưa có gì thay đổi. Hãy ghi tên."))
    if len(name) > longest:
        raise WrongName(
            _("Tên dài quá {longest} ký tự. Chưa có gì thay đổi. Hãy ghi tên ngắn hơn.").format(longest=longest)
        )
    return name
