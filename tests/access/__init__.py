"""Who may open and do what, what must never be seen, and what nobody may break by typing."""
