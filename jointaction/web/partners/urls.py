from django.urls import path

from jointaction.web.partners import contacts, views

urlpatterns = [
    path("", views.partners, name="partners"),
    path("<int:agency_id>/contacts/", contacts.contacts, name="contacts"),
    path("<int:agency_id>/contacts/<int:contact_id>/", contacts.contact, name="contact"),
    path("<int:agency_id>/contacts/<int:contact_id>/remove/", contacts.remove, name="remove_contact"),
]
