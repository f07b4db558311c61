"""Templates hold no style, no script and nothing from elsewhere; the pages' policy would refuse them anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from house import SOURCE

TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
SHEETS = sorted(path for path in SOURCE.rglob("*.css") if "vendor" not in path.parts)

_TAG = re.compile(r"<(?!!--)[^>]*>", re.DOTALL)
RULES: dict[str, re.Pattern[str]] = {
    "inline style": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "on… attribute": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "hx-on": re.compile(r"\s(?:data-)?hx-on", re.IGNORECASE),
    "js: value": re.compile(r"=\s*[\"']?\s*(?:js|javascript):", re.IGNORECASE),
    "inline <style>": re.compile(r"^<style\b", re.IGNORECASE),
    "inline <script>": re.compile(r"^<script\b(?![^>]*\ssrc\s*=)", re.IGNORECASE),
    "asset from elsewhere": re.compile(
        r"(?:\s(?:src|srcset|poster|data)|^<link\b[^>]*\shref)\s*=\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE
    ),
}
_FAR = re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE)


def faults(template: str) -> Iterator[str]:
    """The rules that a template breaks, with the tag."""
    for tag in _TAG.findall(re.sub(r"\{%.*?%\}|\{#.*?#\}", " ", template, flags=re.DOTALL)):
        yield from (f"{name}: {tag[:80]}" for name, rule in RULES.items() if rule.search(tag))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_template_is_plain(template: Path) -> None:
    assert list(faults(template.read_text(encoding="utf-8"))) == []


def test_no_sheet_fetches_anything_from_elsewhere() -> None:
    assert [str(path) for path in SHEETS if _FAR.search(path.read_text(encoding="utf-8"))] == []


def test_there_are_templates_to_look_at() -> None:
    assert TEMPLATES and SHEETS


@pytest.mark.parametrize(
    ("tag", "rule"),
    [
        ('<p style="color:red">', "inline style"),
        ('<a href="#" onclick="go()">', "on… attribute"),
        ("<button\n  hx-on:click='go()'>", "hx-on"),
        ('<a href="javascript:go()">', "js: value"),
        ("<div hx-vals='js:{a: 1}'>", "js: value"),
        ("<style>", "inline <style>"),
        ("<script>", "inline <script>"),
        ('<script src="https://elsewhere.example/a.js">', "asset from elsewhere"),
        ('<link rel="stylesheet" href="//elsewhere.example/a.css">', "asset from elsewhere"),
        ('<img alt="" src="http://elsewhere.example/a.png">', "asset from elsewhere"),
    ],
)
def test_the_rules_see_such_a_tag(tag: str, rule: str) -> None:
    assert next(faults(tag)).startswith(rule)


@pytest.mark.parametrize(
    "tag", ['<a href="https://dichvucong.example">', '<script src="{{ root }}a.js" defer>', '<p class="style-on">']
)
def test_the_rules_leave_plain_tags_alone(tag: str) -> None:
    assert list(faults(tag)) == []
