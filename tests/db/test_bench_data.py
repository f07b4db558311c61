"""The made-up year of the benchmarks: small here, but whole, and true to the rules that the real rows obey."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from loa.campaigns.models import Assignment, Campaign, OpenQuestion, OutsideClause, Progress
from loa.channels.models import Outlet
from loa.channels.ports import Outcome
from loa.cli.bench import bench_module
from loa.core.models import SearchEntry
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.rules import may_bring_out
from loa.editorial.forms.content import Made
from loa.editorial.models import Approval, Message
from loa.editorial.ports import Form
from loa.editorial.selectors import has_intact_files, is_approved
from loa.reports.models import Figure, PeriodReport
from loa.units.models import Commune, Membership, Unit
from loa.units.rights import Role

pytestmark = pytest.mark.heavy

console_data = bench_module("console_data")
Size = bench_module("data.size").Size
ANSWERED = frozenset(bench_module("data.dispatches").OUTCOMES)
SMALL = Size(plans=1, messages=21, dispatches=28, reports=2)
FORMS = [
    Made(form, media_type="text/plain", suffix=".txt", data=f"Tệp mẫu {form.value}".encode(), facts={"seconds": 60})
    for form in Form
]


@pytest.fixture
def town(db: None) -> Commune:
    commune: Commune = console_data.make_data(FORMS, SMALL).commune
    return commune


def test_the_commune_is_as_large_as_it_is_said_to_be(town: Commune) -> None:
    assert (Outlet.objects.count(), Membership.objects.count()) == (14, 30)
    assert set(Membership.objects.values_list("role", flat=True)) == {role.value for role in Role}
    assert not Outlet.objects.filter(unit=None).exists()
    assert Unit.objects.count() == 40  # the plans named nobody else
    assert (Campaign.objects.count(), Message.objects.count(), Dispatch.objects.count()) == (1, 21, 28)
    assert PeriodReport.objects.count() == 2


def test_the_plans_were_read_by_the_real_reader(town: Commune) -> None:
    for campaign in Campaign.objects.all():
        assert campaign.start_date is not None
        assert campaign.assignments.count() >= 20
        assert campaign.topics.filter(outside=None).count() == 9
    assert OutsideClause.objects.count() == 1
    assert OpenQuestion.objects.exists()
    assert Assignment.objects.filter(unit__name__startswith="Khu dân cư", deadlines__isnull=False).exists()
    assert Progress.objects.exists()


def test_approvals_hold_and_dispatches_obey_the_rules(town: Commune) -> None:
    approval = Approval.objects.select_related("version").latest("pk")
    assert is_approved(approval.version)
    assert has_intact_files(approval.version)
    for dispatch in Dispatch.objects.select_related("outlet", "rendition", "approval"):
        assert may_bring_out(dispatch.outlet.channel, dispatch.rendition.form)
        assert dispatch.rendition.version_id == dispatch.approval.version_id
        assert dispatch.receipts.exclude(outcome=Outcome.HEARD).count() == (dispatch.state in ANSWERED)
        assert dispatch.receipts.filter(outcome=Outcome.HEARD).exists() == (dispatch.state == DispatchState.HEARD)


def test_a_figure_is_the_number_of_its_proofs(town: Commune) -> None:
    counted = Figure.objects.filter(report=PeriodReport.objects.earliest("pk"))
    assert counted.filter(value__gt=0).exists()
    for figure in counted:
        assert figure.value == len(figure.proofs)
    assert not PeriodReport.objects.filter(draft=None).exists()


def test_every_message_can_be_found(town: Commune) -> None:
    kinds = Counter(SearchEntry.objects.values_list("kind", flat=True))
    assert kinds["editorial.message"] == Message.objects.count()
    assert kinds["channels.outlet"] == 14


def test_the_same_seed_makes_the_same_words() -> None:
    words = bench_module("data.words")
    assert words.title(Random(7), "x") == words.title(Random(7), "x")
    assert words.paragraph(Random(7), "x") == words.paragraph(Random(7), "x")
