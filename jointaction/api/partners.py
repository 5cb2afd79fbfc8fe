"""Whoever asks, and who is in the partnership."""

from dataclasses import dataclass
from datetime import datetime

from ninja import Query

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.paging import PageAsked, Paged, paged
from jointaction.api.problems import EVERYWHERE, ProblemDetails
from jointaction.domain.access import Permission, Role
from jointaction.domain.tokens import Scope
from jointaction.queries.partners import PartnerLine, PersonLine, partners_page


@dataclass(frozen=True, slots=True)
class Asking:
    """The person a token acts for, in which partnership, and what it may do."""

    person: str
    partnership: str
    role: Role
    scopes: tuple[Scope, ...]
    permissions: tuple[Permission, ...]
    expires_at: datetime


@routers.partners.get("/me", response={200: Asking, EVERYWHERE: ProblemDetails})
def me(request: ApiRequest) -> Asking:
    """Whom the token acts for and what it opens."""
    program, viewer = request.auth, request.auth.viewer
    permissions = tuple(sorted(viewer.permissions))
    return Asking(
        viewer.name, viewer.partnership, viewer.role, program.scopes, permissions, program.expires_at
    )


@routers.partners.get("/agencies", response={200: Paged[PartnerLine], EVERYWHERE: ProblemDetails})
def agencies(request: ApiRequest, asked: Query[PageAsked]) -> Paged[PartnerLine]:
    """The agencies, with every way they are written."""
    return paged(partners_page(request.auth.viewer).agencies, asked)


@routers.partners.get("/groups", response={200: Paged[PartnerLine], EVERYWHERE: ProblemDetails})
def groups(request: ApiRequest, asked: Query[PageAsked]) -> Paged[PartnerLine]:
    """The groups."""
    return paged(partners_page(request.auth.viewer).groups, asked)


@routers.partners.get("/areas", response={200: Paged[PartnerLine], EVERYWHERE: ProblemDetails})
def areas(request: ApiRequest, asked: Query[PageAsked]) -> Paged[PartnerLine]:
    """The areas by which plans report."""
    return paged(partners_page(request.auth.viewer).areas, asked)


@routers.partners.get("/people", response={200: Paged[PersonLine], EVERYWHERE: ProblemDetails})
def people(request: ApiRequest, asked: Query[PageAsked]) -> Paged[PersonLine]:
    """The people and their roles."""
    return paged(partners_page(request.auth.viewer).people, asked)
