"""The whole tour: the data first, then each screen with one person of each role and with nobody signed in."""

from __future__ import annotations

import sys
import time

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import override_settings

from bench.console_data import make_data
from bench.data.words import COMMUNE_CODE
from bench.web import reference
from bench.web.findings import Findings
from bench.web.forms import one_of_each
from bench.web.measure import Visitor, visits_of
from bench.web.routes import console_routes
from bench.web.weight import Scales
from loa.campaigns.models import Assignment, Campaign
from loa.channels.models import Outlet
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.delivery.models import DeliveryReceipt, Dispatch
from loa.editorial.models import Message
from loa.units.models import Commune, Membership, Unit, User
from loa.units.rights import Role
from loa.units.selectors import actor_for

COUNTED = (Outlet, User, Unit, Campaign, Assignment, Message, Dispatch, DeliveryReceipt)
NOBODY = "khach"


class NotOurs(Refusal):
    """The place already holds a commune of its own."""


def console_findings() -> Findings:
    """Make the data where it is not there yet, and visit every screen.

    :raises NotOurs: the database holds another commune; nothing in it is touched.
    """
    seconds = _prepare()
    commune = Commune.objects.get(code=COMMUNE_CODE)
    findings = Findings({model.__name__: model.objects.count() for model in COUNTED}, seconds)
    with override_settings(ROOT_URLCONF=reference.__name__):
        visitors = _visitors(commune)
        scales = Scales(_client())
        for route in console_routes():
            _tell(route.name)
            for visitor in visitors:
                visits = visits_of(route, visitor, scales)
                findings.visits.extend(visits)
                if any(visit.is_slow_file for visit in visits):
                    break  # the same file again for others would only cost minutes
    findings.uncompressed = scales.sent_as_they_are()
    return findings


def _prepare() -> float | None:
    """Seconds that making took; None where an earlier run left the data."""
    if Commune._meta.db_table in connection.introspection.table_names():
        codes = set(Commune.objects.values_list("code", flat=True))
        if codes - {COMMUNE_CODE}:
            raise NotOurs(
                _("Nơi này đang có dữ liệu của một xã khác nên không đo ở đây. Chọn --data với thư mục trống.")
            )
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    if Commune.objects.filter(code=COMMUNE_CODE).exists():
        return None
    _tell("data")
    started = time.monotonic()
    make_data(one_of_each())
    if connection.vendor == "postgresql":  # where the server would soon do it by itself; SQLite never does
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return round(time.monotonic() - started, 1)


def _visitors(commune: Commune) -> list[Visitor]:
    """The first enrolled person of each role, then somebody who is not signed in."""
    visitors = []
    for role in Role:
        user = Membership.objects.filter(commune=commune, role=role).order_by("pk").select_related("user")[0].user
        client = _client()
        client.force_login(user)
        visitors.append(Visitor(role.value, client, actor_for(user, commune)))
    return [*visitors, Visitor(NOBODY, _client(), Actor(NOBODY, None))]


def _client() -> Client:
    return Client(raise_request_exception=False, SERVER_NAME="127.0.0.1", headers={"accept-encoding": "gzip"})


def _tell(word: str) -> None:
    """Progress goes to standard error; standard output is the result's."""
    sys.stderr.write(f"{word}\n")
