"""The ways a file is refused: each is one line that says what is wrong, that nothing was stored, and what to do.

Each takes the file's name and nothing else, so that the reading process can hand a refusal over by its class name.
"""

from __future__ import annotations

from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.documents.reading import limits


class UnreadableDocument(Refusal):
    """The file cannot be read; by itself: reading broke off (a crash, or a limit of time or memory)."""

    def __init__(self, name: str) -> None:
        shown = name.encode("utf-8", "replace").decode()
        text = self.sentence().format(
            name=shown,
            megabytes=limits.MAX_FILE_BYTES // limits.MEGABYTE,
            pages=limits.MAX_PAGES,
            scanned=limits.OCR_PAGES,
        )
        super().__init__(text)

    def sentence(self) -> str:
        return _(
            "Việc đọc tệp “{name}” bị dừng giữa chừng nên chưa lưu gì: tệp hỏng hoặc quá nặng. "
            "Hãy mở tệp bằng Word, lưu lại thành DOCX rồi nhập lại."
        )


class FileMissing(UnreadableDocument):
    def sentence(self) -> str:
        return _("Không thấy tệp “{name}”. Hãy kiểm tra lại tên tệp và đường dẫn.")


class NotAFile(UnreadableDocument):
    def sentence(self) -> str:
        return _("“{name}” là thư mục hoặc thiết bị, không phải tệp. Hãy chỉ đúng một tệp DOCX, PDF hoặc TXT.")


class FileNotAllowed(UnreadableDocument):
    def sentence(self) -> str:
        return _("Không mở được tệp “{name}”. Hãy cấp quyền đọc, hoặc chép tệp sang thư mục khác rồi nhập lại.")


class EmptyFile(UnreadableDocument):
    def sentence(self) -> str:
        return _("Tệp “{name}” rỗng, chưa lưu gì. Hãy xin lại tệp từ văn thư rồi nhập lại.")


class FileTooBig(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Tệp “{name}” lớn hơn {megabytes} MB nên chưa đọc và chưa lưu gì. "
            "Hãy xuất PDF thẳng từ bản Word, hoặc bỏ bớt ảnh, rồi nhập lại."
        )


class FileChanged(UnreadableDocument):
    def sentence(self) -> str:
        return _("Tệp “{name}” bị sửa trong lúc đọc nên chưa lưu gì. Hãy lưu xong, đóng tệp rồi nhập lại.")


class UnknownFileType(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Tệp “{name}” không phải DOCX, PDF hay TXT nên chưa lưu gì. "
            "Hãy mở bằng phần mềm đã tạo ra tệp, lưu lại thành DOCX hoặc PDF rồi nhập lại."
        )


class OldWordFile(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Tệp “{name}” là Word đời cũ (.doc), Loa chưa đọc được và chưa lưu gì. "
            "Hãy mở bằng Word, chọn Lưu thành (Save As) kiểu .docx rồi nhập lại."
        )


class RichTextFile(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Tệp “{name}” là RTF, Loa chưa đọc được và chưa lưu gì. "
            "Hãy mở bằng Word, chọn Lưu thành (Save As) kiểu .docx rồi nhập lại."
        )


class BrokenDocx(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Tệp DOCX “{name}” bị hỏng, chưa lưu gì. "
            "Hãy mở bằng Word để sửa rồi lưu lại, hoặc xin lại tệp từ văn thư, rồi nhập lại."
        )


class SwollenDocx(UnreadableDocument):
    """A zip bomb, or a document that unpacks to far more than a plan ever holds."""

    def sentence(self) -> str:
        return _(
            "Tệp DOCX “{name}” bung ra lớn bất thường nên chưa đọc và chưa lưu gì. "
            "Hãy hỏi lại nơi gửi; nếu là tệp thật, hãy bỏ bớt ảnh rồi nhập lại."
        )


class UnsafeXml(UnreadableDocument):
    """Declarations (DTD, entities) that no word processor writes."""

    def sentence(self) -> str:
        return _(
            "Tệp DOCX “{name}” chứa khai báo lạ có thể gây hại nên chưa đọc và chưa lưu gì. "
            "Hãy hỏi lại nơi gửi, hoặc mở bằng Word và lưu lại thành DOCX rồi nhập lại."
        )


class PasswordProtected(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Tệp “{name}” có mật khẩu nên chưa đọc và chưa lưu gì. "
            "Hãy mở bằng mật khẩu, lưu một bản không mật khẩu rồi nhập lại."
        )


class BrokenPdf(UnreadableDocument):
    def sentence(self) -> str:
        return _("Tệp PDF “{name}” bị hỏng, chưa lưu gì. Hãy xuất lại PDF từ bản Word hoặc xin lại tệp rồi nhập lại.")


class ScanWithoutText(UnreadableDocument):
    """A picture; also where nothing on it could be read as letters."""

    def sentence(self) -> str:
        return _(
            "Tệp “{name}” là ảnh hoặc bản quét, không nhận ra chữ nào nên chưa lưu gì. "
            "Hãy quét lại cho rõ và thẳng, hoặc xin văn thư bản DOCX rồi nhập lại."
        )


class OcrMissing(UnreadableDocument):
    """A picture, on a machine without Tesseract for Vietnamese."""

    def sentence(self) -> str:
        return _(
            "Tệp “{name}” là ảnh hoặc bản quét mà máy này chưa có phần nhận dạng chữ nên chưa lưu gì. "
            "Hãy cài bằng lệnh: sudo apt install tesseract-ocr tesseract-ocr-vie, hoặc xin văn thư bản DOCX."
        )


class BrokenPicture(UnreadableDocument):
    def sentence(self) -> str:
        return _("Tệp ảnh “{name}” bị hỏng hoặc quá lớn nên chưa lưu gì. Hãy chụp hoặc quét lại rồi nhập lại.")


class PhonePicture(UnreadableDocument):
    """HEIC or AVIF: what some phones save."""

    def sentence(self) -> str:
        return _(
            "Tệp “{name}” là ảnh HEIC hoặc AVIF của điện thoại, Loa chưa đọc được và chưa lưu gì. "
            "Hãy lưu hoặc gửi lại ảnh dưới dạng JPEG rồi nhập lại."
        )


class ScanTooLong(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Bản quét “{name}” dài quá {scanned} trang nên chưa nhận dạng và chưa lưu gì. "
            "Hãy tách riêng phần kế hoạch (bỏ phụ lục dài) rồi nhập lại."
        )


class UnknownEncoding(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Tệp “{name}” không dùng bảng mã Unicode (UTF-8) nên chữ Việt sẽ sai; chưa lưu gì. "
            "Hãy mở bằng Notepad hoặc Word, lưu lại với mã hóa UTF-8 rồi nhập lại."
        )


class UnreadableLetters(UnreadableDocument):
    """A PDF whose fonts do not say which letters they draw: read, it gives rubbish."""

    def sentence(self) -> str:
        return _(
            "Tệp PDF “{name}” dùng phông chữ không kèm bảng mã nên không đọc được thành chữ; chưa lưu gì. "
            "Hãy xuất lại PDF từ bản Word, hoặc xin văn thư bản DOCX rồi nhập lại."
        )


class DocumentTooLong(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Tệp “{name}” dài quá {pages} trang nên chưa đọc và chưa lưu gì. "
            "Hãy tách riêng phần kế hoạch (bỏ phụ lục dài) rồi nhập lại."
        )


class NotAPlan(UnreadableDocument):
    def sentence(self) -> str:
        return _(
            "Tệp “{name}” không phải văn bản chỉ đạo: không thấy tên loại văn bản, mục đánh số hay đoạn giao việc "
            "tuyên truyền nào; chưa lưu gì. "
            "Hãy chọn đúng tệp kế hoạch rồi nhập lại."
        )


class ClassifiedDocument(UnreadableDocument):
    """Luật Bảo vệ bí mật nhà nước 29/2018/QH14: such a document stays on equipment set apart for it.

    The line does not name the file: refusals are kept, and nothing of such a document may be.
    """

    def sentence(self) -> str:
        return _(
            "Văn bản này có dấu chỉ độ mật nên Loa không nhận và không giữ lại gì. Văn bản ấy chỉ được soạn, đọc, giữ "
            "trên máy dành riêng cho bí mật nhà nước; hãy báo ngay người phụ trách bảo vệ bí mật của cơ quan."
        )


class MayNotImport(Refusal):
    """The actor has no right to import plans in that commune."""

    def __init__(self) -> None:
        super().__init__(
            _("Anh/chị không có quyền nhập kế hoạch; chưa lưu gì. Hãy nhờ công chức Văn hóa - Xã hội nhập.")
        )


class CannotKeepUpload(Refusal):
    """The machine could not store an uploaded file."""


class UploadGone(Refusal):
    """An uploaded file is no longer there."""

    def __init__(self) -> None:
        super().__init__(
            _("Tệp đã tải lên không còn trên máy nên chưa đọc được; chưa có gì thay đổi. Hãy chọn tệp và tải lên lại.")
        )


class DocumentNotFound(Refusal):
    """Absent, or of another commune: the answer is the same."""

    def __init__(self) -> None:
        super().__init__(_("Không tìm thấy văn bản này. Hãy mở lại từ danh sách văn bản."))


_CLASSES: tuple[type[UnreadableDocument], ...] = (UnreadableDocument, *UnreadableDocument.__subclasses__())
REFUSAL_BY_NAME = {refusal.__name__: refusal for refusal in _CLASSES}


class CannotRead(Exception):
    """Inside the readers, which do not know the file's name: the refusal to give."""

    def __init__(self, refusal: type[UnreadableDocument]) -> None:
        super().__init__(refusal.__name__)
        self.refusal = refusal
