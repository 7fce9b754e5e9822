"""The day on which the demo is looked at: a Wednesday."""

from datetime import date

TODAY = date(2026, 11, 25)
