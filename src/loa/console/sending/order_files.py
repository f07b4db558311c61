"""The frozen files that go with an order, for who carries it out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import Http404

from loa.channels.ports import ChannelKind
from loa.console.messages.forms_made import FORM_NAMES
from loa.console.messages.pictures import PDF
from loa.core.content import ContentMissing, ContentStore
from loa.core.language import gettext
from loa.delivery.models import Dispatch
from loa.delivery.rules import FORMS_OF
from loa.editorial.models import Rendition
from loa.editorial.ports import Form

SHEET_NAME = "phieu-giao-viec.pdf"  # as the by-hand channel names it in the order's folder
PLAIN_TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class OrderFile:
    """One file as the page shows it: `text` of a short text form, None where it is no text or is lost."""

    rendition: Rendition
    name: str
    text: str | None

    @property
    def kind(self) -> str:
        """`sound`, `paper`, `text` or `page`."""
        if self.rendition.form == Form.AUDIO:
            return "sound"
        if self.rendition.media_type == PDF:
            return "paper"
        return "text" if self.rendition.media_type == PLAIN_TEXT else "page"


def order_files(dispatch: Dispatch) -> list[OrderFile]:
    """The file of the order first, then what else its kind of channel can bring out of the same version."""
    forms = FORMS_OF[ChannelKind(dispatch.outlet.channel)]
    own = dispatch.rendition
    rows = Rendition.objects.filter(version_id=own.version_id, form__in=forms).exclude(form=own.form)
    others = sorted(rows, key=lambda row: forms.index(Form(row.form)))
    return [_file(row) for row in (own, *others)]


def order_file(dispatch: Dispatch, form: str) -> Rendition:
    """The one file of `form`.

    :raises Http404: the order's kind of channel brings out no such form, or the version has none.
    """
    if form == dispatch.rendition.form:
        return dispatch.rendition
    found = [file.rendition for file in order_files(dispatch) if file.rendition.form == form]
    if not found:
        raise Http404
    return found[0]


def sheet_path(dispatch: Dispatch) -> Path:
    """Where the by-hand channel writes the work order of `dispatch`; the file may not be there yet."""
    return Path(settings.WORK_ORDER_DIR) / str(dispatch.key) / SHEET_NAME


def _file(rendition: Rendition) -> OrderFile:
    name = gettext(FORM_NAMES[Form(rendition.form)])
    return OrderFile(rendition, name, _text(rendition) if rendition.media_type == PLAIN_TEXT else None)


def _text(rendition: Rendition) -> str | None:
    try:
        data = ContentStore(Path(settings.CONTENT_DIR)).get(rendition.sha256, suffix=rendition.suffix)
        return data.decode().strip()
    except (ContentMissing, OSError, UnicodeDecodeError):
        return None
