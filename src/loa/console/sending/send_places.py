"""The outlets to choose from, by channel, each with the file it gets and what it got before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loa.channels.models import Outlet
from loa.channels.ports import CHANNEL_LABELS, ChannelKind
from loa.console.messages.forms_made import FORM_NAMES
from loa.core.actor import Actor
from loa.core.language import gettext
from loa.delivery.models import Dispatch
from loa.delivery.rules import usual_form
from loa.editorial.models import MessageVersion, Rendition
from loa.editorial.ports import Form


@dataclass(frozen=True, slots=True)
class Place:
    """One outlet; `before` is its latest order of this version."""

    outlet: Outlet
    before: Dispatch | None
    is_chosen: bool


@dataclass(slots=True)
class Group:
    """One channel. `file` is what its outlets bring out, None where the version has no such file."""

    channel: ChannelKind
    name: str
    form: str
    file: Rendition | None
    is_chosen: bool
    places: list[Place] = field(default_factory=list)


def groups_of(
    outlets: Sequence[Outlet], version: MessageVersion, *, actor: Actor, pks: Sequence[str], channels: Sequence[str]
) -> list[Group]:
    """`outlets` by channel; those of `pks` and `channels` are ticked."""
    renditions = list(version.renditions.order_by("form", "variant"))
    files: dict[str, Rendition] = {}
    for row in renditions:
        files.setdefault(row.form, row)
    rows = Dispatch.objects.visible_to(actor).filter(rendition__in=renditions).order_by("due_at", "pk")
    before = {dispatch.outlet_id: dispatch for dispatch in rows.select_related("outlet")}
    groups = {kind: _group(kind, files, is_chosen=kind in channels) for kind in ChannelKind}
    for outlet in outlets:
        place = Place(outlet, before.get(outlet.pk), str(outlet.pk) in pks)
        groups[ChannelKind(outlet.channel)].places.append(place)
    return [group for group in groups.values() if group.places]


def _group(kind: ChannelKind, files: dict[str, Rendition], *, is_chosen: bool) -> Group:
    form = usual_form(kind)
    name = gettext(FORM_NAMES[Form(form)])
    return Group(kind, gettext(CHANNEL_LABELS[kind]), name, files.get(form), is_chosen)
