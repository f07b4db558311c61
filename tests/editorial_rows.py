"""A campaign read out of a small plan, and a voice that needs no engine."""

from __future__ import annotations

import math
import struct

import pytest

from cast import NOW, Cast
from document_rows import a_read_document
from loa.campaigns.models import Campaign, Topic
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.core.canonical import sha256_hex
from loa.documents.extraction.extract import extract
from loa.documents.models import Document
from loa.documents.ports import Line
from loa.editorial.forms import audio as audio_form
from loa.editorial.forms import paper
from loa.editorial.models import MessageVersion
from loa.editorial.ports import Speech, bind_narrator
from loa.editorial.services.draft_message import draft_message
from loa.editorial.services.submit_version import submit_version
from loa.media.loudspeaker import EncodedAudio
from loa.typeset.poster import PosterFit

PLAN = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐỒNG SƯƠNG Độc lập - Tự do - Hạnh phúc

Số: 05/KH-UBND Đồng Sương, ngày 05 tháng 9 năm 2025

KẾ HOẠCH
Tuyên truyền phòng bệnh dại trên địa bàn xã Đồng Sương

Thực hiện Kế hoạch số 58/KH-SYT ngày 22/8/2025 của Sở Y tế tỉnh Lam Giang về phòng bệnh dại.
Ủy ban nhân dân xã Đồng Sương ban hành Kế hoạch tuyên truyền phòng bệnh dại, cụ thể như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao nhận thức của người dân về bệnh dại.

II. NỘI DUNG TUYÊN TRUYỀN
1. Tuyên truyền sâu rộng về lịch tiêm phòng dại cho đàn chó, mèo năm 2025 theo Kế hoạch số 58;
hướng dẫn người dân xích, nhốt chó và rửa vết cắn bằng xà phòng.
2. Giới thiệu các hộ nuôi chó, mèo có trách nhiệm, góp phần lan tỏa cách làm hay.
3. Theo dõi, nắm bắt dư luận xã hội, đấu tranh phản bác các quan điểm sai trái, thù địch trên mạng xã hội.

III. HÌNH THỨC TUYÊN TRUYỀN
1. Tuyên truyền trên hệ thống thông tin cơ sở
- Tuyên truyền trên hệ thống truyền thanh của xã; bảng tin công cộng; tuyên truyền viên cơ sở.
- Thời gian thực hiện: Từ ngày 10/9/2025 đến hết ngày 31/10/2025.
- Đơn vị thực hiện: Trạm Y tế xã.

IV. KINH PHÍ
Từ nguồn ngân sách xã năm 2025.

V. TỔ CHỨC THỰC HIỆN
1. Trạm Y tế xã
Chủ trì tuyên truyền phòng bệnh dại.

Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT, YT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lương Văn Khê
"""
TELLS, TELLS_TOO, OUTSIDE = "II.1", "II.2", "II.3"


def a_document(cast: Cast, text: str = PLAN) -> Document:
    """A plan of xã Đồng Sương that was read and waits for review."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), start=1))
    return a_read_document(cast.commune, cast.hanh, extract(lines), name="ke-hoach.txt")


def a_campaign(cast: Cast, text: str = PLAN) -> Campaign:
    """The campaign of a plan of xã Đồng Sương."""
    return confirm_plan(document=a_document(cast, text), actor=cast.hanh.actor, at=NOW)


def a_topic(campaign: Campaign, clause: str = TELLS) -> Topic:
    return campaign.topics.get(clause=clause)


def a_draft(cast: Cast, clause: str = TELLS) -> MessageVersion:
    """Dũng's draft on one topic."""
    campaign = a_campaign(cast)
    return draft_message(campaign=campaign, topic=a_topic(campaign, clause), actor=cast.dung.actor, at=NOW)


def a_submitted(cast: Cast) -> MessageVersion:
    return submit_version(version=a_draft(cast), actor=cast.dung.actor, at=NOW)


class ToneNarrator:
    """Reads with a tone: one twentieth of a second a word."""

    def __init__(self) -> None:
        self.scripts: list[str] = []

    def speak(self, script: str) -> Speech:
        self.scripts.append(script)
        samples = max(1, len(script.split())) * 400
        tone = (int(9000 * math.sin(number / 8)) for number in range(samples))
        return Speech(
            pcm=b"".join(struct.pack("<h", value) for value in tone), rate=8000, voice="tone", is_synthetic=True
        )


def quicken(monkeypatch: pytest.MonkeyPatch) -> ToneNarrator:
    """Let a tone read, and skip the engines that encode and print: for tests that ask about rows, not about forms."""
    voice = ToneNarrator()
    bind_narrator(voice)
    monkeypatch.setattr(audio_form, "loudspeaker_mp3", quick_mp3)
    monkeypatch.setattr(paper, "poster_fit", lambda _poster: PosterFit(18.0, 9.0, 0, False))
    for name in ("poster_pdf", "talking_points_pdf"):
        monkeypatch.setattr(paper, name, lambda words: repr(words).encode())
    return voice


def quick_mp3(pcm: bytes, *, rate: int, comment: str, is_synthetic: bool = True, **tags: str) -> EncodedAudio:
    """Stands in for the encoder: the same bytes for the same sound and tags."""
    data = b"ID3" + comment.encode() + sha256_hex(pcm).encode()
    return EncodedAudio(data=data, seconds=len(pcm) / 2 / rate, lufs=-16.0, true_peak_db=-1.5)
