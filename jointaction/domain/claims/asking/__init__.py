"""Questions a careful colleague would ask about updates, one module a family of kinds."""
