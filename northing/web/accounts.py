"""How django-allauth works here: nobody signs up by themselves; admins invite."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by set-up and invitations only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *arguments: Any, **options: Any) -> None:
        """Nothing: that one has signed in is plain to see."""
