"""A real installation: real time only, hosts named, secrets from the environment or the data folder."""

from __future__ import annotations

from loa.config import env
from loa.config.settings.base import *  # noqa: F403
from loa.config.settings.base import DATA_DIR

env.refuse_simulated_clock()
SECRET_KEY = env.secret("django_key", folder=DATA_DIR, generate=False)
ALLOWED_HOSTS = env.allowed_hosts()
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
