"""Đối chiếu: one document under review; each row corrected, added, removed in its place."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from loa.campaigns.selectors import campaign_of
from loa.console.frame.acting import act, refused
from loa.console.frame.asked import asked_number
from loa.console.frame.screen import StaffRequest, screen
from loa.console.plans.review_deeds import added, changed
from loa.console.plans.review_document import TEMPLATE, context_of, kept, page_of, reviewed_document, shown_again
from loa.console.plans.review_forms import RowForm, form_of
from loa.console.plans.review_groups import Opened
from loa.console.plans.review_lines import LinesForm, duties_of, guessed_unit, read_runs, topics_of, written_runs
from loa.console.plans.review_page import DOUBTS, QUESTIONS, UNUSED, ReviewPage
from loa.console.plans.review_questions import YES, AnswerForm, answered, answered_instead
from loa.console.plans.review_rows import row_named
from loa.console.plans.review_words import ADD_LABELS
from loa.core.refusals import Refusal
from loa.documents.review.changes import Change
from loa.documents.review.deeds import remove_row
from loa.documents.review.refusals import StaleCorrection
from loa.documents.services.look_at_lines import look_at_lines
from loa.units.rights import Right


@require_GET
@screen(Right.IMPORT_PLAN)
def review(request: StaffRequest, pk: int) -> HttpResponse:
    """The document beside what was read from it; one that was confirmed leads to its plan.

    `sua` opens the form of a row, `them` that of a new one, `giao` asks who does what the chosen lines say; `o` is
    where the person works.
    """
    document = reviewed_document(request, pk)
    if document.confirmed_at is not None:
        campaign = campaign_of(document)
        return redirect("plans") if campaign is None else redirect("plan", campaign.pk)
    asked = request.GET
    group = asked.get("them", "")
    opened = Opened(row=asked.get("sua", ""), group=group if group in ADD_LABELS else "", focus=asked.get("o", ""))
    page = page_of(document, opened)
    runs = read_runs(asked.get("giao", ""))
    if runs:
        opened.lines = LinesForm(guess=guessed_unit(page.review, runs), runs=runs)
    return render(request, TEMPLATE, context_of(page, request))


@require_http_methods(["GET", "POST"])
@screen(Right.IMPORT_PLAN)
def review_row(request: StaffRequest, pk: int, *, place: str) -> HttpResponse:
    """Correct, remove or put back the row `place`; its address alone opens its form."""
    document = reviewed_document(request, pk)
    if request.method == "GET":
        return redirect(_at(pk, place, sua=place))
    page = page_of(document)
    row = row_named(page.rows, place)
    if row is None:
        raise Http404
    deed = request.POST.get("deed", "")
    form = form_of(row, page.rows, clauses=list(page.clauses.values()), data=request.POST)
    if deed:  # nothing that is typed counts
        form.fields = {"was": form.fields["was"]}
    done = act(
        form, lambda: kept(request, document, changes=changed(page.review, row, form=form, rows=page.rows, deed=deed))
    )
    if done is None and deed:
        return shown_again(
            request, document, opened=Opened(focus=place, refusal=" ".join(map(str, form.non_field_errors())))
        )
    if done is None:
        return shown_again(request, document, opened=Opened(row=place, form=form))
    return redirect(_at(pk, place, o=place))


@require_http_methods(["GET", "POST"])
@screen(Right.IMPORT_PLAN)
def review_add(request: StaffRequest, pk: int, *, group: str) -> HttpResponse:
    """Add a row to a group; its address alone opens the form."""
    document = reviewed_document(request, pk)
    if group not in ADD_LABELS:
        raise Http404
    if request.method == "GET":
        return redirect(_at(pk, f"them-{group}", them=group))
    page = page_of(document)
    form = RowForm(request.POST, group=group, key="moi", value={}, clauses=list(page.clauses.values()))
    made = act(
        form, lambda: kept(request, document, changes=added(page.review, group, values=form.values, rows=page.rows))
    )
    if made is None:
        return shown_again(request, document, opened=Opened(group=group, form=form))
    place = next((one.field.strip("/").replace("/", "-") for one in made if one.field.startswith(f"/{group}/")), "")
    return redirect(_at(pk, place, o=place))


@require_http_methods(["GET", "POST"])
@screen(Right.IMPORT_PLAN)
def review_answer(request: StaffRequest, pk: int, *, asked: str) -> HttpResponse:
    """Answer one question; one that is no longer asked was answered meanwhile, and the person is told."""
    document = reviewed_document(request, pk)
    if request.method == "GET":
        return redirect(_at(pk, QUESTIONS))
    page = page_of(document)
    told = next((one for one in page.told if one.key == asked), None)
    if told is not None:
        return _pressed(request, page, deed=lambda: remove_row(page.review, told.pointer))
    question = next((one for one in page.questions if one.key == asked), None)
    if question is None:
        return refused(request, StaleCorrection(), to=("review", pk))
    if question.instead and "instead" in request.POST:
        return _pressed(request, page, deed=lambda: answered_instead(page.review, question))
    if question.form is None:
        answer = YES if request.POST.get("answer") == YES else ""
        return _pressed(request, page, deed=lambda: answered(page.review, question, answer=answer))
    form = AnswerForm(request.POST, key=question.key, kind=question.question.kind)
    done = act(
        form,
        lambda: kept(request, document, changes=answered(page.review, question, answer=form.cleaned_data["answer"])),
    )
    if done is None:
        return shown_again(request, document, opened=Opened(question=form))
    return redirect(_at(pk, QUESTIONS, o=QUESTIONS))


@require_http_methods(["GET", "POST"])
@screen(Right.IMPORT_PLAN)
def review_lines(request: StaffRequest, pk: int) -> HttpResponse:
    """Make lines a topic (`topic`), saved at once, or the duty of a unit (`assignment`), which is asked for."""
    document = reviewed_document(request, pk)
    if request.method == "GET":
        return redirect(_at(pk, UNUSED))
    page = page_of(document)
    if "unit" in request.POST:
        return _given(request, page)
    given = read_runs(request.POST.get("assignment", ""))
    if given:
        return redirect(_at(pk, "giao", giao=written_runs(given)))
    runs = read_runs(request.POST.get("topic", ""))
    return _pressed(request, page, deed=lambda: topics_of(page.review, runs), to=page.line_after(runs))


@require_POST
@screen(Right.IMPORT_PLAN)
def review_look(request: StaffRequest, pk: int) -> HttpResponse:
    """Words of a picture that a person has looked at are doubtful no more: one line, or `all` that the page shows."""
    document = reviewed_document(request, pk)
    line = asked_number(request.POST.get("line", ""))
    shown = page_of(document).doubts if request.POST.get("line") == "all" else ()
    lines = [doubt.line for doubt in shown] if line is None else [line]
    try:
        look_at_lines(document=document, lines=lines, actor=request.actor, at=request.at)
    except Refusal as refusal:
        return shown_again(request, document, opened=Opened(focus=DOUBTS, refusal=refusal.message))
    return redirect(_at(pk, DOUBTS, o=DOUBTS))


def _given(request: StaffRequest, page: ReviewPage) -> HttpResponse:
    document, form = page.document, LinesForm(request.POST)

    def deed() -> list[Change]:
        values = form.cleaned_data
        return duties_of(page.review, read_runs(values["lines"]), unit=values["unit"], role=values["role"])

    if act(form, lambda: kept(request, document, changes=deed())) is None:
        return shown_again(request, document, opened=Opened(lines=form))
    place = page.line_after(read_runs(form.cleaned_data["lines"]))
    return redirect(_at(document.pk, place, o=place))


def _pressed(
    request: StaffRequest, page: ReviewPage, *, deed: Callable[[], list[Change]], to: str = QUESTIONS
) -> HttpResponse:
    """A button that carries no typed words: done, or told why not."""
    pk = page.document.pk
    try:
        kept(request, page.document, changes=deed())
    except Refusal as refusal:
        return shown_again(request, page.document, opened=Opened(focus=to, refusal=refusal.message))
    return redirect(_at(pk, to, o=to))


def _at(pk: int, place: str, **asked: str) -> str:
    """The page, at the place where the person works."""
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"{reverse('review', args=[pk])}?{query}#{place}"
