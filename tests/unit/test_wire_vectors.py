"""Both sides of the loudspeaker wire read the same vectors and keep to the same schemas, and share nothing else."""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from loa.adapters.speaker_mqtt import wire
from loa.adapters.speaker_mqtt.receipts import event_of
from loa.channels.ports import DispatchOrder, FileRef, Outcome, ReceiptEvent, ReceiptRejected
from loa.keys import signing
from loa_player.envelope import Untrusted, open_envelope, public_key_of, seal
from loa_player.messages import Trust, read_ack, read_order
from loa_player.words import REASONS

PLAYER = Path(__file__).resolve().parents[2] / "player"


def vectors(name: str) -> dict[str, Any]:
    return dict(json.loads((PLAYER / "vectors" / f"{name}.json").read_bytes()))


def cases(name: str) -> Any:
    return [pytest.param(case["raw"], case["expect"], id=case["name"]) for case in vectors(name)["cases"]]


def player_says(name: str, raw: str, read: Callable[..., object], *, kind: str) -> str:
    told = vectors(name)
    trust = Trust(told["public_key"], told["commune"], told["outlet"])
    try:
        read(open_envelope(raw.encode(), public_key=trust.commune_key), trust=trust)
    except Untrusted as no:
        return no.reason
    return kind


@pytest.mark.parametrize(("raw", "expected"), cases("orders"))
def test_the_player_reads_orders_as_agreed(raw: str, expected: str) -> None:
    assert player_says("orders", raw, read_order, kind="order") == expected


@pytest.mark.parametrize(("raw", "expected"), cases("acks"))
def test_the_player_reads_acknowledgements_as_agreed(raw: str, expected: str) -> None:
    assert player_says("acks", raw, read_ack, kind="ack") == expected


def receipt_in(raw: str, *, public_key: str) -> ReceiptEvent:
    """As the listener reads it."""
    body, signature = wire.open_envelope(raw.encode(), public_key=public_key)
    return event_of(body, raw=raw.encode(), signature=signature)


@pytest.mark.parametrize(("raw", "expected"), cases("receipts"))
def test_loa_reads_receipts_as_agreed(raw: str, expected: Any) -> None:
    public_key = vectors("receipts")["public_key"]
    if isinstance(expected, str):
        with pytest.raises(ReceiptRejected, match=expected):
            receipt_in(raw, public_key=public_key)
        return
    event = receipt_in(raw, public_key=public_key)
    assert event.outcome is Outcome(expected["outcome"])
    assert event.happened_at == datetime.fromisoformat(expected["happened_at"])
    assert (event.is_simulated, event.seconds) == (expected["is_simulated"], expected["seconds"])
    assert event.raw == raw and len(event.signature) == 128


def by_loa(told: dict[str, Any], body: dict[str, Any]) -> str:
    sign = functools.partial(signing.sign, seed=bytes.fromhex(told["seed"]))
    return wire.seal(body, key_id=signing.key_id_of(told["public_key"]), sign=sign).decode()


def test_loa_writes_orders_as_agreed() -> None:
    told = vectors("orders")
    body = told["body"]
    audio = FileRef("loudspeaker", body["audio"]["sha256"], body["audio"]["size"], body["audio"]["media_type"], "")
    order = DispatchOrder(
        key=body["id"],
        correlation=body["correlation"],
        commune_code=body["commune"],
        outlet_code=body["outlet"],
        outlet_name="Cụm loa thôn Đông",
        sequence=body["sequence"],
        not_before=datetime.fromisoformat(body["not_before"]),
        expires_at=datetime.fromisoformat(body["expires_at"]),
        priority=body["priority"],
        approval_hash=body["approval"],
        files=(audio,),
    )
    issued_at = datetime.fromisoformat(body["issued_at"])
    written = wire.order_body(order, audio=audio, url=body["audio"]["url"], issued_at=issued_at)
    assert by_loa(told, written) == told["cases"][0]["raw"]


def test_loa_writes_acknowledgements_as_agreed() -> None:
    told = vectors("acks")
    body = told["body"]
    ack = wire.ack_body(commune="dong-suong", outlet="loa-1", order=body["order"], receipt=body["receipt"])
    assert by_loa(told, ack) == told["cases"][0]["raw"]


def test_the_player_writes_receipts_as_agreed() -> None:
    told = vectors("receipts")
    seed = bytes.fromhex(told["seed"])
    assert public_key_of(seed) == told["public_key"]
    assert seal(told["body"], seed=seed) == told["cases"][0]["raw"]


def schema(name: str) -> dict[str, Any]:
    return dict(json.loads((PLAYER / "schemas" / f"{name}.json").read_bytes()))


TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "null": lambda value: value is None,
}


def faults(value: Any, rule: dict[str, Any], *, at: str = "") -> list[str]:
    """The words of JSON Schema that our schemas use."""
    checks = {
        "type": lambda: TYPES[rule["type"]](value),
        "const": lambda: value == rule["const"],
        "enum": lambda: value in rule["enum"],
        "pattern": lambda: re.search(rule["pattern"], str(value)) is not None,
        "minimum": lambda: value >= rule["minimum"],
        "maximum": lambda: value <= rule["maximum"],
        "anyOf": lambda: any(not faults(value, one) for one in rule["anyOf"]),
        "required": lambda: set(rule["required"]) <= set(value),
    }
    known = {*checks, "$schema", "title", "description", "properties"}
    assert set(rule) <= known, set(rule) - known
    found = [f"{at}: {word}" for word, is_kept in checks.items() if word in rule and not is_kept()]
    parts = rule.get("properties", {}) if isinstance(value, dict) else {}
    return found + [fault for name in parts if name in value for fault in faults(value[name], parts[name], at=name)]


@pytest.mark.parametrize("kind", ["order", "ack", "receipt"])
def test_the_agreed_messages_keep_to_their_schemas(kind: str) -> None:
    told = vectors(f"{kind}s")
    assert faults(told["body"], schema(kind)) == []
    assert faults(json.loads(told["cases"][0]["raw"]), schema("envelope")) == []


@pytest.mark.parametrize("kind", ["orders", "acks", "receipts"])
def test_what_is_good_by_the_vectors_is_good_by_the_schema(kind: str) -> None:
    for case in vectors(kind)["cases"]:
        if case["expect"] in ("order", "ack") or isinstance(case["expect"], dict):
            assert faults(json.loads(json.loads(case["raw"])["body"]), schema(kind[:-1])) == [], case["name"]


def test_what_is_malformed_by_the_vectors_is_malformed_by_the_schema() -> None:
    beyond_a_schema = {"an end before the start", "no end"}
    for kind in ("orders", "acks", "receipts"):
        for case in vectors(kind)["cases"]:
            body = body_of(case["raw"])
            if case["expect"] == "malformed" and body is not None and case["name"] not in beyond_a_schema:
                assert faults(body, schema(kind[:-1])), case["name"]


def body_of(raw: str) -> Any:
    try:
        body = json.loads(json.loads(raw)["body"])
    except (ValueError, TypeError):
        return None
    is_plain = isinstance(body, dict) and math.isfinite(body.get("seconds", 0)) and "signature" in json.loads(raw)
    return body if is_plain else None


def test_every_reason_of_a_receipt_has_words() -> None:
    assert set(schema("receipt")["properties"]["reason"]["enum"]) <= set(REASONS)
