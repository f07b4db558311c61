"""The tests: no file outside the test's own folders, fast password hashes, time passed in."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path

from loa.config import env
from loa.config.settings.base import *  # noqa: F403
from loa.config.settings.base import SQLITE_OPTIONS

SECRET_KEY = secrets.token_urlsafe(16)
SIMULATED_CLOCK = env.simulated_clock()
DATA_DIR = Path(tempfile.gettempdir()) / "loa-tests"
CONTENT_DIR = DATA_DIR / "store"
PORTAL_DIR = DATA_DIR / "portal"
WORK_ORDER_DIR = DATA_DIR / "work-orders"
REPORT_DIR = DATA_DIR / "reports"
SECRETS_DIR = DATA_DIR / "secrets"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if not env.database_url():
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "OPTIONS": SQLITE_OPTIONS}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["default", "delivery", "works"]}}

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
