"""The coach's tables: what people answered and what was found in their words."""

from northing.coach.models.choosing import MethodAnswers

__all__ = ["MethodAnswers"]
