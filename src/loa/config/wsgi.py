"""The console as a WSGI application, for the server process."""

from __future__ import annotations

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

# After Django is set up: the wiring reads models.
from loa.config.wiring.channels import bind_waking  # noqa: E402
from loa.config.wiring.long_works import bind_work_waking  # noqa: E402

bind_waking()
bind_work_waking()
