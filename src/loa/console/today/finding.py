"""Search results as a person reads them: the kind, the title, the words around what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.urls import reverse

from loa.campaigns.models import Assignment, Campaign
from loa.console.today.highlighting import Piece, highlighted, holds_all, snippet
from loa.console.today.places_of import SearchKind, kinds_for
from loa.core.actor import Actor
from loa.core.models import SearchEntry
from loa.core.selectors.search import search_entries
from loa.editorial.models import MessageVersion
from loa.units.models import Membership

LONGEST_QUERY = 200
MOST_RESULTS = 50
LONGEST_TITLE = 220  # a duty may be a paragraph; its page has the whole


@dataclass(frozen=True, slots=True)
class Result:
    """One row that was found. `title` and `around` are pieces, the found words marked."""

    kind: SearchKind
    url: str
    title: tuple[Piece, ...]
    around: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """The results, how many of each kind, and whether there may be more than are shown."""

    results: tuple[Result, ...]
    kinds: tuple[tuple[str, int], ...]
    is_full: bool

    @property
    def count(self) -> int:
        """How many are shown."""
        return len(self.results)


def asked_words(text: str) -> str:
    """What is searched for: at most 200 letters, without signs that no database keeps."""
    return text.replace("\x00", "").strip()[:LONGEST_QUERY]


def findings(actor: Actor, query: str) -> Findings:
    """What the actor may see of what `query` finds, the best first; at most six queries."""
    kinds = kinds_for(actor)
    entries = search_entries(actor, query, kinds=kinds, limit=MOST_RESULTS)
    users = _users_of(actor, _ids(entries, "units.membership"))
    texts = _texts(actor, entries)
    results = [
        _result(entry, kinds[entry.kind], pk=users.get(entry.target, entry.target_id), text=texts, query=query)
        for entry in entries
        if entry.kind != "units.membership" or entry.target in users
    ]
    counts = Counter(result.kind.label for result in results)
    return Findings(tuple(results), tuple(counts.most_common()), is_full=len(entries) == MOST_RESULTS)


def _result(entry: SearchEntry, kind: SearchKind, *, pk: int, text: dict[str, str], query: str) -> Result:
    is_told = holds_all(entry.title, query)
    title = entry.title if len(entry.title) <= LONGEST_TITLE else f"{entry.title[:LONGEST_TITLE].rstrip()}…"
    return Result(
        kind=kind,
        url=reverse(kind.url_name, args=[pk]),
        title=tuple(highlighted(title, query)),
        around=()
        if is_told and len(entry.title) <= LONGEST_TITLE
        else tuple(snippet(text.get(entry.target, ""), query)),
    )


def _texts(actor: Actor, entries: Iterable[SearchEntry]) -> dict[str, str]:
    """The words behind the titles, by target; nothing for kinds that are no more than their names."""
    found: dict[str, str] = {}
    if duties := _ids(entries, "campaigns.assignment"):
        rows = Assignment.objects.visible_to(actor).filter(pk__in=duties)
        found |= {f"campaigns.assignment:{pk}": quote for pk, quote in rows.values_list("pk", "quote")}
    if plans := _ids(entries, "campaigns.campaign"):
        campaigns = Campaign.objects.visible_to(actor).filter(pk__in=plans)
        lines = campaigns.values_list("pk", "document__extraction__text")
        found |= {f"campaigns.campaign:{pk}": text or "" for pk, text in lines}
    if messages := _ids(entries, "editorial.message"):
        found |= {f"editorial.message:{pk}": text for pk, text in _message_texts(actor, messages)}
    return found


def _message_texts(actor: Actor, messages: Iterable[int]) -> Iterable[tuple[int, str]]:
    """The newest words of each message."""
    newer = MessageVersion.objects.filter(message=OuterRef("message"), number__gt=OuterRef("number"))
    rows = MessageVersion.objects.visible_to(actor).filter(~Exists(newer), message__in=messages)
    for pk, summary, paragraphs in rows.values_list("message_id", "summary", "paragraphs"):
        yield pk, "\n".join([summary, *paragraphs])


def _users_of(actor: Actor, memberships: Iterable[int]) -> dict[str, int]:
    """The person behind each membership, by the entry's target."""
    rows = Membership.objects.visible_to(actor).filter(pk__in=memberships)
    return {f"units.membership:{pk}": user for pk, user in rows.values_list("pk", "user_id")} if memberships else {}


def _ids(entries: Iterable[SearchEntry], kind: str) -> list[int]:
    return [entry.target_id for entry in entries if entry.kind == kind]
