"""What the machine's own errors mean to staff: no English, no paths."""

from __future__ import annotations

import errno

from loa.core.language import gettext as _


def reason_of(error: OSError) -> str:
    """Why the machine refused, as a part of a sentence in the language of this process."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return _("hết chỗ trống trên đĩa")
        case errno.EACCES | errno.EPERM:
            return _("không có quyền đọc hoặc ghi")
        case errno.EROFS:
            return _("ổ đĩa chỉ cho đọc")
        case errno.ENOENT | errno.ENOTDIR | errno.EISDIR:
            return _("không thấy tệp hoặc thư mục")
        case errno.EIO:
            return _("ổ đĩa bị lỗi")
        case errno.ENAMETOOLONG:
            return _("tên tệp quá dài")
        case None:
            return _("lỗi hệ thống không rõ")
        case number:
            return _("lỗi hệ thống số {number}").format(number=number)
