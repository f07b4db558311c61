"""Setting up a commune in this installation."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.services import audit
from loa.keys.services.commune_key import create_commune_key
from loa.units.models import Commune


@transaction.atomic
def found_commune(*, code: str, name: str, province: str, portal_url: str, at: datetime) -> Commune:
    """Return the commune of `code`; the first call makes it with a key pair of its own."""
    commune = Commune.objects.filter(code=code).first()
    if commune is not None:
        return commune
    key = create_commune_key(at=at)
    commune = Commune.objects.create(code=code, name=name, province=province, portal_url=portal_url, signing_key=key)
    audit.record("units.commune.founded", target=commune, by=Actor("system:set-up", commune.pk), at=at)
    return commune
