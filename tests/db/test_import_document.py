"""Importing: all checks first, then the file, then its rows; the same bytes once per commune."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from cast import NOW, Cast, Person
from loa.core.content import ContentStore
from loa.core.models import AuditEntry
from loa.documents.models import Document, Extraction
from loa.documents.refusals import (
    ClassifiedDocument,
    DocumentNotFound,
    EmptyFile,
    FileChanged,
    MayNotImport,
    NotAPlan,
    UnreadableDocument,
)
from loa.documents.selectors import document_for, extraction_of
from loa.documents.services import import_document as module
from loa.documents.services.import_document import import_document
from loa.units.models import Membership
from loa.units.rights import Role
from loa.units.selectors import actor_for

SAMPLE = Path(__file__).resolve().parents[2] / "src" / "loa" / "cli" / "sample" / "ke-hoach-dong-suong.docx"

PLAN = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐỒNG SƯƠNG Độc lập - Tự do - Hạnh phúc
Số:     /KH-UBND Đồng Sương, ngày     tháng 9 năm 2025
{mark}
KẾ HOẠCH
Tuyên truyền bảo vệ bí mật nhà nước trên địa bàn xã
I. MỤC ĐÍCH
1. Nhắc cán bộ không chụp, gửi văn bản có độ mật qua mạng xã hội.
II. TỔ CHỨC THỰC HIỆN
1. Công an xã hướng dẫn xong trước ngày 30/9/2025.
"""


def import_as(person: Person, path: Path, cast: Cast) -> Document:
    return import_document(path=path, commune=cast.commune, actor=person.actor, at=NOW)


def nothing_is_stored(data_dir: Path) -> bool:
    about_documents = AuditEntry.objects.filter(code__startswith="documents.")
    return not (data_dir / "store").exists() and not Document.objects.exists() and not about_documents.exists()


def test_a_plan_is_kept_with_what_it_says(cast: Cast, data_dir: Path) -> None:
    document = import_as(cast.hanh, SAMPLE, cast)
    assert ContentStore(data_dir / "store").get(document.sha256) == SAMPLE.read_bytes()
    assert (document.file_name, document.size) == (SAMPLE.name, SAMPLE.stat().st_size)
    assert document.media_type.endswith("wordprocessingml.document")
    assert (document.imported_by, document.imported_at) == (cast.hanh.user, NOW)
    result = extraction_of(document)
    assert result.header.issuer == "ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG"
    assert len(result.topics) == 8
    assert document.extraction.text.startswith("ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SƯƠNG\n")


def test_an_import_is_one_line_of_the_audit_trail(cast: Cast) -> None:
    document = import_as(cast.hanh, SAMPLE, cast)
    entry = AuditEntry.objects.get()
    assert (entry.code, entry.actor) == ("documents.document.imported", cast.hanh.actor.key)
    assert entry.detail == {"file_name": SAMPLE.name, "sha256": document.sha256}


def test_the_same_bytes_again_are_the_same_row(cast: Cast, tmp_path: Path) -> None:
    first = import_as(cast.hanh, SAMPLE, cast)
    copy = tmp_path / "bản sao.docx"
    shutil.copy(SAMPLE, copy)
    later = import_document(path=copy, commune=cast.commune, actor=cast.hanh.actor, at=NOW + timedelta(days=1))
    assert later == first
    assert (later.file_name, later.imported_at) == (SAMPLE.name, NOW)
    assert Extraction.objects.count() == AuditEntry.objects.count() == 1


def test_an_import_cut_off_after_the_file_was_stored_can_be_made_again(cast: Cast, data_dir: Path) -> None:
    ContentStore(data_dir / "store").put(SAMPLE.read_bytes())
    assert import_as(cast.hanh, SAMPLE, cast).extraction is not None


def test_two_communes_keep_their_own_rows_of_one_file(cast: Cast) -> None:
    Membership.objects.create(commune=cast.other_commune, user=cast.binh.user, role=Role.CULTURE)
    binh = actor_for(cast.binh.user, cast.other_commune)
    here = import_as(cast.hanh, SAMPLE, cast)
    there = import_document(path=SAMPLE, commune=cast.other_commune, actor=binh, at=NOW)
    assert here != there
    assert document_for(binh, there.pk) == there
    with pytest.raises(DocumentNotFound):
        document_for(binh, here.pk)


@pytest.mark.parametrize("who", ["dung", "lan", "tu", "binh"])
def test_only_who_may_import_does(cast: Cast, data_dir: Path, who: str) -> None:
    with pytest.raises(MayNotImport):
        import_as(getattr(cast, who), SAMPLE, cast)
    assert nothing_is_stored(data_dir)


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_secret_is_refused_before_anything_is_stored(cast: Cast, data_dir: Path, tmp_path: Path, mark: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN.format(mark=mark), encoding="utf-8")
    with pytest.raises(ClassifiedDocument, match="bí mật nhà nước"):
        import_as(cast.hanh, path, cast)
    assert nothing_is_stored(data_dir)


def test_a_plan_about_secrets_is_taken_in(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN.format(mark=""), encoding="utf-8")
    assert import_as(cast.hanh, path, cast).media_type == "text/plain"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("", EmptyFile), ("Danh sách mua hàng\n- Giấy A4\n- Mực in\n", NotAPlan), ("Chào chị,\nEm gửi ảnh ạ.", NotAPlan)],
)
def test_what_is_no_plan_leaves_nothing_behind(
    cast: Cast, data_dir: Path, tmp_path: Path, text: str, refusal: type[UnreadableDocument]
) -> None:
    path = tmp_path / "khac.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(refusal):
        import_as(cast.hanh, path, cast)
    assert nothing_is_stored(data_dir)


def test_a_file_that_changes_while_it_is_read_is_refused(
    cast: Cast, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_bytes_of", lambda _path: b"other bytes")
    with pytest.raises(FileChanged):
        import_as(cast.hanh, SAMPLE, cast)
    assert nothing_is_stored(data_dir)


def test_a_very_long_name_is_cut_and_keeps_its_ending(cast: Cast) -> None:
    name = module._shown_name(Path("kế hoạch " * 60 + ".docx"))
    assert len(name) == 255
    assert name.endswith(".docx")
