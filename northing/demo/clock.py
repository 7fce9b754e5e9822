"""The hour at which something of the demo happened. Nothing happens later than now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from northing.demo.strategy import TIME_ZONE

_ZONE = ZoneInfo(TIME_ZONE)
_TEN = time(10)


@dataclass(frozen=True, slots=True)
class Clock:
    """Turns days of Kestrel Bikes into moments, none of them after `now` when that is today."""

    today: date
    now: datetime

    def at(self, day: date, hour: time = _TEN) -> datetime:
        """The moment at an hour of a day."""
        moment = datetime.combine(day, hour, _ZONE).astimezone(UTC)
        is_now = self.now.astimezone(_ZONE).date() == self.today
        return min(moment, self.now) if is_now else moment

    def before(self, start: date) -> datetime:
        """The morning of the Thursday before a cycle that starts on a Monday."""
        return self.at(start - timedelta(days=4))
