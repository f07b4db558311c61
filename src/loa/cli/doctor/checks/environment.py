"""What the environment asks for: the settings, the secret, the hosts, the clock."""

from __future__ import annotations

from urllib.parse import urlsplit

from loa.cli.doctor.finding import Finding, Place, error, note, ok, warning
from loa.config import env
from loa.core.language import gettext as _

SHORTEST_KEY = 50  # letters; Django's own measure of a key that nobody guesses
POSTGRES = ("postgres", "postgresql")


def check_environment(place: Place) -> list[Finding]:
    """The settings that are chosen, and what is missing for them. No value of a secret is ever shown."""
    if env.chosen_settings() == "production":
        return [*_production(place), *_database()]
    return [ok("environment", _("Thiết lập của bản chạy thử.")), *_clock(), *_hosts(), *_database()]


def _production(place: Place) -> list[Finding]:
    findings = [_key(place)]
    if env.allowed_hosts():
        findings.append(ok("environment", _("Tên máy được phép truy cập đã khai báo.")))
    else:
        findings.append(
            error(
                "environment",
                _("Thiết lập chính thức thiếu LOA_HOSTS nên không ai mở được trang nào."),
                mend=_("Đặt LOA_HOSTS bằng các tên máy, cách nhau bằng dấu phẩy, ví dụ LOA_HOSTS=loa.xa.example."),
            )
        )
    if env.simulated_clock_text():
        findings.append(
            error(
                "environment",
                _("LOA_NOW đang đặt giờ mô phỏng; thiết lập chính thức không chạy với giờ mô phỏng."),
                mend=_("Bỏ biến LOA_NOW rồi chạy lại."),
            )
        )
    return findings


def _key(place: Place) -> Finding:
    try:
        key = env.secret("django_key", folder=place.data, generate=False)
    except env.WrongEnvironment:
        return error(
            "environment",
            _("Thiết lập chính thức thiếu khóa bí mật."),
            mend=_("Đặt LOA_DJANGO_KEY bằng một chuỗi ngẫu nhiên từ 50 ký tự trở lên, giữ kín và chép cất riêng."),
        )
    if len(key) < SHORTEST_KEY:
        return warning(
            "environment",
            _("Khóa bí mật ngắn hơn 50 ký tự."),
            mend=_("Đổi LOA_DJANGO_KEY thành một chuỗi ngẫu nhiên từ 50 ký tự trở lên; mọi người đăng nhập lại."),
        )
    return ok("environment", _("Thiết lập chính thức, có khóa bí mật."))


def _clock() -> list[Finding]:
    if not env.simulated_clock_text():
        return []
    env.simulated_clock()  # a text that nobody can read is refused here, with its mend
    return [note("environment", _("LOA_NOW đang đặt giờ mô phỏng: mọi giờ là giờ mô phỏng."))]


def _hosts() -> list[Finding]:
    if not env.allowed_hosts():
        return []
    return [
        note(
            "environment",
            _("LOA_HOSTS đã đặt nhưng bản chạy thử không dùng đến."),
            mend=_("Với máy chạy chính thức, đặt thêm DJANGO_SETTINGS_MODULE=loa.config.settings.production."),
        )
    ]


def _database() -> list[Finding]:
    url = env.database_url()
    if url is None:
        return []
    if urlsplit(url).scheme in POSTGRES:
        return [note("environment", _("Dùng máy chủ PostgreSQL ghi trong LOA_DATABASE_URL."))]
    return [note("environment", _("Dùng cơ sở dữ liệu ghi trong LOA_DATABASE_URL."))]
