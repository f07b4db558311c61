"""What every installation shares."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url

from loa.config import env
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
]

TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "delivery"]}}

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
