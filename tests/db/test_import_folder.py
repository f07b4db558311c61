"""`./loa import`: every file of a folder has its fate and its row; a second run doubles nothing; no formula."""

from __future__ import annotations

import io
import os
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cast import Cast
from loa.campaigns.models import Campaign
from loa.cli.importing.command import ImportCall
from loa.cli.importing.folder import Found, NothingToImport, files_of, shown
from loa.cli.importing.officer import WhoImports, officer_of
from loa.cli.importing.outcome import Fate, Outcome
from loa.cli.importing.progress import ImportProgress
from loa.cli.importing.run import ImportRun
from loa.cli.importing.workbook import write_report
from loa.cli.main import main
from loa.core.refusals import Refusal
from loa.documents.models import Document
from loa.documents.selectors import documents_to_review
from loa.units.models import Membership
from loa.units.rights import Role

PLAN = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐỒNG SƯƠNG Độc lập - Tự do - Hạnh phúc
Số: 41/KH-UBND Đồng Sương, ngày 05 tháng 9 năm 2025
{mark}
KẾ HOẠCH
Tuyên truyền phòng bệnh dại trên địa bàn xã
I. MỤC ĐÍCH
1. Nhắc mỗi nhà tiêm phòng cho chó, mèo.
II. TỔ CHỨC THỰC HIỆN
1. Công an xã hướng dẫn xong trước ngày 30/9/2025.
"""


def a_run(cast: Cast, root: Path, report: Path) -> ImportRun:
    return ImportRun.prepared(ImportCall(root=root, officer=None, output=report, commune_code=cast.commune.code))


def rows_in(report: Path) -> list[tuple[object, ...]]:
    book = load_workbook(report)
    return list(book.active.iter_rows(min_row=2, values_only=True))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "văn bản"
    (root / "2025").mkdir(parents=True)
    (root / "2025" / "=ke-hoach.txt").write_text(PLAN.format(mark=""), encoding="utf-8")
    (root / "2025" / "mat.txt").write_text(PLAN.format(mark="TỐI MẬT"), encoding="utf-8")
    (root / "2025" / "~$ke-hoach.docx").write_bytes(b"x")
    (root / "may.bin").write_bytes(b"\x7fELF" + bytes(64))
    os.mkfifo(root / "ong")
    (root / "ra-ngoai.txt").symlink_to(Path(__file__))
    (root / "trong.txt").symlink_to(root / "2025" / "=ke-hoach.txt")
    (root / "vong").symlink_to(root)
    return root


def test_each_file_has_its_fate_and_a_second_run_doubles_nothing(
    cast: Cast, folder: Path, tmp_path: Path, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "bang.xlsx"
    assert a_run(cast, folder, report).run(files_of(folder)) == 1
    out = capsys.readouterr()
    assert out.err.count("\n") == 1
    assert "Đã nhập 1, đã có 1, bị từ chối 2, bỏ qua 3." in out.err
    rows = {row[0]: row for row in rows_in(report)}
    assert {name: row[1] for name, row in rows.items()} == {
        "2025/=ke-hoach.txt": "đã nhập",
        "2025/mat.txt": "bị từ chối",
        "may.bin": "bị từ chối",
        "ong": "bỏ qua",
        "ra-ngoai.txt": "bỏ qua",
        "trong.txt": "đã có",
        "vong": "bỏ qua",
    }
    assert rows["2025/=ke-hoach.txt"][3:6] == (
        "41/KH-UBND",
        "Tuyên truyền phòng bệnh dại trên địa bàn xã",
        datetime(2025, 9, 5),  # noqa: DTZ001 - a sheet has no zones
    )
    assert rows["2025/=ke-hoach.txt"][6] == 4
    assert "bí mật nhà nước" in str(rows["2025/mat.txt"][2])
    document = Document.objects.get()
    assert list(documents_to_review(cast.hanh.actor)) == [document]
    assert not Campaign.objects.exists()
    kept = sorted(path.name for path in (data_dir / "store").rglob("*") if path.is_file())
    assert kept == [document.sha256]

    again = files_of(folder / "2025" / "=ke-hoach.txt")
    assert a_run(cast, folder / "2025" / "=ke-hoach.txt", report).run(again) == 0
    assert [row[:2] for row in rows_in(report)] == [("=ke-hoach.txt", "đã có")]
    assert Document.objects.get() == document


def test_a_whole_day_can_be_sorted_by_and_one_with_a_blank_is_in_words(tmp_path: Path) -> None:
    days = ("2025-09-05", "2025-09", "2025", "1897-09-05", None)
    report = tmp_path / "bang.xlsx"
    write_report(report, [Outcome("a.txt", Fate.IMPORTED, date=day) for day in days])
    cells = [row[5] for row in load_workbook(report).active.iter_rows(min_row=2)]
    assert (cells[0].is_date, cells[0].number_format) == (True, "dd/mm/yyyy")
    assert [cell.value for cell in cells[1:]] == ["tháng 9/2025, để trống ngày", "2025", "05/09/1897", None]


def test_no_cell_is_ever_a_formula(tmp_path: Path) -> None:
    names = ["=1+1", "+1", "-1", "@x", "\t=1", "=cmd|'/c calc'!A0", "\x00\x1b[31m", "dài " * 20_000, "\udcff.docx"]
    report = tmp_path / "bang.xlsx"
    write_report(report, [Outcome(name, Fate.REFUSED, reason=name, symbol=name, title=name) for name in names])
    sheet = load_workbook(report).active
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if isinstance(cell.value, str)]
    assert len(cells) == 5 * len(names)
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if cell.value[:1] in ("=", "+", "-", "@", "\t"))
    assert max(len(cell.value) for cell in cells) <= 32_767


def test_an_odd_name_is_shown_without_its_tricks(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xe1\n\x1b[31m\xe2\x80\xae.txt"
    Path(os.fsdecode(odd)).write_text("x")
    (found,) = files_of(tmp_path)
    assert found.path.exists()
    assert shown(found.path.name) == "???[31m?.txt"


def test_a_folder_that_cannot_be_opened_is_a_row_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kín").mkdir()
    (tmp_path / "rõ.txt").write_text("x")
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: real(path) if Path(path).name != "kín" else real("/khong-co"))
    lost, fine = files_of(tmp_path)
    assert (lost.path.name, lost.is_lost) == ("kín", True)
    assert fine == Found(tmp_path.resolve() / "rõ.txt")


def test_what_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    for root in (tmp_path / "không có", tmp_path):
        with pytest.raises(NothingToImport):
            files_of(root)


def test_a_data_folder_without_data_does_not_come_into_being(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOA_DATA", "")
    monkeypatch.delenv("LOA_DATABASE_URL", raising=False)
    assert main(["import", str(tmp_path), "--data", str(tmp_path / "nham")]) == 1
    assert main(["import", str(tmp_path), "-o", "bang.csv"]) == 2
    assert capsys.readouterr().err.count("\n") == 2
    assert not (tmp_path / "nham").exists()


def test_it_is_plain_who_imports(cast: Cast) -> None:
    assert officer_of(cast.commune, None) == cast.hanh.actor
    assert officer_of(cast.commune, cast.hanh.user.username) == cast.hanh.actor
    with pytest.raises(WhoImports, match="không được nhập"):
        officer_of(cast.commune, cast.dung.user.username)
    Membership.objects.create(commune=cast.commune, user=cast.dung.user, role=Role.CULTURE)
    with pytest.raises(WhoImports, match="--as") as caught:
        officer_of(cast.commune, None)
    assert cast.dung.user.username in caught.value.message
    Membership.objects.filter(role=Role.CULTURE).delete()
    with pytest.raises(Refusal, match="chưa có công chức"):
        officer_of(cast.commune, None)


def test_a_full_disk_ends_the_run_and_the_rows_so_far_are_told(
    cast: Cast, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_call: object) -> Document:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("loa.cli.importing.run.import_document", full)
    report = tmp_path / "bang.xlsx"
    with pytest.raises(OSError, match="No space"):
        a_run(cast, folder, report).run([Found(folder / "ong", "không phải tệp thường"), Found(folder / "may.bin")])
    assert [row[0] for row in rows_in(report)] == ["ong"]
    assert not Document.objects.exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_a_bar_on_one_line_and_a_file_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for stream in (Terminal(), io.StringIO()):
        progress = ImportProgress(2, stream)
        for number in (1, 2):
            progress.begin(number, "kế hoạch dài " * 9)
            progress.end(number, "a.txt", words="đã nhập")
        progress.close()
        said = stream.getvalue()
        if isinstance(stream, Terminal):
            assert "\n" not in said
            assert all(len(part) < 40 for part in said.split("\r\x1b[K"))
        else:
            assert said == "[1/2] a.txt: đã nhập\n[2/2] a.txt: đã nhập\n"
