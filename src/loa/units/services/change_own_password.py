"""Changing one's own password."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked
from loa.core.services import audit
from loa.units.models import User
from loa.units.refusals import WeakPassword, WrongPassword
from loa.units.services.end_all_sessions import end_all_sessions

# By the code of Django's validator (settings.AUTH_PASSWORD_VALIDATORS); its own words speak another tone.
WEAKNESSES = {
    "password_too_short": marked("Mật khẩu mới cần ít nhất {min_length} ký tự."),
    "password_entirely_numeric": marked("Mật khẩu mới không được chỉ gồm chữ số."),
    "password_too_common": marked("Mật khẩu mới quá dễ đoán, nhiều người đang dùng."),
    "password_too_similar": marked("Mật khẩu mới quá giống họ tên hoặc tên đăng nhập."),
}


@transaction.atomic
def change_own_password(*, old: str, new: str, actor: Actor, at: datetime, session_key: str | None = None) -> User:
    """Give the actor's own account the password `new` and end its other sessions.

    :param session_key: the session that stays; the view then renews it with `update_session_auth_hash`.
    :raises WrongPassword: `old` is not the present one.
    :raises WeakPassword: `new` is the old one, or too easy to guess; the line says every reason.
    """
    user = User.objects.select_for_update().get(pk=actor.person_id)
    if not user.check_password(old):
        raise WrongPassword(_("Mật khẩu cũ chưa đúng. Mật khẩu chưa đổi. Hãy nhập lại mật khẩu đang dùng."))
    if new == old:
        raise WeakPassword(_("Mật khẩu mới trùng mật khẩu cũ. Mật khẩu chưa đổi. Hãy chọn mật khẩu khác."))
    _refuse_weak(new, user=user)
    user.set_password(new)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    audit.record("units.person.password-changed", target=user, by=actor, at=at)
    end_all_sessions(user=user, actor=actor, at=at, except_key=session_key)
    return user


def _refuse_weak(password: str, *, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        reasons = " ".join(_reason(one) for one in error.error_list)
        raise WeakPassword(_("{reasons} Mật khẩu chưa đổi. Hãy chọn mật khẩu khác.").format(reasons=reasons)) from None


def _reason(error: ValidationError) -> str:
    words = WEAKNESSES.get(error.code or "")
    if words is None:
        return _("Mật khẩu mới chưa đủ an toàn.")
    return gettext(words).format(**(error.params or {}))
