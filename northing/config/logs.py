"""Where faults and requests are told: lines on standard error, as text or as JSON."""

import logging
from collections.abc import Mapping
from typing import Any

import structlog

_OF_EVERY_LINE: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def logging_by(form: str, *, requests: bool) -> dict[str, Any]:
    """Settings of Python's logging: one line a happening, with the number of its request.

    Faults come with their traceback, never with what a request held: no local values, no body,
    no query. With `requests` every request is told, too.
    """
    structlog.configure(
        processors=[*_OF_EVERY_LINE, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": formatter, "form": form}},
        "handlers": {"standard_error": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["standard_error"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "WARNING"},
            "django.request": {"level": "ERROR"},
            "northing.requests": {"level": "INFO" if requests else "WARNING"},
        },
    }


def formatter(form: str) -> logging.Formatter:
    """What makes a line of a record, of ours and of the libraries'."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_OF_EVERY_LINE,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *(_as_json() if form == "json" else _as_text()),
        ],
    )


def _as_json() -> list[Any]:
    return [
        structlog.processors.format_exc_info,
        structlog.processors.EventRenamer("message"),
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]


def _as_text() -> list[Any]:
    return [structlog.processors.format_exc_info, _text]


def _text(_logger: Any, _method: str, event: Mapping[str, Any]) -> str:
    """`2026-11-28T09:00:00Z error django.request: Internal Server Error [3f9c21ab]`"""
    told = dict(event)
    head = f"{told.pop('timestamp')} {told.pop('level')} {told.pop('logger', '')}:"
    number = told.pop("request", "")
    words, traceback = told.pop("event"), told.pop("exception", "")
    more = [f"{name}={value}" for name, value in told.items()]
    line = " ".join([head, str(words), *more, *([f"[{number}]"] if number else [])])
    return f"{line}\n{traceback}" if traceback else line
