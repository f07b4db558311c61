"""Units keep every name they were printed by, over all plans of the commune."""

from __future__ import annotations

from cast import NOW, Cast
from loa.units.models import Unit
from loa.units.models.unit import UnitQuerySet
from loa.units.services.recognise_units import Likeness, RecognisedUnits, recognise_units


def recognise(cast: Cast, *names: str) -> RecognisedUnits:
    return recognise_units(commune=cast.commune, names=names, actor=cast.hanh.actor, at=NOW)


def recognised() -> UnitQuerySet:
    """What plans added: the units of the cast have no printed name yet."""
    return Unit.objects.filter(aliases__isnull=False).distinct()


def test_spellings_of_one_name_are_one_unit_without_a_question(cast: Cast) -> None:
    found = recognise(cast, "Phòng Văn hoá - Xã hội", "phòng Văn hóa – Xã hội")
    assert found.likenesses == []
    assert recognised().get().aliases.count() == 2


def test_the_order_of_the_names_changes_nothing(cast: Cast) -> None:
    for names in (("Phòng VHXH", "Phòng Văn hóa - Xã hội"), ("Phòng Văn hóa - Xã hội", "Phòng VHXH")):
        found = recognise(cast, *names)
        assert {unit.name for unit in found.units.values()} == {"Phòng Văn hóa - Xã hội"}


def test_a_later_plan_finds_the_unit_and_asks_only_once(cast: Cast) -> None:
    recognise(cast, "TT Dịch vụ SNC")
    found = recognise(cast, "Trung tâm Dịch vụ sự nghiệp công")
    assert found.likenesses == [Likeness("Trung tâm Dịch vụ sự nghiệp công", "TT Dịch vụ SNC", is_one_unit=True)]
    assert recognised().get().name == "Trung tâm Dịch vụ sự nghiệp công"
    assert recognise(cast, "TT Dịch vụ SNC", "Trung tâm Dịch vụ sự nghiệp công").likenesses == []


def test_a_name_that_may_be_two_units_stays_apart_and_is_asked_about(cast: Cast) -> None:
    recognise(cast, "Phòng Kinh tế", "Phòng Kế toán")
    found = recognise(cast, "Phòng KT")
    assert found.units["Phòng KT"].name == "Phòng KT"
    assert {likeness.known_as for likeness in found.likenesses} == {"Phòng Kinh tế", "Phòng Kế toán"}
    assert not any(likeness.is_one_unit for likeness in found.likenesses)


def test_the_neighbour_has_units_of_its_own(cast: Cast) -> None:
    recognise(cast, "Công an xã")
    recognise_units(commune=cast.other_commune, names=["Công an xã"], actor=cast.binh.actor, at=NOW)
    assert recognised().count() == 2
    assert recognised().visible_to(cast.hanh.actor).count() == 1
