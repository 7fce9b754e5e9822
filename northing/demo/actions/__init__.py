"""Loading the demo organization, and taking it away again."""

from northing.demo.actions.loading import DemoRefused, load
from northing.demo.actions.removing import NotADemo, remove

__all__ = ["DemoRefused", "NotADemo", "load", "remove"]
