"""Foreign keys point down: a row knows what it came from, never what came of it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models
from django.db.models.fields.related import RelatedField
from house import SOURCE, app_of, loa_models, ranks

RANKS = ranks()


def related_models(model: type[models.Model]) -> list[type[models.Model]]:
    fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
    return [field.related_model for field in fields if isinstance(field, RelatedField)]


def points_down(here: str, there: str) -> bool:
    return here == there or RANKS[there] < RANKS[here]


@pytest.mark.parametrize("model", loa_models(), ids=lambda model: model._meta.label)
def test_foreign_keys_point_down(model: type[models.Model]) -> None:
    for target in related_models(model):
        if target.__module__.startswith("loa."):
            assert points_down(app_of(model), app_of(target)), f"{model._meta.label} -> {target._meta.label}"
        else:
            assert target.__module__.startswith("django.contrib.auth"), f"{model._meta.label} -> {target}"


def test_every_app_with_tables_is_installed_and_has_its_place() -> None:
    with_tables = {folder.parent.name for folder in SOURCE.glob("*/models")}
    installed = {app.name.split(".")[1] for app in apps.get_app_configs() if app.name.startswith("loa.")}
    assert with_tables <= installed
    assert {app_of(model) for model in loa_models()} == with_tables
    assert with_tables <= set(RANKS)


def test_up_and_sideways_are_seen() -> None:
    assert points_down("delivery", "editorial")
    assert not points_down("editorial", "delivery")
    assert not points_down("documents", "channels")
