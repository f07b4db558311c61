"""Trình duyệt: every form made once, stored before it is named, frozen for good."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cast import NOW, Cast
from editorial_rows import ToneNarrator, a_draft, a_submitted, quick_mp3
from loa.core.models import AuditEntry
from loa.editorial.forms import audio as audio_form
from loa.editorial.models import MessageVersion, Rendition, VersionState
from loa.editorial.ports import Form, NarrationFailed, bind_narrator, narrator
from loa.editorial.refusals import CannotSubmit
from loa.editorial.selectors import has_intact_files, page_address, rendition_file
from loa.editorial.services import submit_version as submitting
from loa.editorial.services.submit_version import submit_version
from loa.media import loudness
from loa.media.engine import MediaFailed


@pytest.fixture(autouse=True)
def voice(monkeypatch: pytest.MonkeyPatch) -> Iterator[ToneNarrator]:
    reader = ToneNarrator()
    bind_narrator(reader)
    monkeypatch.setattr(audio_form, "loudspeaker_mp3", quick_mp3)
    yield reader
    bind_narrator(ToneNarrator())


def text(version: MessageVersion, form: Form, variant: str = "") -> str:
    return rendition_file(version.renditions.get(form=form, variant=variant)).read_text()


def test_a_message_gets_the_forms_of_six_channels(cast: Cast) -> None:
    version = a_submitted(cast)
    forms = [(row.form, row.variant, row.media_type.split(";")[0]) for row in version.renditions.all()]
    assert forms == [
        ("audio", "", "audio/mpeg"),
        ("page", "", "text/html"),
        ("poster", "", "application/pdf"),
        ("sms", "co-dau", "text/plain"),
        ("sms", "khong-dau", "text/plain"),
        ("social", "", "text/plain"),
        ("spoken-script", "", "text/plain"),
        ("talking-points", "", "application/pdf"),
    ]
    assert version.state == VersionState.SUBMITTED
    assert has_intact_files(version)
    assert all(row.frozen_at == NOW for row in version.renditions.all())


def test_the_text_forms_carry_the_version_s_own_facts(cast: Cast) -> None:
    version = a_submitted(cast)
    address = page_address(version)
    assert address == f"http://127.0.0.1:8080/tin/{version.code}/"
    for form, variant in ((Form.PAGE, ""), (Form.SOCIAL, ""), (Form.SMS, "co-dau"), (Form.SMS, "khong-dau")):
        told = text(version, form, variant)
        assert version.code in told
        assert address in told
        assert "31/10/2025" in told
    for form in (Form.PAGE, Form.SOCIAL):
        assert version.contact in text(version, form)
    assert "ba mươi mốt tháng mười" in text(version, Form.SPOKEN_SCRIPT)


def test_the_voice_reads_words_only(cast: Cast, voice: ToneNarrator) -> None:
    version = a_submitted(cast)
    (script,) = voice.scripts
    assert script == text(version, Form.SPOKEN_SCRIPT)
    assert not any(letter.isdigit() for letter in script)
    assert script.startswith("Đài truyền thanh xã Đồng Sương")


def test_a_synthetic_voice_is_said_to_be_one(cast: Cast) -> None:
    version = a_submitted(cast)
    audio = version.renditions.get(form=Form.AUDIO)
    assert "Giọng đọc do máy tạo".encode() in rendition_file(audio).read_bytes()
    assert audio.facts["is_synthetic"] is True
    assert 'data-voice="synthetic"' in text(version, Form.PAGE)


def test_submitting_again_makes_nothing(cast: Cast, voice: ToneNarrator) -> None:
    version = a_submitted(cast)
    before = list(version.renditions.values_list("pk", "sha256"))
    again = submit_version(version=version, actor=cast.hanh.actor, at=NOW)
    assert again == version
    assert list(version.renditions.values_list("pk", "sha256")) == before
    assert len(voice.scripts) == 1
    assert AuditEntry.objects.filter(code="editorial.version.submitted").count() == 1


def test_the_same_words_give_the_same_files(cast: Cast) -> None:
    version = a_draft(cast)
    first = {(one.form, one.variant): one.data for one in submitting._made(version)}
    second = {(one.form, one.variant): one.data for one in submitting._made(version)}
    assert first == second


def test_a_kill_while_files_are_stored_ends_the_same(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    version = a_draft(cast)
    store = submitting.ContentStore
    for deadly in range(1, 9):

        class Dying(store):  # type: ignore[misc, valid-type]
            left = deadly

            def put(self, data: bytes, *, suffix: str = "") -> str:
                Dying.left -= 1
                if Dying.left == 0:
                    raise KeyboardInterrupt
                return str(super().put(data, suffix=suffix))

        monkeypatch.setattr(submitting, "ContentStore", Dying)
        with pytest.raises(KeyboardInterrupt):
            submit_version(version=version, actor=cast.dung.actor, at=NOW)
        version.refresh_from_db()
        assert (version.state, Rendition.objects.count()) == (VersionState.DRAFT, 0)
    monkeypatch.setattr(submitting, "ContentStore", store)
    submitted = submit_version(version=version, actor=cast.dung.actor, at=NOW)
    assert has_intact_files(submitted)
    assert Rendition.objects.count() == 8


def test_a_kill_inside_the_transaction_leaves_a_draft(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    version = a_draft(cast)

    def dying(*args: object, **kwargs: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(submitting.audit, "record", dying)
        with pytest.raises(KeyboardInterrupt):
            submit_version(version=version, actor=cast.dung.actor, at=NOW)
    version.refresh_from_db()
    assert (version.state, Rendition.objects.count()) == (VersionState.DRAFT, 0)
    assert submit_version(version=version, actor=cast.dung.actor, at=NOW).state == VersionState.SUBMITTED


def test_words_changed_while_files_are_made_are_not_frozen(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    version = a_draft(cast)
    real = submitting.all_forms

    def slow(content: object, note: object) -> object:
        MessageVersion.objects.filter(pk=version.pk).update(title="Tiêu đề khác")
        return real(content)  # type: ignore[arg-type]

    monkeypatch.setattr(submitting, "all_forms", slow)
    with pytest.raises(CannotSubmit, match="vừa được sửa"):
        submit_version(version=version, actor=cast.dung.actor, at=NOW)
    assert not Rendition.objects.exists()


@pytest.mark.parametrize("error", [NarrationFailed("no sound"), MediaFailed("no codec")])
def test_a_voice_that_fails_leaves_the_draft(cast: Cast, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    version = a_draft(cast)

    def failing(script: str) -> None:
        raise error

    monkeypatch.setattr(narrator(), "speak", failing)
    with pytest.raises(CannotSubmit, match="Không tạo được bản âm thanh"):
        submit_version(version=version, actor=cast.dung.actor, at=NOW)
    version.refresh_from_db()
    assert version.state == VersionState.DRAFT


def test_letters_that_cannot_be_printed_are_named(cast: Cast) -> None:
    version = a_draft(cast)
    MessageVersion.objects.filter(pk=version.pk).update(title="Thông báo 漢字")
    with pytest.raises(CannotSubmit, match="漢字"):
        submit_version(version=version, actor=cast.dung.actor, at=NOW)


def test_a_message_without_a_source_is_not_submitted(cast: Cast) -> None:
    version = a_draft(cast)
    version.sources.all().delete()
    with pytest.raises(CannotSubmit, match="chưa có căn cứ"):
        submit_version(version=version, actor=cast.dung.actor, at=NOW)


@pytest.mark.parametrize("field", ["title", "summary"])
def test_an_empty_message_is_not_submitted(cast: Cast, field: str) -> None:
    version = a_draft(cast)
    MessageVersion.objects.filter(pk=version.pk).update(**{field: "  "})
    with pytest.raises(CannotSubmit, match="còn thiếu"):
        submit_version(version=version, actor=cast.dung.actor, at=NOW)


@pytest.mark.parametrize("who", ["lan", "tu", "binh"])
def test_who_may_not_write_does_not_submit(cast: Cast, who: str) -> None:
    version = a_draft(cast)
    with pytest.raises(CannotSubmit, match="không có quyền"):
        submit_version(version=version, actor=getattr(cast, who).actor, at=NOW)
    assert not Rendition.objects.exists()


@pytest.mark.heavy
def test_the_real_encoder_makes_the_same_message_ready_for_a_street(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    version = a_submitted(cast)
    audio = version.renditions.get(form=Form.AUDIO)
    measured = loudness.measure(rendition_file(audio).read_bytes())
    assert abs(measured.seconds - audio.facts["seconds"]) < 0.2
    assert abs(measured.lufs + 16) <= 0.5
