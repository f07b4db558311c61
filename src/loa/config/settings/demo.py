"""The demo: one machine, a clock inside the plan's first month, secrets made at first start."""

from __future__ import annotations

from loa.config import env
from loa.config.settings.base import *  # noqa: F403
from loa.config.settings.base import DATA_DIR

SECRET_KEY = env.secret("django_key", folder=DATA_DIR, generate=True)
SIMULATED_CLOCK = env.simulated_clock()
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

DELIVERY_LEASE_SECONDS = 20
DELIVERY_RECEIPT_WAIT_SECONDS = 6
DELIVERY_RETRY_SECONDS = (1, 2, 3, 5, 8)
