"""The coach's tables: what people answered and what was found in their words."""

from northing.coach.models.assessments import CoachAnswer, Deliberate, KeptAssessment
from northing.coach.models.choosing import MethodAnswers

__all__ = ["CoachAnswer", "Deliberate", "KeptAssessment", "MethodAnswers"]
