"""Reading the editorial desk: drafts and their sources, what an approval binds, lists and comparisons for screens."""

from loa.editorial.selectors.binding import (
    approval_bytes,
    approval_set,
    content_of,
    has_intact_files,
    is_approved,
    page_address,
    rendition_file,
    text_hash,
)
from loa.editorial.selectors.comparing import FieldChange, changes_between
from loa.editorial.selectors.counts import TextCount, sms_counts, social_counts
from loa.editorial.selectors.decisions import decided_words
from loa.editorial.selectors.drafting import PlanSource, plan_sources, topic_facts
from loa.editorial.selectors.lists import (
    messages_of,
    returned_to,
    version_for,
    versions_of,
    waiting_for_approval,
)
from loa.editorial.selectors.marks import MarkedScript, Segment, spoken_script_marks, words_marks

__all__ = [
    "FieldChange",
    "MarkedScript",
    "PlanSource",
    "Segment",
    "TextCount",
    "approval_bytes",
    "approval_set",
    "changes_between",
    "content_of",
    "decided_words",
    "has_intact_files",
    "is_approved",
    "messages_of",
    "page_address",
    "plan_sources",
    "rendition_file",
    "returned_to",
    "sms_counts",
    "social_counts",
    "spoken_script_marks",
    "text_hash",
    "topic_facts",
    "version_for",
    "versions_of",
    "waiting_for_approval",
    "words_marks",
]
