"""One message of the actor's commune, with all its versions."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from loa.core.actor import Actor
from loa.editorial.models import Message, MessageVersion, Rendition
from loa.editorial.selectors.lists import SHOWN


@dataclass(frozen=True, slots=True)
class Chosen:
    """The version to show, among all versions of its message, newest first."""

    version: MessageVersion
    all: list[MessageVersion]

    @property
    def message(self) -> Message:
        return self.version.message

    @property
    def newest(self) -> MessageVersion:
        return self.all[0]

    @property
    def is_newest(self) -> bool:
        return self.version.pk == self.newest.pk

    @property
    def before(self) -> MessageVersion | None:
        """The version before the shown one."""
        return self.of(self.version.number - 1)

    def of(self, number: int) -> MessageVersion | None:
        return next((version for version in self.all if version.number == number), None)


def chosen_version(actor: Actor, pk: int, *, number: str | int = "") -> Chosen:
    """The message `pk` in its version `number`, as asked for in an address; without one, in its newest.

    :raises Http404: no such message or version, or another commune's.
    """
    rows = MessageVersion.objects.visible_to(actor).filter(message_id=pk)
    versions = list(rows.select_related(*SHOWN, "message__commune").order_by("-number"))
    wanted = [version for version in versions if str(version.number) == str(number)] if number else versions
    if not wanted:
        raise Http404
    return Chosen(wanted[0], versions)


def rendition_of(actor: Actor, pk: int, *, number: int, form: str, variant: str = "") -> Rendition:
    """One frozen file of one version of a message.

    :raises Http404: no such file, or another commune's.
    """
    rows = Rendition.objects.visible_to(actor).select_related("version")
    found = rows.filter(version__message_id=pk, version__number=number, form=form, variant=variant).first()
    if found is None:
        raise Http404
    return found
