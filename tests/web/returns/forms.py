"""A return's form as a browser without JavaScript sends it."""

import re


def sent(page, **typed):
    """A page's form as a browser without JavaScript sends it, with what was typed in its first box."""
    html = page.content.decode()
    key = re.search(r'data-box="([\d-]+)"', html)[1]
    names = dict(re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', html))
    names.pop("csrfmiddlewaretoken", None)
    words = dict.fromkeys(re.findall(r'<textarea[^>]*name="([\w-]+)"', html), "")
    return words | names | {f"{name}-{key}": value for name, value in typed.items()}
