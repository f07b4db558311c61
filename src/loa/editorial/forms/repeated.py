"""What a form need not say a second time, because the words right before it have said it."""

from __future__ import annotations

from loa.editorial.forms.content import Content
from loa.editorial.paragraphs import HEADING


def beyond_summary(content: Content) -> list[str]:
    """The paragraphs that follow a summary, without those before the first heading that it holds word for word.

    Who acts does not count: "Xã hướng dẫn bà con làm hồ sơ." is held by "Xã cũng hướng dẫn bà con làm hồ sơ.".
    """
    paragraphs = list(content.paragraphs)
    first = next((place for place, text in enumerate(paragraphs) if text.startswith(HEADING)), len(paragraphs))
    new = [text for text in paragraphs[:first] if not _holds(content.summary, _act(text, content))]
    return [*new, *paragraphs[first:]]


def titled(title: str, sentences: list[str]) -> list[str]:
    """The sentences under their title; without it where the first sentence says the whole of it."""
    return sentences if sentences and _holds(sentences[0], title) else [title, *sentences]


def _act(text: str, content: Content) -> str:
    """The sentence without the word for who acts."""
    doer = f"{content.called} "
    return text[len(doer) :] if text.lower().startswith(doer) else text


def _holds(text: str, part: str) -> bool:
    """Whether `text` says `part`, from the beginning of a word to the end of one."""
    wanted = f" {part.strip().rstrip('.').lower()}"
    padded = f" {text.lower()} "
    place = padded.find(wanted)
    return place >= 0 and not padded[place + len(wanted)].isalnum()
