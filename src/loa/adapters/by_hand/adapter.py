"""Hand an order to a person: write the folder that the person carries it out from."""

from __future__ import annotations

from pathlib import Path

from loa.adapters.by_hand.copy_pack import Packed, packed_files, sheet_for
from loa.channels.ports import Accepted, DeliveryDelayed, DeliveryRefused, DispatchOrder
from loa.core.canonical import sha256_hex
from loa.core.content import write_durably
from loa.core.language import gettext as _
from loa.core.system_errors import reason_of
from loa.typeset.text import UnprintableText
from loa.typeset.work_order import work_order_pdf

WORK_ORDER_NAME = "phieu-giao-viec.pdf"


class Adapter:
    """Implements `channels.ports.ChannelPort`; the proof comes later, from the person.

    :param folder: gets one folder per order, named by the order's key.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, order: DispatchOrder) -> Accepted:
        """Write the work order and its files; the same order again finds them there and writes only what is missing.

        :raises DeliveryDelayed: a file cannot be read or written now (a full disk).
        :raises DeliveryRefused: the order has no file, or words that cannot be printed.
        """
        if not order.files:
            raise DeliveryRefused(_("Lệnh không kèm tệp nào."))
        target = self._folder / order.key
        files = packed_files(order)
        try:
            for file in files:
                _copy(file, target)
            self._write_sheet(order, files, path=target / WORK_ORDER_NAME)
        except OSError as error:
            raise DeliveryDelayed(_("Chưa ghi được phiếu giao việc: {why}.").format(why=reason_of(error))) from error
        return Accepted(reference=str(target))

    @staticmethod
    def _write_sheet(order: DispatchOrder, files: tuple[Packed, ...], *, path: Path) -> None:
        """The sheet is written last: where it is, the folder is whole."""
        if path.exists():
            return
        try:
            write_durably(path, work_order_pdf(sheet_for(order, files)))
        except UnprintableText as error:
            raise DeliveryRefused(str(error)) from error


def _copy(file: Packed, target: Path) -> None:
    path = target / file.name
    if path.exists() and sha256_hex(path.read_bytes()) == file.ref.sha256:
        return
    data = Path(file.ref.path).read_bytes()
    if sha256_hex(data) != file.ref.sha256:
        raise DeliveryDelayed(_("Tệp {name} không còn đúng như bản đã duyệt.").format(name=file.name))
    write_durably(path, data)
