"""A message: one substance, in immutable versions, each with its sources."""

from __future__ import annotations

from django.db import models

from loa.campaigns.models import Campaign, Topic
from loa.core.language import gettext_noop as marked
from loa.documents.models import Document
from loa.units.models import Commune, User
from loa.units.scoping import ScopedQuerySet


class Message(models.Model):
    """What is to be told, on one topic of one campaign. `key` is the writer's handle for it."""

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="messages")
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="messages")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="messages", null=True, blank=True)
    key = models.CharField(max_length=80)
    created_at = models.DateTimeField()

    objects = ScopedQuerySet["Message"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("campaign", "key"), name="message_key_once_per_campaign")]

    def __str__(self) -> str:
        return self.key


class VersionState(models.TextChoices):
    DRAFT = "draft", marked("Đang soạn")
    SUBMITTED = "submitted", marked("Chờ duyệt")
    RETURNED = "returned", marked("Trả lại")
    APPROVED = "approved", marked("Đã duyệt")
    VOID = "void", marked("Hết hiệu lực")


class VersionQuerySet(ScopedQuerySet["MessageVersion"]):
    commune_path = "message__commune"


class MessageVersion(models.Model):
    """One state of the words. A change is a new version; `code` (4-8 letters and digits) is allotted with it.

    `paragraphs` is a list of strings; `useful_until` is the last day it is worth telling.
    """

    message = models.ForeignKey(Message, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=8, unique=True)
    title = models.CharField(max_length=300)
    summary = models.TextField()
    paragraphs = models.JSONField()
    contact = models.TextField(blank=True)
    useful_until = models.DateField(null=True, blank=True)
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=VersionState.choices, default=VersionState.DRAFT)

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("message", "number"), name="version_number_once_per_message")]
        indexes = [models.Index(fields=("state", "message"))]  # rows are wide: counting what waits must not read them

    def __str__(self) -> str:
        return f"{self.title} (bản {self.number})"


class Source(models.Model):
    """Where a version's facts come from: lines of an imported document, or a cited document by its symbol."""

    version = models.ForeignKey(MessageVersion, models.PROTECT, related_name="sources")
    label = models.TextField()
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    clause = models.CharField(max_length=40, blank=True)
    quote = models.TextField(blank=True)
    line_from = models.PositiveIntegerField(null=True, blank=True)
    line_to = models.PositiveIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return self.label
