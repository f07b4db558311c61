"""The commune's key pair: made once at set-up, kept in the data folder, used by name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings

from loa.core.content import write_durably
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.keys import signing
from loa.keys.models import KeyHolder, SigningKey


class KeyLost(Refusal):
    """The private half is not where it should be."""


def _seed_path(key_id: str) -> Path:
    return Path(settings.SECRETS_DIR) / f"signing-{key_id}.seed"


def create_commune_key(*, at: datetime) -> SigningKey:
    """Make a key pair; the private half goes to `secrets/` (0600) before the row exists."""
    seed = signing.new_seed()
    public_key = signing.public_key_of(seed)
    key_id = signing.key_id_of(public_key)
    write_durably(_seed_path(key_id), seed, mode=0o600)
    return SigningKey.objects.create(key_id=key_id, holder=KeyHolder.COMMUNE, public_key=public_key, created_at=at)


def register_player_key(*, public_key: str, at: datetime) -> SigningKey:
    """Note the public half of a player's own key; asking again for the same key changes nothing."""
    row, _made = SigningKey.objects.get_or_create(
        key_id=signing.key_id_of(public_key),
        defaults={"holder": KeyHolder.PLAYER, "public_key": public_key, "created_at": at},
    )
    return row


def sign_with(key: SigningKey, data: bytes) -> str:
    """Sign `data` with the private half of `key`, 128 hex digits.

    :raises KeyLost: the private half is missing; restore the data folder's `secrets/` from the backup.
    """
    path = _seed_path(key.key_id)
    if not path.is_file():
        raise KeyLost(
            _("Không tìm thấy khóa ký của cơ quan ({key}). Hãy khôi phục thư mục secrets từ bản sao lưu.").format(
                key=key.key_id
            )
        )
    return signing.sign(data, seed=path.read_bytes())
