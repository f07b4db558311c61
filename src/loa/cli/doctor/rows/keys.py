"""The commune's key: the private half is there and is the one of the public half."""

from __future__ import annotations

from loa.cli.doctor.finding import Finding, error, note, ok
from loa.core.language import gettext as _
from loa.keys.services.commune_key import KeyLost, sign_with
from loa.keys.signing import is_signed_by
from loa.units.models import Commune

TRIED = b"loa doctor"


def check_keys(commune_code: str | None) -> list[Finding]:
    """Sign a word with the key of each commune, or of the one named, and verify it."""
    communes = Commune.objects.select_related("signing_key").order_by("code")
    chosen = list(communes.filter(code=commune_code) if commune_code else communes)
    if not chosen and commune_code:
        codes = ", ".join(communes.values_list("code", flat=True)[:20])
        return [
            error(
                "keys",
                _("Không có xã, phường, đặc khu nào có mã {code}.").format(code=commune_code),
                mend=_("Chọn một mã đang có: {codes}.").format(codes=codes or "-"),
            )
        ]
    return [_of(commune) for commune in chosen] or [
        note("keys", _("Chưa có xã, phường, đặc khu nào nên chưa có khóa."))
    ]


def _of(commune: Commune) -> Finding:
    mend = _("Khôi phục thư mục secrets từ bản sao lưu; không lập khóa mới khi chưa tìm hết các bản sao.")
    key = commune.signing_key
    try:
        signature = sign_with(key, TRIED)
    except KeyLost:
        return error("keys", _("Mất khóa ký của {name} ({key}).").format(name=commune.name, key=key.key_id), mend=mend)
    except (ValueError, TypeError):  # bytes that are no key
        signature = ""
    if not is_signed_by(TRIED, signature=signature, public_key=key.public_key):
        return error(
            "keys", _("Khóa ký của {name} ({key}) bị hỏng.").format(name=commune.name, key=key.key_id), mend=mend
        )
    return ok("keys", _("Khóa ký của {name} dùng được.").format(name=commune.name))
