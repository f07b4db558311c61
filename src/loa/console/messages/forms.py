"""Forms of the messages: the words of a version, a new message, what is asked with one button."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms

from loa.campaigns.models import Campaign
from loa.console.messages.paragraphs import as_paragraphs, as_text
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.editorial import words as limits
from loa.editorial.models import MessageVersion
from loa.editorial.services.add_source import LONGEST_LABEL
from loa.editorial.words import Words, grouped

DAY_FORMATS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")


def _box(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "lang": "vi", "cols": None})


def _line() -> forms.TextInput:
    return forms.TextInput(attrs={"lang": "vi", "autocomplete": "off"})


class WordsForm(forms.Form):
    """What a version says. Limits are the domain's; here they are only told."""

    title = forms.CharField(required=False, widget=_line())
    summary = forms.CharField(required=False, widget=_box(3))
    paragraphs = forms.CharField(required=False, widget=_box(14))
    contact = forms.CharField(required=False, widget=_line())
    useful_until = forms.DateField(
        required=False,
        input_formats=DAY_FORMATS,
        widget=forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint) in _labels().items():
            self.fields[name].label, self.fields[name].help_text = label, hint
        self.fields["useful_until"].error_messages["invalid"] = _("Chưa đọc được ngày. Hãy ghi như 31/12/2025.")

    def words(self) -> Words:
        """What was typed."""
        data = self.cleaned_data
        return Words(
            title=data.get("title", ""),
            summary=data.get("summary", ""),
            paragraphs=as_paragraphs(data.get("paragraphs", "")),
            contact=data.get("contact", ""),
            useful_until=data.get("useful_until"),
        )


def _labels() -> dict[str, tuple[str, str]]:
    """The label and hint of each field of `Words`."""
    letters = _("Tối đa {limit} chữ cái.")
    return {
        "title": (_("Tiêu đề"), letters.format(limit=grouped(limits.LONGEST_TITLE))),
        "summary": (
            _("Tóm tắt"),
            _("Một, hai câu bà con cần biết nhất; có trên áp phích và đầu trang tin. Tối đa {limit} chữ cái.").format(
                limit=grouped(limits.LONGEST_SUMMARY)
            ),
        ),
        "paragraphs": (
            _("Nội dung"),
            _(
                "Để một dòng trống giữa hai đoạn. Dòng bắt đầu bằng “# ” là câu hỏi hoặc đề mục, bằng “- ” là một ý "
                "trong danh sách. Tối đa {count} đoạn, mỗi đoạn {limit} chữ cái."
            ).format(count=limits.MOST_PARAGRAPHS, limit=grouped(limits.LONGEST_PARAGRAPH)),
        ),
        "contact": (
            _("Hỏi ở đâu"),
            _("Nơi bà con hỏi thêm, có số điện thoại thì ghi. Tối đa {limit} chữ cái.").format(
                limit=grouped(limits.LONGEST_CONTACT)
            ),
        ),
        "useful_until": (_("Dùng đến hết ngày"), _("Ví dụ 31/12/2025. Để trống nếu tin không có hạn.")),
    }


class EditForm(WordsForm):
    """A new version; `version` is the one that the writer had before the eyes."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, version: MessageVersion) -> EditForm:
        """The form filled in with what `version` says."""
        return cls(initial=_initial(version) | {"version": version.pk})

    def changes(self) -> Mapping[str, Any]:
        """The values for `revise_message`."""
        words = self.words()
        return {name: getattr(words, name) for name in WordsForm.base_fields}


def _initial(version: MessageVersion) -> dict[str, Any]:
    values = {name: getattr(version, name) for name in WordsForm.base_fields}
    return values | {"paragraphs": as_text(version.paragraphs)}


class CampaignChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Plans by their titles."""

    def label_from_instance(self, campaign: Campaign) -> str:
        return campaign.title


class WriteForm(WordsForm):
    """A message that is not drafted from a clause of the plan; `key` makes a second press the same message."""

    campaign = CampaignChoice(queryset=Campaign.objects.none(), empty_label=None)
    source_label = forms.CharField(widget=_line())
    key = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ("campaign", "title", "summary", "paragraphs", "contact", "useful_until", "source_label", "key")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"key": uuid4()})
        super().__init__(*args, **kwargs)
        campaign, source = self.fields["campaign"], self.fields["source_label"]
        campaign.queryset = Campaign.objects.visible_to(actor).order_by("-created_at", "-pk")  # type: ignore[attr-defined]
        campaign.label, campaign.widget.attrs["lang"] = _("Thuộc kế hoạch"), "vi"
        campaign.error_messages |= dict.fromkeys(
            ("required", "invalid_choice"), _("Hãy chọn một kế hoạch trong danh sách.")
        )
        source.label = _("Căn cứ")
        source.help_text = _("Tên văn bản hoặc cơ quan mà tin này dựa vào. Tối đa {limit} chữ cái.").format(
            limit=grouped(LONGEST_LABEL)
        )
        source.error_messages["required"] = _("Tin chưa có căn cứ. Hãy ghi văn bản hoặc cơ quan mà tin dựa vào.")


class SubmitForm(forms.Form):
    """The version that the writer saw, and a key that makes a second press the same work."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, version: MessageVersion) -> SubmitForm:
        return cls(initial={"version": version.pk, "key": uuid4()})


class SourceForm(forms.Form):
    """One more source of the draft `version`, in words."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    label = forms.CharField(widget=_line())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["auto_id"] = "can-cu-%s"
        super().__init__(*args, **kwargs)
        label = self.fields["label"]
        label.label = _("Thêm căn cứ")
        label.help_text = _("Tên văn bản hoặc cơ quan mà tin này dựa vào.")
        label.error_messages["required"] = _("Chưa có tên căn cứ. Hãy ghi tên văn bản hoặc cơ quan.")
