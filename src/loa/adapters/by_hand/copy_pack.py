"""The words of a work order, Vietnamese like all papers, and the names of its files, by the form to be brought out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from loa.channels.ports import DispatchOrder, FileRef
from loa.typeset.work_order import WorkFile, WorkOrderSheet

# Names that a person finds again, in letters that every device and memory stick can write.
FILE_NAMES: Mapping[str, str] = {
    "audio": "am-thanh",
    "page": "trang-tin",
    "poster": "ap-phich",
    "social": "bai-mang-xa-hoi",
    "sms": "tin-nhan",
    "spoken-script": "loi-doc",
    "talking-points": "noi-dung-tuyen-truyen-mieng",
}

# What helps the person beside the file that is ordered. A folder with more than that hides the one that counts.
GOES_ALONG: Mapping[str, frozenset[str]] = {
    "talking-points": frozenset({"poster"}),
    "social": frozenset({"poster", "page"}),
}
REFERENCE_LETTERS = 8  # of the order's key: enough to find its dispatch, short enough to be read over the phone


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of the order under the name it gets in the folder."""

    name: str
    ref: FileRef


def packed_files(order: DispatchOrder) -> tuple[Packed, ...]:
    """The ordered file and what helps with it, each under a readable name, numbered from the second of a kind on."""
    seen: Counter[str] = Counter()
    packed = []
    ordered = order.files[0]
    along = GOES_ALONG.get(ordered.form, frozenset())
    for ref in (ordered, *(ref for ref in order.files[1:] if ref.form in along)):
        stem, suffix = FILE_NAMES.get(ref.form, "tep"), Path(ref.path).suffix
        seen[stem + suffix] += 1
        number = seen[stem + suffix]
        packed.append(Packed(name=f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}", ref=ref))
    return tuple(packed)


def _task(form: str) -> str:
    tasks = {
        "poster": "Niêm yết áp phích",
        "social": "Đăng bài trên trang mạng xã hội chính thức của địa phương",
        "sms": "Gửi tin nhắn",
        "talking-points": "Tuyên truyền miệng",
        "audio": "Phát tệp âm thanh",
        "page": "Đăng bài trên trang thông tin điện tử",
    }
    return tasks.get(form, "Đưa tin tới người dân")


def _steps(form: str, first: str) -> tuple[str, ...]:
    first_step = {
        "poster": "In tệp {file} khổ A4, bản rõ nét; dán ở chỗ dễ đọc, không che tin còn hiệu lực.",
        "social": "Mở tệp {file}, sao chép nguyên văn, kèm ảnh trong thư mục này rồi đăng.",
        "sms": "Mở tệp {file}, sao chép nguyên văn rồi gửi.",
        "talking-points": "Đọc kỹ tệp {file}; nói đúng nội dung đã duyệt, ghi lại câu hỏi của người dân.",
        "audio": "Phát trọn tệp {file}, không cắt ghép.",
    }.get(form, "Dùng tệp {file}, giữ nguyên nội dung đã duyệt.")
    return (
        first_step.format(file=first),
        "Chụp ảnh hoặc lưu phiếu ghi làm minh chứng, không chụp rõ mặt người dân.",
        "Nộp minh chứng cho lệnh này trước khi hết hạn; làm muộn vẫn nộp, không làm được thì báo lại.",
    )


def sheet_for(order: DispatchOrder, files: tuple[Packed, ...]) -> WorkOrderSheet:
    """The words of the work order of `order`; by whom is left to be filled in."""
    form = order.files[0].form
    notes = ("tệp chính", "kèm theo")
    return WorkOrderSheet(
        commune=order.facts["commune"],
        province=order.facts["province"],
        issuer=order.facts["unit"],
        task=_task(form),
        message=order.facts["title"],
        place=order.outlet_name,
        start_at=order.not_before,
        end_at=order.expires_at,
        by_whom="",
        code=order.facts["code"],
        address=order.facts["page_url"],
        files=tuple(WorkFile(name=file.name, note=notes[min(at, 1)]) for at, file in enumerate(files)),
        steps=_steps(form, files[0].name),
        reference=order.key[:REFERENCE_LETTERS].upper(),
    )
