"""Forms of the account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm

from loa.console.frame.standing import standing_of
from loa.core.language import gettext as _
from loa.units.models import User

LONGEST = 200  # letters of a password: hashing more is work for nothing


class SignInForm(AuthenticationForm):
    """Name and password; the error says nothing about which of the two was wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        self.fields["username"].error_messages["required"] = _("Chưa có tên đăng nhập.")
        self.fields["password"].label = _("Mật khẩu")
        self.fields["password"].error_messages["required"] = _("Chưa có mật khẩu.")
        wrong = _("Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại.")
        self.error_messages = {"invalid_login": wrong, "inactive": wrong}

    def confirm_login_allowed(self, user: User) -> None:
        """Also tell who has no role anywhere, before any page would refuse it."""
        super().confirm_login_allowed(user)
        if standing_of(user, wanted=None) is None:
            raise forms.ValidationError(
                _(
                    "Tài khoản đúng, nhưng chưa giữ vai trò nào ở xã, phường, đặc khu nên chưa vào được. "
                    "Hãy nhờ người phụ trách hệ thống của cơ quan giao vai trò."
                )
            )


class LanguageForm(forms.Form):
    """Which language a page speaks."""

    language = forms.ChoiceField(choices=[("vi", "Tiếng Việt"), ("en", "English")])


class CommuneForm(forms.Form):
    """For which of the person's communes the pages are."""

    commune = forms.IntegerField()


class PasswordForm(forms.Form):
    """The present password, and the new one twice."""

    old = forms.CharField(strip=False, max_length=LONGEST)
    new = forms.CharField(strip=False, max_length=LONGEST)
    again = forms.CharField(strip=False, max_length=LONGEST)

    def __init__(self, *args: Any, is_first: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "old": _("Mật khẩu vừa dùng để đăng nhập") if is_first else _("Mật khẩu cũ"),
            "new": _("Mật khẩu mới"),
            "again": _("Mật khẩu mới, nhập lại lần nữa"),
        }
        for name, label in labels.items():
            field = self.fields[name]
            field.label = label
            field.error_messages = {
                "required": _("Ô này còn để trống. Mật khẩu chưa đổi."),
                "max_length": _("Mật khẩu dài quá {longest} ký tự. Mật khẩu chưa đổi.").format(longest=LONGEST),
            }
            complete = "current-password" if name == "old" else "new-password"
            field.widget = forms.PasswordInput(attrs={"autocomplete": complete})
        self.fields["new"].help_text = _(
            "Ít nhất 10 ký tự, không chỉ gồm chữ số, không giống họ tên hay tên đăng nhập, không phải mật khẩu nhiều "
            "người dùng. Một câu ngắn dễ nhớ là tốt nhất."
        )

    def clean(self) -> dict[str, Any]:
        """Both new ones must be the same."""
        words = super().clean() or {}
        if "new" in words and "again" in words and words["new"] != words["again"]:
            self.add_error("again", _("Hai lần nhập mật khẩu mới chưa giống nhau. Mật khẩu chưa đổi. Hãy nhập lại."))
        return words
