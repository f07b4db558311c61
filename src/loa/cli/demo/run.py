"""The demo's steps, each of which may be done already."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command

from loa.campaigns.models import Campaign
from loa.campaigns.selectors import campaign_counts, topic_to_tell_first
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.cli.demo.command import DemoCall, NothingToTell
from loa.cli.demo.folder import DemoFolder
from loa.cli.demo.play import Play
from loa.cli.demo.progress import Progress
from loa.cli.demo.stage import SPEAKER_CODE, Stage, issue_passwords, open_outlets, seat_hamlet_head, set_stage
from loa.cli.demo.summary import Summary, print_summary, summary_of
from loa.cli.installation import Installation
from loa.config.wiring.channels import bind_narration, bind_waking
from loa.core import clock
from loa.core.language import gettext as _
from loa.documents.ports import ExtractionResult
from loa.documents.services.import_document import import_document
from loa.editorial.models import Approval, MessageVersion
from loa.editorial.services.approve_version import approve_version
from loa.editorial.services.draft_message import draft_message
from loa.editorial.services.submit_version import submit_version
from loa.reports.selectors.files import report_files
from loa.reports.services.build_report import build_report
from loa.reports.services.write_report import write_report
from loa.typeset.text import shortened
from loa.units.models import User

QUOTED = 120  # letters of a clause shown on one line
CLOCK_NOTED_EVERY = 5.0  # real seconds


@dataclass(slots=True)
class DemoRun:
    """One run: the call, what was read, and where it is kept."""

    call: DemoCall
    path: Path
    plan: ExtractionResult
    folder: DemoFolder
    progress: Progress
    began: float

    def run(self) -> int:
        """All steps, then the summary, then serving until asked to stop."""
        call_command("migrate", verbosity=0, interactive=False)
        stage = set_stage(
            plan=self.plan,
            commune_code=self.call.commune_code,
            portal_url=f"http://127.0.0.1:{self.call.port}",
            at=clock.now(),
        )
        installation = Installation.prepared(
            stage.commune,
            outlet_code=SPEAKER_CODE,
            portal_port=self.call.port if self.call.serve else None,
            console_port=self.call.console_port,
        )
        outlets = open_outlets(stage=stage, player_public_key=installation.player_public_key, at=clock.now())
        bind_narration()
        bind_waking()
        installation.start()
        try:
            campaign = self._campaign(stage)
            head = seat_hamlet_head(stage=stage, outlets=outlets.values(), at=clock.now())
            version = self._version(stage, campaign)
            approval = self._approval(stage, version)
            installation.wait_ready()
            self._play(
                Play(stage=stage, approval=approval, outlets=outlets, start=self.folder.start or clock.now()),
                installation,
            )
            summary = self._report(stage, campaign, version=version)
            self.folder.note_end()
            print_summary(summary, as_json=self.call.as_json, progress=self.progress)
            if self.call.serve:
                self._serve(stage, head, installation=installation)
        finally:
            installation.stop()
        return 0

    def _done(self, text: str) -> None:
        self.progress.note(text)
        self.folder.note_clock(clock.now())

    def _campaign(self, stage: Stage) -> Campaign:
        document = import_document(path=self.path, commune=stage.commune, actor=stage.officer, at=clock.now())
        self._done(
            _("{clauses} mục, {rows} dòng phân công, mỗi trường kèm dòng đã trích").format(
                clauses=len(self.plan.clauses), rows=len(self.plan.assignments)
            )
        )
        self.progress.step(_("Lập đợt tuyên truyền"))
        campaign = confirm_plan(document=document, actor=stage.officer, at=clock.now())
        self._done(
            _(
                "{topics} nội dung, {activities} hình thức, {assignments} việc được giao, {requests} đề nghị, "
                "{outside} khoản ngoài phạm vi của Loa, {open_questions} điều cần người xem"
            ).format(**campaign_counts(campaign).as_dict())
        )
        self._tell_what_is_left_to_people(campaign)
        return campaign

    def _tell_what_is_left_to_people(self, campaign: Campaign) -> None:
        """What Loa leaves alone, in the plan's own words and with what it offers instead; then what it asks."""
        for row in campaign.outside_clauses.all():
            words = (
                _("Ngoài phạm vi, mục {clause}: “{quote}”")
                if row.is_whole
                else _("Một phần ngoài phạm vi, mục {clause}: “{quote}”")
            )
            self.progress.note(words.format(clause=row.clause, quote=shortened(row.quote, QUOTED)))
            self.progress.note(f"    {row.reason} {row.offer}")
        for question in campaign.open_questions.all():
            self.progress.note(_("Cần người xem: {text}").format(text=question.text))

    def _version(self, stage: Stage, campaign: Campaign) -> MessageVersion:
        topic = topic_to_tell_first(campaign)
        if topic is None:
            raise NothingToTell(
                _(
                    "Mọi mục nội dung của kế hoạch này đều ngoài phạm vi của Loa nên không có tin bài nào; "
                    "kế hoạch đã được lưu nguyên văn."
                )
            )
        self.progress.step(_("Soạn tin bài cho mục {clause} và làm các bản phát").format(clause=topic.clause))
        version = draft_message(campaign=campaign, topic=topic, actor=stage.operator, at=clock.now())
        version = submit_version(version=version, actor=stage.operator, at=clock.now())
        self._done(f"{version.title} ({version.code})")
        return version

    def _approval(self, stage: Stage, version: MessageVersion) -> Approval:
        self.progress.step(_("Lãnh đạo duyệt đúng các tệp đã khóa"))
        approval = approve_version(version=version, actor=stage.leader, at=clock.now())
        self._done(_("Bản duyệt {code}").format(code=approval.set_hash[:8].upper()))
        return approval

    def _play(self, play: Play, installation: Installation) -> None:
        self.progress.step(_("Gửi đến loa, cổng thông tin và bảng tin"))
        play.order()
        play.wait(check=installation.refuse_failed, tell=self._done)

    def _report(self, stage: Stage, campaign: Campaign, *, version: MessageVersion) -> Summary:
        self.progress.step(_("Lập báo cáo"))
        now = clock.now()
        period = now.astimezone(clock.VIETNAM).strftime("%Y-%m")
        report = build_report(commune=stage.commune, period=period, actor=stage.officer, at=now)
        files = {f"report_{form}": path for form, path in report_files(report).items()}
        for path in files.values():
            write_report(report, path)
        self._done(_("Báo cáo tháng {period}").format(period=now.astimezone(clock.VIETNAM).strftime("%m/%Y")))
        return summary_of(campaign=campaign, version=version, report_files=files, seconds=time.monotonic() - self.began)

    def _serve(self, stage: Stage, head: User, *, installation: Installation) -> None:
        installation.open_console()
        self.progress.line()
        address = f"http://127.0.0.1:{installation.portal_port}"
        self.progress.line(_("Cổng thông tin: {url}").format(url=f"{address}/"))
        if address != stage.commune.portal_url:
            self.progress.line(
                _("Mã QR và địa chỉ đã in trong các tệp vẫn dẫn về {url}, cổng của lần chạy đầu.").format(
                    url=stage.commune.portal_url
                )
            )
        self.progress.line(_("Bàn làm việc: {url}").format(url=f"http://127.0.0.1:{installation.console_port}/"))
        self._print_accounts(issue_passwords(stage, head, at=clock.now()))
        self.progress.line(_("Nhấn Ctrl-C để dừng."))
        try:
            self._stay(installation)
        except KeyboardInterrupt:
            self.progress.line(_("Đang dừng…"))

    def _print_accounts(self, accounts: list[tuple[str, str, str]]) -> None:
        self.progress.line(
            _("Tài khoản để đăng nhập. Mật khẩu chỉ của lần chạy này, in một lần ở đây, không lưu ở đâu:")
        )
        widest = max(len(name) for name, _password, _who in accounts)
        for name, password, who in accounts:
            self.progress.line(f"  {name:<{widest}}  {password}  {who}")

    def _stay(self, installation: Installation) -> None:
        """Until asked to stop; what people do in the console moves the simulated clock on for later runs."""
        noted = time.monotonic()
        while True:
            installation.refuse_failed()
            time.sleep(0.5)
            if time.monotonic() - noted > CLOCK_NOTED_EVERY:
                noted = time.monotonic()
                self.folder.note_clock(clock.now())
