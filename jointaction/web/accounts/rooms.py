"""What stands behind the person's name: their account, and what they may set up."""

from django.urls import reverse

from jointaction.domain.access import Permission, Viewer
from jointaction.queries.confirmations import may_confirm
from jointaction.web.parts.components import Task

_SETTINGS = (
    (Permission.MANAGE_PEOPLE, "People", "Invite, change, and see who left", "people"),
    (Permission.SEE_PARTNERS, "Agencies, groups and areas", "As the plans name them", "partners"),
    (Permission.SEE_PLANS, "Calendar", "Rounds of updates, meetings and bank holidays", "calendar"),
    (Permission.RUN_ROUNDS, "Outgoing mail", "Messages about returns, and whom to chase", "outbox"),
    (Permission.SEE_HISTORY, "History", "Who changed what, when", "history"),
)


def account_tasks(viewer: Viewer, *, has_own: bool, has_password: bool) -> tuple[Task, ...]:
    """The doors on the account's page that are open to this person."""
    tasks: list[Task] = []
    if has_password:
        tasks.append(Task("Password", reverse("account_change_password"), "Change it"))
    if has_own:
        hint = "An app, a passkey or a security key, and codes for when they are lost"
        tasks.append(Task("Second factor", reverse("mfa_index"), hint))
    tasks.append(Task("Where you are signed in", reverse("usersessions_list"), "See and end it"))
    if may_confirm(viewer):
        hint = f"Say who of {viewer.agency} still works with the partnership"
        tasks.append(Task("Your agency's people", reverse("confirm_people"), hint))
    if viewer.may(Permission.SEE_PLANS):
        tasks.append(Task("Access for programs", reverse("tokens"), "Make a token for a program, or end one"))
    tasks += [Task(title, reverse(page), hint) for right, title, hint, page in _SETTINGS if viewer.may(right)]
    return tuple(tasks)
