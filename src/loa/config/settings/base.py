"""What every installation shares."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url

from loa.config import env
from loa.config.settings.console import *  # noqa: F403
from loa.config.settings.console import CONSOLE_APPS
from loa.core.language import gettext as _

DATA_DIR = env.data_dir()
CONTENT_DIR = DATA_DIR / "store"
PORTAL_DIR = DATA_DIR / "portal"
WORK_ORDER_DIR = DATA_DIR / "work-orders"
REPORT_DIR = DATA_DIR / "reports"
SECRETS_DIR = DATA_DIR / "secrets"
SIMULATED_CLOCK: Any = None

DEBUG = False
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
USE_I18N = True
LOCALE_PATHS = [str(Path(__file__).resolve().parent.parent.parent / "locale")]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "units.User"
ALLOWED_HOSTS: list[str] = []
ROOT_URLCONF = "loa.config.urls"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "loa.core.apps.CoreConfig",
    "loa.keys.apps.KeysConfig",
    "loa.units.apps.UnitsConfig",
    "loa.documents.apps.DocumentsConfig",
    "loa.channels.apps.ChannelsConfig",
    "loa.campaigns.apps.CampaignsConfig",
    "loa.editorial.apps.EditorialConfig",
    "loa.delivery.apps.DeliveryConfig",
    "loa.evidence.apps.EvidenceConfig",
    "loa.reports.apps.ReportsConfig",
    "loa.portal.apps.PortalConfig",
    *CONSOLE_APPS,
]

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "display_name", "folded_name")},
    },
]

# A session ends 12 hours after its last use, or at sign-out.
SESSION_ENGINE = "loa.units.session_store"
SESSION_COOKIE_AGE = 12 * 60 * 60

# Five wrong passwords for one name from one address shut that pair out for 15 minutes; the count is deleted then.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # further tries do not keep a person out for longer
AXES_DISABLE_ACCESS_LOG = True  # the list of sessions says who is signed in; nothing else is kept
AXES_SENSITIVE_PARAMETERS = ["username", "password", "ip_address", "csrfmiddlewaretoken", "next"]  # nor logged
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "delivery", "works"]}}

# FULL: a committed dispatch must survive a power cut, or the same message could go out again under another key.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000;"
    ),
}


def database() -> dict[str, Any]:
    """The database of `LOA_DATABASE_URL`, else the embedded SQLite file of the data folder."""
    url = env.database_url()
    if url:
        try:
            return dict(dj_database_url.parse(url, conn_max_age=60))
        except ValueError as error:
            raise env.WrongEnvironment(
                _("LOA_DATABASE_URL không đọc được. Ví dụ đúng: postgres://loa@127.0.0.1/loa.")
            ) from error
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA_DIR / "loa.sqlite3", "OPTIONS": SQLITE_OPTIONS}


DATABASES = {"default": database()}

# Seconds. A lease outlives the slowest honest try; a receipt is asked for again after the wait.
DELIVERY_LEASE_SECONDS = 120
DELIVERY_RECEIPT_WAIT_SECONDS = 120
DELIVERY_RETRY_SECONDS = (5, 20, 60, 300)
WORK_LEASE_SECONDS = 300  # each step that is noted begins it anew
