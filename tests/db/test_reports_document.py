"""The report as a document: what it says, and what it does not claim."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from loa.campaigns.models import AssignmentRole, Deadline
from loa.channels.ports import ChannelKind, Outcome
from loa.delivery.models import DispatchState
from loa.delivery.models.proof import AttemptOutcome
from loa.reports.models import PeriodReport
from loa.reports.refusals import CannotWriteReport
from loa.reports.selectors import report_document
from loa.reports.services.build_report import build_report
from loa.reports.services.write_report import write_report
from loa.typeset.official import Annex, Block, OfficialDocument, Paragraph, ParagraphLook, Table
from pdf_reading import font_names, words_of
from report_rows import HEADER, Scene, at, read_plan_data


def built(scene: Scene) -> PeriodReport:
    return build_report(commune=scene.commune, period="2025-09", actor=scene.cast.hanh.actor, at=at(30, 17))


def document(scene: Scene) -> OfficialDocument:
    return report_document(built(scene))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Table):
            found.extend(" | ".join(row.cells) for row in block.rows)
        else:
            found.append(block.text)
    return found


def body(scene: Scene) -> str:
    return "\n".join(texts(document(scene).blocks))


def annex(scene: Scene) -> str:
    [only] = document(scene).annexes
    assert isinstance(only, Annex)
    return "\n".join(texts(only.blocks))


def test_the_letterhead_is_the_communes_and_leaves_number_and_day_blank(scene: Scene) -> None:
    made = document(scene)
    assert made.issuer == ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG")
    assert made.number_line.split() == ["Số:", "/BC-UBND"]
    assert made.place == "Đồng Sương"
    assert (made.date.year, made.date.month, made.date.day) == (2025, 9, None)
    assert made.signature_lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert made.archive == "VT, VHXH"


def test_the_subject_goes_on_from_the_plans_title(scene: Scene) -> None:
    assert document(scene).subject.startswith("Kết quả tuyên truyền dùng nước sạch")
    assert document(scene).subject.endswith("tháng 9 năm 2025")


def test_the_receiver_is_the_office_above_the_commune(scene: Scene) -> None:
    scene.receiver("UBND xã (qua phòng Văn hóa - Xã hội)")
    scene.receiver("Sở Nông nghiệp và Môi trường", reporter="Phòng Văn hóa - Xã hội")
    assert document(scene).receivers == ("Kính gửi: Sở Nông nghiệp và Môi trường.",)


def test_a_plan_that_names_only_the_commune_leaves_the_receiver_open(scene: Scene) -> None:
    scene.receiver("Ủy ban nhân dân xã (qua phòng Văn hóa - Xã hội)")
    [line] = document(scene).receivers
    assert line.startswith("Kính gửi: …")


def test_the_opening_names_the_plan_with_number_and_date(scene: Scene) -> None:
    assert "Kế hoạch số 05/KH-UBND ngày 20/8/2025 của Ủy ban nhân dân xã Đồng Sương" in body(scene)
    assert "từ ngày 01/9/2025 đến hết ngày 30/9/2025; số liệu tính đến 17 giờ 00 ngày 30/9/2025" in body(scene)


def test_a_blank_number_and_day_stay_blank(scene: Scene) -> None:
    extraction = scene.campaign.document.extraction
    extraction.data = read_plan_data({**HEADER, "number": None, "date": "2025-08"})
    extraction.save()
    assert "Kế hoạch số ……/KH-UBND ngày …… tháng 8 năm 2025" in body(scene)
    assert document(scene).archive == "VT"


def test_a_plan_from_above_is_not_called_the_communes_own(scene: Scene) -> None:
    extraction = scene.campaign.document.extraction
    extraction.data = read_plan_data({**HEADER, "issuer": "SỞ Y TẾ TỈNH LAM GIANG"}, archive="VT, NVY")
    extraction.save()
    assert "Kế hoạch số 05/KH-UBND ngày 20/8/2025 của Sở Y tế tỉnh Lam Giang về tuyên truyền" in body(scene)
    assert document(scene).archive == "VT"


def test_a_plan_without_topics_or_duties_has_no_empty_table(scene: Scene) -> None:
    for topic in scene.topics:
        topic.delete()
    tables = [block.caption for block in document(scene).blocks if isinstance(block, Table)]
    assert tables == ["Bảng 2. Số liệu theo hình thức"]
    assert "Kế hoạch không nêu riêng nội dung, hình thức tuyên truyền" in body(scene)


def test_duties_are_told_as_the_plan_gives_them(scene: Scene) -> None:
    scene.assignment("III.1", "Trạm Y tế xã")
    scene.assignment("III.1", "Công an xã", AssignmentRole.SUPPORT)
    assert "Kế hoạch giao 2 việc cho 2 đơn vị (1 việc chủ trì và 1 việc phối hợp)." in body(scene)
    scene.assignment("V.4", "Hội Phụ nữ xã", AssignmentRole.REQUEST)
    assert "phối hợp); đề nghị 1 tổ chức cùng thực hiện." in body(scene)


def test_a_unit_is_listed_with_the_clauses_of_each_role(scene: Scene) -> None:
    scene.assignment("III.1", "Trạm Y tế xã")
    scene.assignment("III.2", "Trạm Y tế xã", AssignmentRole.SUPPORT)
    scene.assignment("V.4", "Hội Phụ nữ xã", AssignmentRole.REQUEST)
    said = body(scene)
    assert "1 | Trạm Y tế xã | III.1 | III.2 | – | chưa có số liệu" in said
    assert "2 | Hội Phụ nữ xã | – | – | V.4 | chưa có số liệu" in said


def test_the_report_of_a_city_is_its_own(scene: Scene) -> None:
    scene.commune.name = "thành phố Lam Giang"
    scene.commune.save()
    made = document(scene)
    assert made.issuer == ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ LAM GIANG")
    assert (made.issuer_name, made.place) == ("Ủy ban nhân dân thành phố Lam Giang", "Lam Giang")
    assert made.recipients[0] == "Chủ tịch, các Phó Chủ tịch UBND thành phố"


def test_the_report_of_an_office_claims_no_committee(scene: Scene) -> None:
    scene.commune.name = "Sở Y tế"
    scene.commune.save()
    made = document(scene)
    assert (made.issuer, made.issuer_name, made.symbol) == (("SỞ Y TẾ",), "Sở Y tế", "BC")
    assert made.place == scene.commune.province.removeprefix("tỉnh ")
    assert made.signature_lines == ("THỦ TRƯỞNG CƠ QUAN",)
    assert made.recipients[0] == "Lãnh đạo cơ quan"


def test_a_plan_that_was_never_read_still_gives_a_report(scene: Scene) -> None:
    scene.campaign.document.extraction.delete()
    assert "Thực hiện Kế hoạch" in body(scene)


def test_simulated_figures_are_named_near_the_top(scene: Scene) -> None:
    scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17), simulated=True, seconds=60)
    notice = document(scene).blocks[1]
    assert isinstance(notice, Paragraph)
    assert notice.look is ParagraphLook.NOTICE
    assert notice.text.startswith("Báo cáo có số liệu mô phỏng")
    assert "đã phát 1 lượt (mô phỏng)" in body(scene)
    assert "| Mô phỏng" in annex(scene)


def test_a_report_of_real_receipts_has_no_such_notice(scene: Scene) -> None:
    scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17), seconds=60)
    assert "mô phỏng" not in body(scene).lower()
    assert "| Đã phát | Thiết bị phát | Thực tế" in annex(scene)


def test_nothing_counted_is_said_in_words_and_not_as_zero(scene: Scene) -> None:
    scene.activity("III.1", ChannelKind.SOCIAL)
    assert "Chưa có số liệu của: Mạng xã hội." in body(scene)
    rows = [line for line in body(scene).splitlines() if line.startswith("II.")]
    assert rows
    assert all("chưa có số liệu | chưa có số liệu" in line for line in rows)


def test_clauses_outside_loa_are_named_and_have_no_row(scene: Scene) -> None:
    scene.outside_topic("II.9")
    assert "không thuộc phạm vi của Loa" in body(scene)
    assert "Mục II.9: Yêu cầu theo dõi dư luận." in body(scene)
    assert not any(line.startswith("II.9 |") for line in body(scene).splitlines())


def test_corrections_are_not_claimed_to_be_none(scene: Scene) -> None:
    assert "chưa có số liệu về tin đính chính" in body(scene)


def test_failures_are_told_with_place_time_and_cause(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    missed = scene.dispatch(approval, scene.loudspeaker, due_at=at(4, 17), state=DispatchState.MISSED)
    scene.attempt(missed, AttemptOutcome.DELAYED, detail="Không kết nối được cụm loa.")
    scene.dispatch(approval, scene.board, due_at=at(5, 8), state=DispatchState.UNKNOWN)
    said = body(scene)
    assert "Cụm loa Khu 1, 17 giờ 00 ngày 04/9/2025" in said
    assert "lỡ giờ; nguyên nhân ghi nhận: Không kết nối được cụm loa." in said
    assert "chưa rõ đã phát hay chưa; chưa rõ nguyên nhân." in said
    assert "Đề nghị người phụ trách Bảng tin Khu 1 xác nhận" in said
    assert "Cụm loa Khu 1 | 17:00 04/9/2025 | Lỡ giờ" in annex(scene)


def test_a_late_play_and_a_silent_order_are_limits_too(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    scene.played(approval, scene.loudspeaker, due_at=at(4, 17), happened_at=at(4, 18))
    silent = scene.dispatch(approval, scene.loudspeaker, due_at=at(6, 17))
    scene.attempt(silent, AttemptOutcome.ACCEPTED)
    scene.dispatch(approval, scene.page, due_at=at(7, 17), state=DispatchState.QUEUED)
    said = body(scene)
    assert "phát, đăng muộn, lúc 18 giờ 00 ngày 04/9/2025" in said
    assert "đã gửi, chưa có xác nhận" in said
    assert "chưa gửi được" in said


def test_an_order_still_to_come_is_no_failure(scene: Scene) -> None:
    scene.dispatch(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(30, 18), state=DispatchState.QUEUED)
    assert "Số liệu trong kỳ chưa cho thấy hạn chế." in body(scene)


def test_more_failures_than_a_page_bears_go_to_the_annex(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    for day in range(1, 15):
        scene.dispatch(approval, scene.loudspeaker, due_at=at(day, 17), state=DispatchState.MISSED)
    assert "Và 4 trường hợp khác." in body(scene)
    assert annex(scene).count("| Lỡ giờ") == 14


def test_duties_without_proof_and_duties_to_come_are_listed_by_unit(scene: Scene) -> None:
    proved = scene.assignment("III.1", "Trạm Y tế xã")
    scene.assignment("III.2", "Công an xã", AssignmentRole.SUPPORT)
    scene.assignment("V.4", "Hội Phụ nữ xã", AssignmentRole.REQUEST)
    overdue = scene.assignment("V.5", "Trường học xã")
    Deadline.objects.filter(assignment=overdue).update(due_date=at(3).date())
    own = Deadline.objects.filter(assignment=proved)
    own.update(due_date=at(20, month=12).date(), is_inherited=False)
    scene.evidence(added_at=at(5), assignment=proved)
    said = body(scene).splitlines()
    assert "Trường học xã (mục V.5)." in said
    assert "Công an xã (mục III.2)." not in said  # due in December: not a shortfall in September
    assert "Trạm Y tế xã (mục III.1)." not in said
    assert "Đến hết ngày 20/12/2025: Trạm Y tế xã (mục III.1)." in said
    planwide = "Không nêu thời hạn riêng, thực hiện theo kế hoạch đến hết ngày 31/12/2025"
    assert f"{planwide}: Công an xã (mục III.2)." in said
    assert not any("Hội Phụ nữ xã (mục" in line for line in said)


def test_repeating_duties_are_told_with_their_day(scene: Scene) -> None:
    duty = scene.assignment("V.1", "Trạm Y tế xã")
    Deadline.objects.filter(assignment=duty).update(due_date=None, every="month", day="25")
    assert "Trước ngày 25 hằng tháng: Trạm Y tế xã (mục V.1)." in body(scene)


@pytest.mark.parametrize(
    ("every", "day", "times"), [("month", "25", 1), ("month", "30", 0), ("month", "", 0), ("year", "12-15", 0)]
)
def test_a_repeating_duty_is_late_after_its_day_in_the_month(scene: Scene, every: str, day: str, times: int) -> None:
    duty = scene.assignment("V.1", "Trạm Y tế xã")
    Deadline.objects.filter(assignment=duty).update(due_date=None, every=every, day=day)
    assert body(scene).splitlines().count("Trạm Y tế xã (mục V.1).") == times  # the report is built on the 30th


def test_questions_of_the_desk_stay_at_the_desk(scene: Scene) -> None:
    scene.question("Hai tên này có phải là một đơn vị không?", kind="unit-unified")
    assert "Hai tên này" not in body(scene)
    assert "nội dung kế hoạch nêu tại mục IV" not in body(scene)


def test_open_questions_are_put_to_the_chair(scene: Scene) -> None:
    scene.question("Báo cáo định kỳ gửi Sở không nêu kỳ hạn. Báo cáo theo tháng, quý hay năm?")
    assert "Mục V.1: Báo cáo định kỳ gửi Sở không nêu kỳ hạn." in body(scene)
    assert "làm rõ 1 nội dung kế hoạch" in body(scene)


def test_a_missed_receipt_stands_in_the_annex_as_what_it_is(scene: Scene) -> None:
    dispatch = scene.dispatch(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(4, 17))
    scene.receipt(dispatch, outcome=Outcome.MISSED)
    assert "| Lỡ giờ | Thiết bị phát | Thực tế" in annex(scene)


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_report_is_written_by_its_suffix(scene: Scene, tmp_path: Path, suffix: str) -> None:
    scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17), seconds=60)
    path = tmp_path / f"bao-cao{suffix}"
    report = built(scene)
    write_report(report, path)
    first = path.read_bytes()
    write_report(report, path)
    assert path.read_bytes() == first
    if suffix == ".pdf":
        assert font_names(first) == {"Tinos"}
        assert "Đài truyền thanh cấp xã" in words_of(first)
    else:
        assert "BÁO CÁO" in [paragraph.text for paragraph in docx.Document(io.BytesIO(first)).paragraphs]


def test_another_suffix_and_an_unwritable_place_are_refused(scene: Scene, tmp_path: Path) -> None:
    report = built(scene)
    with pytest.raises(CannotWriteReport, match=r"\.docx hoặc \.pdf"):
        write_report(report, tmp_path / "bao-cao.odt")
    blocker = tmp_path / "tep"
    blocker.write_text("x")
    with pytest.raises(CannotWriteReport, match="Số liệu vẫn còn"):
        write_report(report, blocker / "bao-cao.pdf")


def test_a_letter_the_font_lacks_is_a_refusal_and_not_a_box(scene: Scene, tmp_path: Path) -> None:
    scene.question("Tên 语 là gì?")
    with pytest.raises(CannotWriteReport, match="语"):
        write_report(built(scene), tmp_path / "bao-cao.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_annex_of_a_busy_month_ends_with_how_many_rows_more_there_are(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loa.reports.selectors.annex.MOST_ROWS", 2)
    approval = scene.message(scene.topics[0])
    for day in range(2, 7):
        scene.played(approval, scene.loudspeaker, due_at=at(day, 17))
    lines = annex(scene)
    assert "2 | K0QM | Cụm loa Khu 1" in lines
    assert "3 | K0QM | Cụm loa Khu 1" not in lines
    assert "Và 3 dòng nữa" in lines
