"""Deeds that must not happen twice when a browser sends a page's form again."""

from __future__ import annotations

from uuid import UUID, uuid4

from django import forms

from loa.console.frame.screen import StaffRequest
from loa.console.office.seen import too_old
from loa.units.models import StaffSession

KEPT = 20  # of the session's last deeds
NAME = "done_once"


class OnceField(forms.UUIDField):
    """Names the page a form stands on; a fresh one is made with each page that is not a form sent back."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, initial=uuid4)
        self.error_messages = dict.fromkeys(("required", "invalid"), too_old())


class OnceForm(forms.Form):
    """A form with such a name, for itself or to build on."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["key"] = OnceField()


def done_before(request: StaffRequest, key: UUID) -> int | None:
    """The primary key of what the form `key` did already in this session; None where it did nothing yet."""
    found = request.session.get(NAME, {}).get(str(key))
    return None if found is None else int(found)


def claim(request: StaffRequest, key: UUID, *, pk: int) -> bool:
    """Note at once that the form `key` does its deed to the row `pk`; False if it was pressed before, even just now.

    Call it in the transaction of the deed: presses at the same moment wait for each other at the session's row.
    """
    StaffSession.objects.select_for_update().get(session_key=request.session.session_key)
    request.session[NAME] = request.session.load().get(NAME, {})
    if done_before(request, key) is not None:
        return False
    note_done(request, key, pk=pk)
    request.session.save()
    return True


def note_done(request: StaffRequest, key: UUID, *, pk: int) -> None:
    """Remember that the form `key` made or changed the row `pk`."""
    kept = [*request.session.get(NAME, {}).items(), (str(key), pk)]
    request.session[NAME] = dict(kept[-KEPT:])
