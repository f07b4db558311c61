"""One more source for a draft, named in words."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.campaigns.models import Campaign
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.editorial.models import MessageVersion, Source, VersionState
from loa.editorial.refusals import CannotAddSource
from loa.editorial.selectors import PlanSource
from loa.editorial.words import tidy_text
from loa.units.rights import Right

LONGEST_LABEL = 500  # letters


@transaction.atomic
def add_source(*, version: MessageVersion, label: str, actor: Actor, at: datetime) -> Source:
    """Name one more source of a draft; the same label again is the same row.

    :raises CannotAddSource: no right, another commune's, no draft any more, no label or too long a one.
    """
    row = MessageVersion.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=version.pk).first()
    if row is None or actor.user_id is None or not actor.may(Right.WRITE_MESSAGE):
        raise CannotAddSource(
            _("Anh/chị không có quyền sửa tin này. Bản hiện tại được giữ nguyên. Hãy nhờ người vận hành.")
        )
    words = tidy_label(label)
    if not words:
        raise CannotAddSource(_("Chưa có tên nguồn. Bản hiện tại được giữ nguyên. Hãy ghi tên văn bản hoặc cơ quan."))
    known = row.sources.filter(label=words, document=None).first()
    if known is not None:
        return known
    if row.state != VersionState.DRAFT:
        raise CannotAddSource(
            _("Chỉ bản đang soạn mới thêm được nguồn. Bản hiện tại được giữ nguyên. Hãy sửa thành bản mới rồi thêm.")
        )
    source = Source.objects.create(version=row, label=words)
    audit.record("editorial.source.added", target=source, by=actor, at=at, detail={"version": row.pk})
    return source


def tidy_label(label: str) -> str:
    """`label` on one line without hidden signs; it may come out empty.

    :raises CannotAddSource: longer than 500 letters.
    """
    words = tidy_text(label)
    if len(words) > LONGEST_LABEL:
        raise CannotAddSource(
            _("Tên nguồn dài tối đa {limit} chữ cái, hiện có {count}. Chưa có gì được ghi. Hãy rút gọn.").format(
                limit=LONGEST_LABEL, count=len(words)
            )
        )
    return words


def source_row(version: MessageVersion, campaign: Campaign, *, source: PlanSource) -> Source:
    """The unsaved row of one source of the plan: its lines, or the name of a document that it cites."""
    if source.row is None:
        return Source(version=version, label=source.label)
    return Source(
        version=version,
        label=source.label,
        document_id=campaign.document_id,
        clause=source.row.clause,
        quote=source.row.quote,
        line_from=source.row.line_from,
        line_to=source.row.line_to,
    )
