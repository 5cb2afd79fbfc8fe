"""Joint Action: the working system of a community safety partnership."""
