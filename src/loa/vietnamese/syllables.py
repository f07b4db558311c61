"""Is it a Vietnamese syllable? Tells words in capitals from abbreviations, and cuts joined-up addresses."""

from __future__ import annotations

import re
import unicodedata

from loa.vietnamese.folding import fold

_ONSETS = "ngh ng nh ch gh gi kh ph qu th tr b c d g h k l m n p r s t v x"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu
im in inh ip it iu o oa oac oach oai oan oang oanh oat oay oc oe oen oeo oet oi om on ong ooc oong op ot u ua uan uang
uat uay uan uang uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh
uyt y yem yen yeng yet yeu
"""
_SYLLABLE = re.compile(f"(?:{'|'.join(_ONSETS.split())})?(?:{'|'.join(sorted(_RIMES.split(), key=len, reverse=True))})")
_NO_RIME = re.compile("q(?!u)")
LONGEST_SYLLABLE = 7
TONES = "\u0300\u0301\u0303\u0309\u0323"


def is_syllable(word: str) -> bool:
    """Tell whether `word`, with or without its marks, is built like one Vietnamese syllable."""
    bare = fold(word)
    return _SYLLABLE.fullmatch(bare) is not None and not _NO_RIME.match(bare)


def has_tone(word: str) -> bool:
    """Tell whether `word` carries a tone mark; no abbreviation does."""
    return any(mark in TONES for mark in unicodedata.normalize("NFD", word))


def has_marks(word: str) -> bool:
    """Tell whether `word` carries a Vietnamese mark, so it is no Latin abbreviation (đ alone does not tell)."""
    return fold(word) != word.lower().replace("đ", "d")
