"""Why a question needs no answer."""

from django import forms
from django.http import QueryDict

from jointaction.changes.questions import LONGEST_REASON
from jointaction.web.parts.forms import GovForm

SHOWN_OF_KEY = 12


class SettleForm(GovForm):
    """The reason, and the plan or objective whose page asks the question (none: all plans together)."""

    reason = forms.CharField(
        max_length=LONGEST_REASON,
        label="Needs no answer, because",
        error_messages={"required": "Write in a few words why this needs no answer"},
    )
    plan = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
    objective = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)

    def __init__(self, sent: QueryDict, key: str) -> None:
        super().__init__(sent, auto_id=f"%s-{key[:SHOWN_OF_KEY]}")
        self.key = key

    @property
    def plan_id(self) -> int | None:
        """The plan whose page the form stood on; a number that makes no sense counts as none."""
        self.full_clean()
        plan_id: int | None = self.cleaned_data.get("plan")
        return plan_id

    @property
    def objective_id(self) -> int | None:
        """The objective on whose page the form stood."""
        self.full_clean()
        objective_id: int | None = self.cleaned_data.get("objective")
        return objective_id
