"""Reads the frozen article: the page around it says nothing about the message that the article does not say itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

LONGEST_SUMMARY = 300


@dataclass(slots=True)
class Article:
    """What the first tag and the headings of a frozen article say; empty where it says nothing."""

    code: str = ""
    commune: str = ""
    province: str = ""
    until: str = ""
    seconds: str = ""
    is_synthetic: bool = False
    title: str = ""
    summary: str = ""


def read_article(html: str) -> Article:
    """The facts of a frozen article. The fragment is our own; anything else gives an empty result."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.article.summary = reader.article.summary.removeprefix("Tóm lại:").strip()[:LONGEST_SUMMARY]
    return reader.article


@dataclass(slots=True)
class _Place:
    """Which text is being read: the heading, the summary, or none."""

    name: str = ""
    tag: str = ""


@dataclass
class _Reader(HTMLParser):
    article: Article = field(default_factory=Article)
    place: _Place = field(default_factory=_Place)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "article" and not self.article.code:
            self.article.code = values.get("data-code", "")
            self.article.commune = values.get("data-commune", "")
            self.article.province = values.get("data-province", "")
            self.article.until = values.get("data-until", "")
            self.article.seconds = values.get("data-seconds", "")
            self.article.is_synthetic = values.get("data-voice") == "synthetic"
        if tag == "h1" and not self.article.title:
            self.place = _Place("title", tag)
        if tag == "p" and "note" in values.get("class", "").split() and not self.article.summary:
            self.place = _Place("summary", tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == self.place.tag:
            self.place = _Place()

    def handle_data(self, data: str) -> None:
        if self.place.name:
            setattr(self.article, self.place.name, getattr(self.article, self.place.name) + data)
