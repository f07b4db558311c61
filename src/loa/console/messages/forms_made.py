"""The forms of a version for its page: the frozen files, or what a draft would come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

from loa.core.content import ContentMissing, ContentStore
from loa.core.language import gettext_noop as marked
from loa.editorial.forms.content import Content, Made
from loa.editorial.forms.sms import WITHOUT_MARKS, sms
from loa.editorial.forms.social import LIMIT, social
from loa.editorial.models import MessageVersion, Rendition
from loa.editorial.ports import Form

FORM_NAMES = {
    Form.SPOKEN_SCRIPT: marked("Kịch bản đọc loa"),
    Form.AUDIO: marked("Bản loa"),
    Form.PAGE: marked("Trang tin"),
    Form.POSTER: marked("Áp phích"),
    Form.SOCIAL: marked("Bài mạng xã hội"),
    Form.SMS: marked("Tin nhắn"),
    Form.TALKING_POINTS: marked("Tờ cho tuyên truyền viên"),
}


@dataclass(frozen=True, slots=True)
class TextForm:
    """A text as it goes out, with what it was counted at; `text` is None where the frozen file is lost."""

    text: str | None
    facts: dict[str, Any]
    variant: str = ""
    limit: int | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is written without diacritics."""
        return self.variant == WITHOUT_MARKS


@dataclass(frozen=True, slots=True)
class FormsMade:
    """What the page shows. Of a draft there are the texts only: the other forms are made when it is submitted."""

    social: TextForm | None
    sms: tuple[TextForm, ...]
    files: dict[str, Rendition] = field(default_factory=dict)  # by form, with `_` for `-` as templates ask

    @property
    def is_frozen(self) -> bool:
        return bool(self.files)


def forms_of_draft(content: Content) -> FormsMade:
    """The texts that `content` would go out as; nothing is stored, no engine runs."""
    return FormsMade(social=_draft_text(social(content), LIMIT), sms=tuple(_draft_text(one) for one in sms(content)))


def _draft_text(made: Made, limit: int | None = None) -> TextForm:
    return TextForm(made.data.decode().strip(), dict(made.facts), made.variant, limit)


def frozen_forms(version: MessageVersion) -> FormsMade:
    """The frozen files of `version`; one query. A version that was never submitted has none."""
    rows = list(version.renditions.all())
    return FormsMade(
        social=next((_frozen_text(row, LIMIT) for row in _of(rows, Form.SOCIAL)), None),
        sms=tuple(_frozen_text(row) for row in _of(rows, Form.SMS)),
        files={row.form.replace("-", "_"): row for row in rows},
    )


def _of(rows: Sequence[Rendition], form: Form) -> list[Rendition]:
    return [row for row in rows if row.form == form]


def _frozen_text(row: Rendition, limit: int | None = None) -> TextForm:
    try:
        text = ContentStore(Path(settings.CONTENT_DIR)).get(row.sha256, suffix=row.suffix).decode().strip()
    except (ContentMissing, OSError, UnicodeDecodeError):
        text = None
    return TextForm(text, row.facts, row.variant, limit)
