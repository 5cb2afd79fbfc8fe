"""Run as a program: what is kept of people who signed in at their organisation, and what the trail says."""

import json

import django

django.setup()

from allauth.socialaccount.models import SocialAccount  # noqa: E402

from jointaction.store.models import AuditEntry  # noqa: E402

if __name__ == "__main__":
    kept = SocialAccount.objects.select_related("user").order_by("uid")
    told = AuditEntry.objects.filter(action="tie own organisation")
    print(
        json.dumps(
            {
                "said of them": {account.uid: account.extra_data for account in kept},
                "with a password": [account.uid for account in kept if account.user.has_usable_password()],
                "told": sorted(set(told.values_list("person", flat=True))),
            }
        )
    )
