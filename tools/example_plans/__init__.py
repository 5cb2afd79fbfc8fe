"""The demonstration's invented action plans and the writers of their documents."""
