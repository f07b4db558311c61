"""The words of a plan of about 7,500 words: what a commune's longest plans are like. The same words at every run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bench.data import words

SEED = 20260901
SUBJECT_COUNT = 12
ISSUER = ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG")
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
NUMBER, PLACE_DATE = "Số: 41/KH-UBND", "Đồng Sương, ngày 05 tháng 01 năm 2026"
TITLE = ("KẾ HOẠCH", "Tuyên truyền các nhiệm vụ trọng tâm năm 2026 trên địa bàn xã Đồng Sương")
OPENING = (
    "Căn cứ Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024 của Chính phủ về hoạt động thông tin cơ sở;",
    "Ủy ban nhân dân xã Đồng Sương ban hành Kế hoạch tuyên truyền năm 2026, cụ thể như sau:",
)
CLOSING = (
    "Trên đây là Kế hoạch tuyên truyền của Ủy ban nhân dân xã Đồng Sương. Yêu cầu các đơn vị nghiêm túc thực hiện, "
    "báo cáo kết quả định kỳ hằng quý về UBND xã (qua Phòng Văn hóa - Xã hội) trước ngày 20 của tháng cuối quý./."
)
RECIPIENTS = ("Nơi nhận:", "- UBND tỉnh Lam Giang (b/c);", "- Các đơn vị tại mục IV;", "- Lưu: VT, VHXH.")
SIGNATURE = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lương Văn Khê")
ANNEX = ("PHỤ LỤC", "Nhiệm vụ cụ thể (Kèm theo Kế hoạch số 41/KH-UBND ngày 05/01/2026)")
COLUMNS = ("STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`level` 0 is a section, 1 a numbered item (its number is counted by the paper), None plain words."""

    text: str
    level: int | None = None


def body() -> Iterator[Paragraph]:
    """The plan from its first section to its closing words."""
    random = Random(SEED)  # noqa: S311 - not a secret: the same words at every run
    yield Paragraph("I. MỤC ĐÍCH, YÊU CẦU", 0)
    for subject in words.SUBJECTS:
        yield Paragraph(f"Nâng cao hiểu biết của người dân về {subject}.", 1)
    yield Paragraph("II. NỘI DUNG TUYÊN TRUYỀN", 0)
    for subject in words.SUBJECTS[:SUBJECT_COUNT]:
        yield from _topic(random, subject)
    yield Paragraph("III. HÌNH THỨC TUYÊN TRUYỀN", 0)
    for where in ("hệ thống truyền thanh của xã", "bảng tin công cộng", "cổng thông tin điện tử của xã"):
        yield Paragraph(f"Tuyên truyền trên {where}", 1)
        yield Paragraph("- Thời gian thực hiện: Từ ngày 10/01/2026 đến hết ngày 31/12/2026.")
    yield Paragraph("IV. TỔ CHỨC THỰC HIỆN", 0)
    for office in (*words.OFFICES, *words.BODIES):
        yield Paragraph(office, 1)
        for _line in range(4):
            yield Paragraph(f"- {_duty(random)}")


def annex() -> list[tuple[str, ...]]:
    """The rows of the task table."""
    random = Random(SEED + 1)  # noqa: S311
    return [
        (str(number), words.title(random, subject), random.choice(words.OFFICES), random.choice(words.BODIES),
         f"Quý {'I' * (1 + number % 3)}/2026", "Tin, bài")
        for number, subject in enumerate(words.SUBJECTS * 2, start=1)
    ]  # fmt: skip


def _topic(random: Random, subject: str) -> Iterator[Paragraph]:
    yield Paragraph(f"{words.title(random, subject)}. {words.paragraph(random, subject, sentences=5)}", 1)
    for _line in range(5):
        yield Paragraph(f"- {words.paragraph(random, subject, sentences=3)}")


def _duty(random: Random) -> str:
    due = f"{random.randint(1, 28):02d}/{random.randint(1, 12):02d}/2026"
    return random.choice(words.DUTIES).format(random.choice(words.SUBJECTS), due)
