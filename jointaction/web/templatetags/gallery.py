"""Brings the gallery's invented content to its page."""

from django import template

from jointaction.web.parts.gallery import page

register = template.Library()


@register.simple_tag
def gallery() -> page.Gallery:
    """Everything the gallery page shows."""
    return page.gallery()
