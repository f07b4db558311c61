"""One more source of a draft."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from loa.console.frame.acting import act, done, with_errors
from loa.console.frame.screen import StaffRequest, screen
from loa.console.messages.forms import SourceForm
from loa.console.messages.versions import chosen_version
from loa.console.messages.views import TEMPLATE, message_context
from loa.core.language import gettext as _
from loa.editorial.models import MessageVersion, Source
from loa.editorial.services.add_source import add_source
from loa.units.rights import Right


@require_POST
@screen(Right.WRITE_MESSAGE)
def message_source(request: StaffRequest, pk: int) -> HttpResponse:
    """Name one more source of the draft that the writer saw; refused, the page keeps what was typed."""
    request.section = "messages"
    chosen = chosen_version(request.actor, pk)
    form = SourceForm(request.POST)
    if act(form, lambda: _add(request, form, versions=chosen.all)) is None:
        return with_errors(request, TEMPLATE, context=message_context(request, chosen, source_form=form))
    return done(request, _("Đã thêm căn cứ."), to=("message", pk))


def _add(request: StaffRequest, form: SourceForm, *, versions: list[MessageVersion]) -> Source:
    """An older version refuses by itself: only a draft takes a source."""
    seen = next((one for one in versions if one.pk == form.cleaned_data["version"]), versions[0])
    return add_source(version=seen, label=form.cleaned_data["label"], actor=request.actor, at=request.at)
