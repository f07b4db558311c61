"""One run of `./loa import`: file after file, each in a transaction of its own, so that a break loses nothing."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from loa.campaigns.plan import Plan
from loa.campaigns.questions import questions_of
from loa.cli.importing.command import ImportCall
from loa.cli.importing.folder import Found, shown
from loa.cli.importing.officer import officer_of
from loa.cli.importing.outcome import Fate, Outcome
from loa.cli.importing.progress import ImportProgress, total_words
from loa.cli.importing.workbook import write_report
from loa.core import clock
from loa.core.actor import Actor
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.documents.models import Document
from loa.documents.refusals import UnreadableDocument
from loa.documents.selectors import extraction_of
from loa.documents.services.import_document import import_document
from loa.units.models import Commune
from loa.units.selectors import commune_of


@dataclass(slots=True)
class ImportRun:
    """Who imports where, and what became of the files so far."""

    commune: Commune
    actor: Actor
    root: Path
    report: Path
    outcomes: list[Outcome] = field(default_factory=list)

    @classmethod
    def prepared(cls, call: ImportCall) -> ImportRun:
        """:raises Refusal: the commune or the officer is not plain."""
        commune = commune_of(call.commune_code)
        actor = officer_of(commune, call.officer)
        root = call.root.resolve()
        stamp = clock.now().astimezone(clock.VIETNAM).strftime("%Y%m%d-%H%M%S")
        report = call.output or Path(settings.DATA_DIR) / "imports" / f"nhap-{stamp}.xlsx"
        return cls(commune=commune, actor=actor, root=root if root.is_dir() else root.parent, report=report.resolve())

    def run(self, files: Sequence[Found]) -> int:
        """Take in what is new; the report is written also where a break ends the run early."""
        files = [found for found in files if found.path != self.report]
        progress = ImportProgress(len(files))
        try:
            for number, found in enumerate(files, start=1):
                name = shown(found.path.relative_to(self.root))
                progress.begin(number, name)
                outcome = self._one(found, name)
                self.outcomes.append(outcome)
                progress.end(number, name, words=": ".join(filter(None, (gettext(outcome.fate.value), outcome.reason))))
        finally:
            progress.close()
            if self.outcomes:
                write_report(self.report, self.outcomes)
        return self._told()

    def _one(self, found: Found, name: str) -> Outcome:
        began = time.monotonic()
        if found.passed_over:
            return Outcome(name, Fate.REFUSED if found.is_lost else Fate.PASSED_OVER, reason=found.passed_over)
        at = clock.now()
        try:
            document = import_document(path=found.path, commune=self.commune, actor=self.actor, at=at)
        except UnreadableDocument as refusal:
            return Outcome(name, Fate.REFUSED, reason=refusal.message, seconds=time.monotonic() - began)
        fate = Fate.IMPORTED if document.imported_at == at else Fate.KNOWN
        return _read(document, name, fate=fate, seconds=time.monotonic() - began)

    def _told(self) -> int:
        counts = Counter(outcome.fate for outcome in self.outcomes)
        words = total_words(
            imported=counts[Fate.IMPORTED],
            known=counts[Fate.KNOWN],
            refused=counts[Fate.REFUSED],
            passed_over=counts[Fate.PASSED_OVER],
        )
        where = _("Bảng kết quả: {path}").format(path=shown(self.report))
        print(f"{words} {where}", file=sys.stderr if counts[Fate.REFUSED] else sys.stdout)
        return 1 if counts[Fate.REFUSED] else 0


def _read(document: Document, name: str, *, fate: Fate, seconds: float) -> Outcome:
    """What a document that is in says."""
    result = extraction_of(document)
    header = result.header
    symbol = "/".join(filter(None, (header.number, header.symbol)))
    return Outcome(
        file=name,
        fate=fate,
        symbol=symbol or None,
        title=header.title,
        date=header.date,
        clauses=len(result.clauses),
        assignments=len(result.assignments),
        questions=len(questions_of(Plan(result))),
        seconds=seconds,
    )
