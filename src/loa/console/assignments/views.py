"""The board of duties: by unit, by due day, by month."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loa.console.assignments.board import board_of
from loa.console.frame.listing import wants_part
from loa.console.frame.screen import StaffRequest, screen
from loa.units.rights import Right


@require_safe
@screen(Right.SEE_ASSIGNMENTS)
def assignments(request: StaffRequest) -> HttpResponse:
    """Who owes what until when, and how it goes; who sees the own unit alone sees that unit's."""
    board = board_of(request.actor, today=request.today, asked=request.GET)
    template = "console/assignments/list.html" if wants_part(request) else "console/assignments/board.html"
    is_own_unit = request.actor.unit_ids is not None
    return render(request, template, {"board": board, "today": request.today, "is_own_unit": is_own_unit})
