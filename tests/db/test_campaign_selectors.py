"""What can be read of a campaign, and by whom."""

from __future__ import annotations

import pytest

from cast import NOW, Cast
from loa.campaigns.models import Campaign, ReportingDuty, Topic
from loa.campaigns.refusals import CampaignNotFound
from loa.campaigns.selectors import campaign_for, reporting_receiver, topic_to_tell_first
from loa.campaigns.services.create_campaign import create_campaign
from plan_words import a_plan_document


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    return create_campaign(document=a_plan_document(cast.commune, cast.hanh), actor=cast.hanh.actor, at=NOW)


def test_the_neighbour_finds_nothing(cast: Cast, campaign: Campaign) -> None:
    assert campaign_for(cast.tu.actor, campaign.pk) == campaign
    for actor, number in ((cast.binh.actor, campaign.pk), (cast.tu.actor, campaign.pk + 1)):
        with pytest.raises(CampaignNotFound):
            campaign_for(actor, number)


def test_what_residents_can_do_is_told_first(campaign: Campaign) -> None:
    first = topic_to_tell_first(campaign)
    assert first is not None and first.clause == "II.2"


def test_without_anything_to_tell_there_is_no_first_topic(campaign: Campaign) -> None:
    Topic.objects.filter(outside=None).delete()
    assert topic_to_tell_first(campaign) is None


def test_of_equal_topics_the_first_of_the_plan_wins(campaign: Campaign) -> None:
    Topic.objects.filter(outside=None).update(text="Giới thiệu lịch sử địa phương.")
    first = topic_to_tell_first(campaign)
    assert first is not None and first.clause == "II.1"


def test_a_report_goes_to_the_office_above_the_commune(campaign: Campaign) -> None:
    duty = ReportingDuty.objects.get()
    for receiver in ("Ủy ban nhân dân xã", "Phòng Kinh tế"):
        ReportingDuty.objects.create(campaign=campaign, receiver=receiver, clause="", quote="", line_from=1, line_to=1)
    assert reporting_receiver(campaign) == duty.receiver
    duty.delete()
    assert reporting_receiver(campaign) == "Phòng Kinh tế"
    ReportingDuty.objects.all().delete()
    assert reporting_receiver(campaign) == ""
