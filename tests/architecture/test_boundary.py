"""The boundary as a rule on tables: no place for who said something, and none for what somebody thinks."""

from __future__ import annotations

import re

import pytest
from django.db import models
from django.db.models.fields.related import RelatedField
from house import app_of, loa_models

from loa.units.models import User

PERSONAL = re.compile(
    r"(?:^|_)(?:author_name|account|handle|profile|nickname|phone|mobile|telephone|email|citizen|cccd|id_card|birth"
    r"|sentiment|stance|opinion|attitude)(?:_|$)"
)


def personal_fields(model: type[models.Model]) -> list[str]:
    """Fields that hold or point to a person; staff (units.User) act in the open and may be named."""
    return [
        field.name
        for field in model._meta.local_fields
        if PERSONAL.search(field.name) and not (isinstance(field, RelatedField) and field.related_model is User)
    ]


OUTSIDE_UNITS = [model for model in loa_models() if app_of(model) != "units"]


@pytest.mark.parametrize("model", OUTSIDE_UNITS, ids=lambda model: model._meta.label)
def test_no_table_but_that_of_the_staff_holds_a_person(model: type[models.Model]) -> None:
    assert personal_fields(model) == []


@pytest.mark.parametrize("model", OUTSIDE_UNITS, ids=lambda model: model._meta.label)
def test_the_only_people_a_row_points_to_are_staff(model: type[models.Model]) -> None:
    for field in model._meta.local_fields:
        if isinstance(field, RelatedField) and field.related_model.__module__.startswith("django.contrib.auth"):
            pytest.fail(f"{model._meta.label}.{field.name} points past loa.units")


@pytest.mark.parametrize("name", ["author_name", "account", "phone", "phone_number", "facebook_profile", "stance"])
def test_the_rule_sees_such_a_field(name: str) -> None:
    assert PERSONAL.search(name)


@pytest.mark.parametrize("name", ["author", "accounted_at", "opinionated", "quote", "reason"])
def test_the_rule_leaves_other_names_alone(name: str) -> None:
    assert not PERSONAL.search(name)
