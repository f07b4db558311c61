"""Is it one Vietnamese syllable as the language writes it? A grammar of onsets, rimes and tones; no list of words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ
uôc uôi uôm uôn uông uôt uy uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưng ưt ưu
ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
"""
_AFTER_QU = """
a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et
ê êch ên ênh êt i it ôc ơ ơi ơn ơt y yên yêt
"""
_ANY = "b|ch|d|đ|gi|h|kh|l|m|nh|n|ph|p|r|s|th|tr|t|v|x"
_BEFORE_FRONT, _BEFORE_BACK = "k|gh|ngh", "c|g|ng"
_FRONT = "[eêiy]"


def _one_of(rimes: str) -> str:
    return "|".join(sorted(rimes.split(), key=len, reverse=True))


_SYLLABLE = re.compile(
    f"(?:(?:{_ANY})?|(?:{_BEFORE_FRONT})(?={_FRONT})|(?:{_BEFORE_BACK})(?!{_FRONT}))(?:{_one_of(_RIMES)})"
    f"|qu(?:{_one_of(_AFTER_QU)})|q(?:uyt|uych|uynh)|gi(?:n|êng|êt)?"
)
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPPED = re.compile("(?:c|ch|p|t)$")
_STOPPED_TONES = ("\u0301", "\u0323")


@lru_cache(maxsize=8192)
def is_written_syllable(word: str) -> bool:
    """Whether `word` (NFC) is one syllable with all its marks: right letters together, at most one tone, one that fits.

    Both ways of setting the tone count (hòa, hoà); letter case does not.
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(apart)
    toneless = unicodedata.normalize("NFC", _TONES.sub("", apart))
    if len(tones) > 1 or _SYLLABLE.fullmatch(toneless) is None:
        return False
    return not _STOPPED.search(toneless) or (bool(tones) and tones[0] in _STOPPED_TONES)
