"""Twelve signed plans, read by the real reader and turned into campaigns by the real service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from django.conf import settings

from bench.data import words
from bench.data.people import Town
from bench.data.size import START, YEAR, Size
from loa.campaigns.models import Assignment, AssignmentRole, Campaign, Deadline
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.core.content import ContentStore
from loa.documents.extraction.extract import extract
from loa.documents.extraction.serial import to_json
from loa.documents.models import Document, Extraction
from loa.documents.ports import Line
from loa.documents.services.import_document import READER_VERSION
from loa.units.models import UnitKind
from loa.units.rights import Role
from loa.units.selectors import actor_for

TOPICS, OFFICES_A_PLAN, HAMLETS_A_PLAN = 10, 15, 10
LASTS = timedelta(days=120)
UNNUMBERED = 4  # every fourth plan came without its number, which somebody must then ask for
HEAD = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐỒNG SƯƠNG Độc lập - Tự do - Hạnh phúc

Số: {number}/KH-UBND Đồng Sương, ngày {start:%d} tháng {start:%m} năm {start:%Y}

KẾ HOẠCH
Tuyên truyền {subject} trên địa bàn xã Đồng Sương

Ủy ban nhân dân xã Đồng Sương ban hành Kế hoạch tuyên truyền {subject}, cụ thể như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao nhận thức của người dân về {subject}.
2. Yêu cầu
Nội dung ngắn gọn, dễ nhớ, đến từng hộ gia đình.
"""
FORMS = """
III. HÌNH THỨC TUYÊN TRUYỀN
1. Tuyên truyền trên hệ thống thông tin cơ sở
- Tuyên truyền trên hệ thống truyền thanh của xã; bảng tin công cộng; tuyên truyền viên cơ sở.
- Thời gian thực hiện: Từ ngày {start:%d/%m/%Y} đến hết ngày {end:%d/%m/%Y}.
2. Tuyên truyền trên cổng thông tin điện tử của xã và mạng xã hội
- Đăng tin bài trên cổng thông tin điện tử, trang mạng xã hội của xã.
- Thời gian thực hiện: Từ ngày {start:%d/%m/%Y} đến hết ngày {end:%d/%m/%Y}.

IV. KINH PHÍ
Từ nguồn ngân sách xã năm {start:%Y}.

V. TỔ CHỨC THỰC HIỆN
"""
FOOT = """
Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT, VHXH.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

{signer}
"""


def make_campaigns(random: Random, town: Town, size: Size) -> list[Campaign]:
    """One campaign a month, each with its document, what was read out of it, and its duties."""
    campaigns = []
    for number in range(size.plans):
        start = START + YEAR * number / size.plans
        text = _plan_text(random, town, number=number, start=start)
        document = _imported(town, text, number=number, at=start)
        officer = actor_for(town.people[Role.CULTURE][0], town.commune)
        campaign = confirm_plan(document=document, actor=officer, at=start)
        _assign_hamlets(campaign, town, text)
        campaigns.append(campaign)
    return campaigns


def _plan_text(random: Random, town: Town, *, number: int, start: datetime) -> str:
    subject = words.SUBJECTS[number % len(words.SUBJECTS)]
    end = start + LASTS
    printed = "" if number % UNNUMBERED == 0 else f"{number + 1:02d}"
    parts = [
        HEAD.format(number=printed, subject=subject, start=start),
        "II. NỘI DUNG TUYÊN TRUYỀN",
        *_topics(random, subject),
        FORMS.format(start=start, end=end),
        *_duties(random, town, subject=subject, start=start),
        FOOT.format(signer=words.person_name(random)),
    ]
    return "\n".join(parts)


def _topics(random: Random, subject: str) -> Iterator[str]:
    for number in range(1, TOPICS):
        yield f"{number}. {words.title(random, subject)}. {words.paragraph(random, subject, sentences=2)}"
    yield f"{TOPICS}. Theo dõi, nắm bắt dư luận xã hội về {subject} trên mạng xã hội."


def _duties(random: Random, town: Town, *, subject: str, start: datetime) -> Iterator[str]:
    offices = random.sample(town.offices, k=OFFICES_A_PLAN)
    units = [*offices, *random.sample(town.hamlets, k=HAMLETS_A_PLAN)]
    for number, unit in enumerate(units, start=1):
        due = start + timedelta(days=random.randint(14, LASTS.days))
        asked = "Đề nghị " if unit.kind == UnitKind.BODY else ""
        yield f"{number}. {asked}{unit.name}"
        yield random.choice(words.DUTIES).format(subject, f"{due:%d/%m/%Y}")


def _assign_hamlets(campaign: Campaign, town: Town, text: str) -> None:
    """What the heads of the khu dân cư have to do: the reader leaves such headings to a person, who settled them."""
    lines = text.split("\n")
    heads = {unit.name: unit for unit in town.hamlets}
    found = [(at, heads[name]) for at, line in enumerate(lines) if (name := line.partition(". ")[2]) in heads]
    rows = Assignment.objects.bulk_create(
        Assignment(
            campaign=campaign,
            unit=unit,
            role=AssignmentRole.SUPPORT,
            clause=f"V.{lines[at].partition('.')[0]}",
            duty=lines[at + 1],
            quote=lines[at + 1],
            line_from=at + 1,
            line_to=at + 2,
        )
        for at, unit in found
    )
    Deadline.objects.bulk_create(Deadline(assignment=row, due_date=_last_day(row.duty)) for row in rows)


def _last_day(duty: str) -> date:
    """The day that a duty of ours ends with, "… trước ngày 05/09/2026."."""
    day, month, year = duty.rsplit(" ", 1)[1].strip(".").split("/")
    return date(int(year), int(month), int(day))


def _imported(town: Town, text: str, *, number: int, at: datetime) -> Document:
    """The rows that importing leaves, without the checks on a file that nobody sent."""
    data = text.encode()
    document = Document.objects.create(
        commune=town.commune,
        sha256=ContentStore(Path(settings.CONTENT_DIR)).put(data),
        file_name=f"ke-hoach-{number + 1:02d}.txt",
        media_type="text/plain",
        size=len(data),
        imported_at=at,
        imported_by=town.people[Role.CULTURE][0],
    )
    lines = tuple(Line(at_line, line) for at_line, line in enumerate(text.split("\n"), start=1))
    Extraction.objects.create(
        document=document,
        data=to_json(extract(lines)),
        text=text,
        reader_version=READER_VERSION,
        extracted_at=at,
    )
    return document
