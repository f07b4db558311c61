"""What was changed or left out on the way in: codes, and what they say to a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loa.core.language import gettext
from loa.core.language import gettext_noop as marked

SCANNED_PAGES = "scanned-pages-missing"  # followed by the numbers of the pages: `scanned-pages-missing:2,5`
WORDS = {
    "tcvn3": marked("Văn bản dùng phông chữ cũ TCVN3 (ABC); Loa đã chuyển sang Unicode. Hãy đối chiếu tên riêng."),
    "vni": marked("Văn bản dùng phông chữ cũ VNI; Loa đã chuyển sang Unicode. Hãy đối chiếu tên riêng."),
    "viqr": marked("Văn bản gõ không dấu theo kiểu VIQR; Loa đã chuyển sang Unicode. Hãy đối chiếu tên riêng."),
    "windows-1258": marked("Văn bản dùng bảng mã Windows-1258; Loa đã chuyển sang Unicode. Hãy đối chiếu tên riêng."),
    "utf-8-twice": marked("Chữ trong tệp bị một phần mềm khác lưu sai mã; Loa đã sửa lại. Hãy đối chiếu tên riêng."),
    "nfd": marked("Chữ trong tệp lưu rời dấu (Unicode tổ hợp); Loa đã ghép lại, nội dung không đổi."),
    "markup": marked("Tệp còn dấu trình bày thừa (dấu sao, gạch đứng); Loa đã bỏ qua các dấu này."),
    "html": marked("Tệp là trang web; Loa chỉ lấy phần chữ nhìn thấy."),
    "ocr": marked("Văn bản được nhận dạng từ ảnh; có thể sai chữ. Hãy đối chiếu với bản gốc, nhất là số và tên riêng."),
    "ocr-mended": marked("Một số lỗi nhận dạng rõ ràng (số mục, ngày tháng, gạch đầu dòng) đã được sửa."),
    SCANNED_PAGES: marked(
        "Trang {pages} là ảnh nên Loa chưa đọc; hãy xem các trang này trong bản gốc. Nếu máy chưa có phần nhận dạng "
        "chữ, hãy cài bằng lệnh: sudo apt install tesseract-ocr tesseract-ocr-vie, rồi nhập lại."
    ),
    "tracked-changes": marked("Văn bản còn dấu vết chỉnh sửa; Loa đọc theo bản đã chấp nhận mọi chỉnh sửa."),
    "comments": marked("Văn bản có ghi chú bên lề; Loa không đọc các ghi chú đó."),
    "footnotes": marked("Văn bản có chú thích cuối trang; Loa để riêng ở cuối văn bản."),
}


def sentences(codes: Iterable[str]) -> list[str]:
    """One sentence for a person for each code, in the reader's language; an unknown code has none."""
    parted = [code.partition(":") for code in codes]
    return [
        gettext(WORDS[code]).format(pages=pages.replace(",", ", ")) for code, _colon, pages in parted if code in WORDS
    ]


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Each code once, in the order of `WORDS`; an unknown one is left out."""
    met = {code.partition(":")[0]: code for code in codes}
    return tuple(met[code] for code in WORDS if code in met)


def scanned_pages_missing(numbers: Sequence[int]) -> tuple[str, ...]:
    """The code that these pages (from 1) are pictures whose letters were not read; none where there are none."""
    return (f"{SCANNED_PAGES}:{','.join(map(str, numbers))}",) if numbers else ()


def missing_pages(codes: Iterable[str]) -> list[int]:
    """The pages (from 1) that `scanned_pages_missing` named."""
    parted = (code.partition(":") for code in codes)
    return [
        int(page)
        for code, _colon, pages in parted
        if code == SCANNED_PAGES
        for page in pages.split(",")
        if page.isdecimal()
    ]
