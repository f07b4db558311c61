"""All addresses of the console, area by area."""

from __future__ import annotations

from itertools import chain

from django.urls import URLPattern

from loa.console.account.urls import urlpatterns as account
from loa.console.approvals.urls import urlpatterns as approvals
from loa.console.assignments.urls import urlpatterns as assignments
from loa.console.messages.urls import urlpatterns as messages
from loa.console.office.urls import urlpatterns as office
from loa.console.plans.urls import urlpatterns as plans
from loa.console.reports.urls import urlpatterns as reports
from loa.console.sending.urls import urlpatterns as sending
from loa.console.today.urls import urlpatterns as today

urlpatterns: list[URLPattern] = list(
    chain(today, plans, assignments, messages, approvals, sending, reports, office, account)
)
