"""Planning a dispatch: only approved bytes, only by who may, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval, an_outlet
from loa.channels.ports import ChannelKind
from loa.core.models import AuditEntry
from loa.delivery import ports
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.models.dispatch import Priority
from loa.delivery.refusals import CannotDispatch, MayNotSend, NotApproved, WindowClosed, WrongRendition
from loa.delivery.services.plan_dispatch import plan_dispatch
from loa.editorial.models import VersionState
from loa.editorial.ports import Form


def test_a_planned_dispatch_waits_for_its_time_with_a_key_and_the_next_number(cast: Cast) -> None:
    approval = an_approval(cast)
    first = a_dispatch(cast, approval)
    second = a_dispatch(cast, approval, due_at=NOW + timedelta(days=1))
    assert (first.state, first.tries, first.sequence, second.sequence) == (DispatchState.QUEUED, 0, 1, 2)
    assert first.key != second.key
    assert AuditEntry.objects.filter(code="delivery.dispatch.planned").count() == 2


def test_the_same_plan_again_is_the_same_row(cast: Cast) -> None:
    approval = an_approval(cast)
    first = a_dispatch(cast, approval)
    again = a_dispatch(cast, approval)
    assert (again.pk, again.key) == (first.pk, first.key)
    assert Dispatch.objects.count() == 1
    assert an_outlet(cast).last_sequence == 1


def test_who_lacks_the_right_or_works_for_another_commune_is_refused_alike(cast: Cast) -> None:
    approval = an_approval(cast)
    strangers = [cast.lan.actor, cast.hanh.actor, replace(cast.dung.actor, scope_id=cast.other_commune.pk)]
    for actor in strangers:
        with pytest.raises(MayNotSend):
            plan(cast, approval, actor=actor)
    assert Dispatch.objects.count() == 0


def plan(cast: Cast, approval, **changes) -> Dispatch:
    plan = {
        "approval": approval,
        "rendition": approval.version.renditions.get(form=Form.AUDIO),
        "outlet": an_outlet(cast),
        "due_at": NOW,
        "expires_at": NOW + timedelta(hours=1),
        "actor": cast.dung.actor,
        "at": NOW,
    }
    return plan_dispatch(**(plan | changes))


def test_a_version_changed_after_approval_is_not_dispatched(cast: Cast) -> None:
    approval = an_approval(cast)
    approval.version.state = VersionState.VOID
    approval.version.save()
    with pytest.raises(NotApproved):
        plan(cast, approval)


def test_a_file_of_another_version_is_refused(cast: Cast) -> None:
    approval, other = an_approval(cast), an_approval(cast, key="topic:II.2", code="P4Q9")
    with pytest.raises(WrongRendition):
        plan(cast, approval, rendition=other.version.renditions.get(form=Form.AUDIO))


def test_a_poster_does_not_go_to_a_loudspeaker(cast: Cast) -> None:
    approval = an_approval(cast)
    with pytest.raises(WrongRendition):
        plan(cast, approval, rendition=approval.version.renditions.get(form=Form.POSTER))


@pytest.mark.parametrize(("due", "expires"), [(-2, -1), (-1, 0), (2, 1), (1, 1)])
def test_a_window_that_is_over_or_empty_is_refused(cast: Cast, due: int, expires: int) -> None:
    approval = an_approval(cast)
    with pytest.raises(WindowClosed):
        plan(cast, approval, due_at=NOW + timedelta(hours=due), expires_at=NOW + timedelta(hours=expires))


def test_every_refusal_is_one_line_that_says_nothing_went_out(cast: Cast) -> None:
    approval = an_approval(cast)
    with pytest.raises(CannotDispatch) as refusal:
        plan(cast, approval, actor=cast.tu.actor)
    assert "\n" not in refusal.value.message
    assert "Chưa có gì được phát" in refusal.value.message


def test_the_worker_is_woken_after_the_commit_and_a_failing_waker_does_not_matter(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    woken: list[tuple[int, bool]] = []

    def waker(dispatch_id: int, *, is_urgent: bool = False) -> None:
        woken.append((dispatch_id, is_urgent))
        raise OSError("the queue is away")

    monkeypatch.setattr(ports, "_wakers", [waker])
    approval = an_approval(cast)
    with django_capture_on_commit_callbacks(execute=True):
        dispatch = plan(cast, approval, priority=Priority.URGENT)
        assert woken == []
    assert woken == [(dispatch.pk, True)]


def test_an_outlet_of_a_person_takes_each_form_of_its_kind(cast: Cast) -> None:
    approval = an_approval(cast)
    outlet = an_outlet(cast, ChannelKind.SOCIAL)
    social = plan(cast, approval, outlet=outlet, rendition=approval.version.renditions.get(form=Form.SOCIAL))
    poster = plan(cast, approval, outlet=outlet, rendition=approval.version.renditions.get(form=Form.POSTER))
    assert {social.sequence, poster.sequence} == {1, 2}


def test_a_notice_board_plays_no_sound(cast: Cast) -> None:
    approval = an_approval(cast)
    audio = approval.version.renditions.get(form=Form.AUDIO)
    with pytest.raises(WrongRendition):
        plan(cast, approval, outlet=an_outlet(cast, ChannelKind.NOTICE_BOARD), rendition=audio)
