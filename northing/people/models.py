"""Organizations, teams, persons and the accounts they sign in with."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from northing.people.rules import Role, initials_of
from northing.storage.keys import new_key


class Accounts(BaseUserManager["Account"]):
    """Accounts are found by e-mail, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(email=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """What somebody signs in with. Rights belong to the person in an organization, not to it."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    email = models.EmailField(max_length=254, unique=True, help_text="In lower case")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Accounts] = Accounts()

    def __str__(self) -> str:
        return self.email


class Organization(models.Model):
    """A tenant: its name in addresses, its time zone and the bands of its pace."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=60, unique=True)
    key = models.CharField(max_length=4, help_text="Begins the short ids of goals without a team")
    time_zone = models.CharField(max_length=60, default="UTC")
    language = models.CharField(max_length=10, default="en")
    early_percent = models.PositiveSmallIntegerField(default=15)
    behind_percent = models.PositiveSmallIntegerField(default=0)
    far_behind_percent = models.PositiveSmallIntegerField(default=25)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.name


class PersonQuerySet(models.QuerySet["Person"]):
    def present(self) -> PersonQuerySet:
        return self.filter(left_on=None)


class Person(models.Model):
    """A member of an organization."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="people")
    account = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="persons")
    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, blank=True)
    handle = models.SlugField(max_length=60)
    key = models.CharField(max_length=6, help_text="Begins the short ids of SMART goals")
    role = models.CharField(
        max_length=10, choices=[(role.value, role.value) for role in Role], default=Role.MEMBER
    )
    title = models.CharField(max_length=200, blank=True)
    manager = models.ForeignKey("self", models.SET_NULL, null=True, related_name="reports")
    left_on = models.DateField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[Any] = PersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "handle", name="person_handle_once"),
            models.UniqueConstraint("organization", "key", name="person_key_once"),
            models.UniqueConstraint(
                "organization", "account", name="one_person_an_account_an_organization"
            ),
            models.UniqueConstraint(
                "organization", Lower("email"), condition=~Q(email=""), name="person_email_once"
            ),
        ]
        indexes = [models.Index("organization", "name", name="person_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        return initials_of(self.name)

    @property
    def has_left(self) -> bool:
        return self.left_on is not None


class Team(models.Model):
    """A unit in the organization's tree of teams."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="teams")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="subteams")
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=60)
    key = models.CharField(max_length=4, help_text="Begins the short ids of the team's goals")
    lead = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="leads")
    purpose = models.CharField(max_length=400, blank=True)
    position = models.PositiveIntegerField(default=0)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "slug", name="team_slug_once"),
            models.UniqueConstraint("organization", "key", name="team_key_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's place in a team."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    team = models.ForeignKey(Team, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "team", "person", name="membership_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.team_id}"


class ShortId(models.Model):
    """The last number given to a prefix of short ids, so that no id is ever given twice."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    prefix = models.CharField(max_length=20)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "prefix", name="short_id_prefix_once")
        ]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.last}"
