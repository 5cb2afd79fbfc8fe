"""The page of permissions: what each role may do."""

from jointaction.domain.access import ROLE_PERMISSIONS, Permission, Role
from tools.reference.page import Page, page, table


def permissions_page() -> Page:
    """A row a permission, a column a role."""
    heads = ["May", *(role.value for role in Role)]
    rows = [
        [permission.value, *("yes" if permission in ROLE_PERMISSIONS[role] else "" for role in Role)]
        for permission in Permission
    ]
    return page(
        "permissions.md",
        "Who may do what",
        ("jointaction/domain/access.py",),
        "A person has one role in a partnership, and sees nothing of any other partnership. What they may "
        "not see is answered as if it were not there (404); what they see but may not do is refused (403) "
        "or leads to the sign-in page. The public is whoever has not signed in.",
        table(heads, rows),
    )
