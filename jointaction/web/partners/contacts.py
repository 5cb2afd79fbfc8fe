"""The people an agency is written to at."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jointaction.changes.contacts import add_contact, change_contact, remove_contact
from jointaction.queries.contacts import agency_to_change, contacts_page
from jointaction.web.partners.forms import ContactForm
from jointaction.web.parts.refusing import saved
from jointaction.web.parts.viewer import ViewerRequest

GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_OR_POST
def contacts(request: ViewerRequest, agency_id: int) -> HttpResponse:
    """An agency's contacts, and a form for another."""
    page = contacts_page(request.viewer, agency_id)
    form = ContactForm.of(request)
    if request.method == "POST":
        agency_to_change(request.viewer, agency_id)
        if saved(form, lambda: add_contact(request.viewer, agency_id=agency_id, words=form.words())):
            messages.success(request, f"{form.cleaned_data['name']} is listed now.")
            return redirect("contacts", agency_id)
    return render(request, "partners/contacts.html", {"page": page, "form": form}, status=form.http_status)


@GET_OR_POST
def contact(request: ViewerRequest, agency_id: int, contact_id: int) -> HttpResponse:
    """One contact, to change."""
    agency_to_change(request.viewer, agency_id)
    page = contacts_page(request.viewer, agency_id)
    line = page.contact(contact_id)
    form = ContactForm.of(request, line)

    def save() -> None:
        seen = {"agency_id": agency_id, "contact_id": contact_id, "version": form.seen}
        change_contact(request.viewer, words=form.words(), **seen)

    if request.method == "POST" and saved(form, save, line.version, form.initial):
        messages.success(request, "Saved.")
        return redirect("contacts", agency_id)
    shown = {"page": page, "line": line, "form": form}
    return render(request, "partners/contact.html", shown, status=form.http_status)


@require_POST
def remove(request: ViewerRequest, agency_id: int, contact_id: int) -> HttpResponse:
    """Somebody is no longer written to."""
    remove_contact(request.viewer, agency_id=agency_id, contact_id=contact_id)
    messages.success(request, "Removed. No message goes to them any more.")
    return redirect("contacts", agency_id)
