"""A router a word; several modules may answer one address, which ninja wants in one router."""

from ninja import Router

plans = Router(tags=["plans"])
papers = Router(tags=["papers"])
imports = Router(tags=["imports"])
partners = Router(tags=["partners"])
history = Router(tags=["history"])
search = Router(tags=["search"])
returns = Router(tags=["returns"])

EVERY_ROUTER = (plans, papers, imports, partners, history, search, returns)
