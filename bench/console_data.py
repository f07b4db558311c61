"""The commune that the console is measured on: a year of work of xã Đồng Sương, the same rows at every run."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from django.db import transaction

from bench.data.dispatches import make_air
from bench.data.extras import make_extras
from bench.data.messages import make_desk
from bench.data.people import Town, make_town
from bench.data.plans import make_campaigns
from bench.data.reports import make_reports
from bench.data.size import FULL, Size
from loa.editorial.forms.content import Made

SEED = 20260826


@transaction.atomic
def make_data(forms: Sequence[Made], size: Size = FULL) -> Town:
    """Make everything or, when something fails, nothing.

    :param forms: one file of every form, shown by all messages.
    """
    random = Random(SEED)  # noqa: S311 - not a secret: the same commune at every run
    town = make_town(random)
    campaigns = make_campaigns(random, town, size)
    desk = make_desk(random, town, campaigns, size=size, forms=forms)
    air = make_air(random, town, desk, size=size)
    make_reports(town, desk, air, size=size)
    make_extras(random, town, desk)
    return town
