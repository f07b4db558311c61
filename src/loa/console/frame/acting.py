"""From a posted form to one service call: done and seen on the next page, or refused with what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render

from loa.console.frame.screen import StaffRequest
from loa.core.refusals import Refusal

DoneT = TypeVar("DoneT")
REFUSED = 409


def act(form: BaseForm, deed: Callable[[], DoneT]) -> DoneT | None:
    """Run `deed` if `form` is valid; a refusal becomes the form's own error, and None says that nothing was done."""
    if not form.is_valid():
        return None
    try:
        return deed()
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return None


Page = str | tuple[Any, ...]  # the URL name of a page, or the name and the page's arguments


def done(request: StaffRequest, words: str, *, to: Page, draft: str = "") -> HttpResponse:
    """Say what was done on the page `to`, and go there: a reload repeats nothing.

    :param draft: the `data-draft` of the form whose words are now kept by the server; the browser forgets its copy.
    """
    messages.success(request, words, extra_tags=draft)
    return _go(to)


def refused(request: StaffRequest, refusal: Refusal, *, to: Page) -> HttpResponse:
    """Say on the page `to` why nothing was done: for buttons that carry no typed words."""
    messages.error(request, refusal.message)
    return _go(to)


def with_errors(request: StaffRequest, template: str, *, context: dict[str, Any]) -> HttpResponse:
    """The page again with its form's errors, and all that was typed."""
    return render(request, template, context, status=REFUSED)


def _go(to: Page) -> HttpResponse:
    name, *arguments = (to,) if isinstance(to, str) else to
    return redirect(name, *arguments)
