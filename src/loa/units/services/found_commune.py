"""Setting up a commune in this installation."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.keys.services.commune_key import create_commune_key
from loa.units.codes import is_slug
from loa.units.models import Commune
from loa.units.refusals import WrongCommuneCode
from loa.vietnamese.folding import fold

NAME_LETTERS = 120


@transaction.atomic
def found_commune(*, code: str, name: str, province: str, portal_url: str, at: datetime) -> Commune:
    """Return the commune of `code`; the first call makes it with a key pair of its own.

    :raises WrongCommuneCode: the code is no slug; it names folders and topics, so nothing else may stand in it.
    """
    if not is_slug(code):
        raise WrongCommuneCode(
            _("Mã xã {code} không dùng được. Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.").format(code=code)
        )
    commune = Commune.objects.filter(code=code).first()
    if commune is not None:
        _refuse_namesake(commune, name=name, province=province)
        return commune
    if len(name) > NAME_LETTERS:
        raise WrongCommuneCode(_("Tên đơn vị ban hành dài bất thường nên chưa lập được xã. Xem lại đầu văn bản."))
    key = create_commune_key(at=at)
    commune = Commune.objects.create(code=code, name=name, province=province, portal_url=portal_url, signing_key=key)
    audit.record("units.commune.founded", target=commune, by=Actor("system:set-up", commune.pk), at=at)
    return commune


def _refuse_namesake(commune: Commune, *, name: str, province: str) -> None:
    """Two communes of one name in two provinces are two communes; neither may speak with the other's key."""
    is_same = fold(commune.name) == fold(name)
    is_elsewhere = bool(commune.province and province) and fold(commune.province) != fold(province)
    if not is_same or is_elsewhere:
        raise WrongCommuneCode(
            _("Mã {code} đang dùng cho {name}, {province}. Thêm --commune với một mã khác cho xã này.").format(
                code=commune.code, name=commune.name, province=commune.province
            )
        )
