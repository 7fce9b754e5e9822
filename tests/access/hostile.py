"""What people and programs send that nobody meant: texts, numbers, days, keys, words."""

from collections.abc import Mapping

MUCH = 100_000

TEXTS: Mapping[str, str | bytes] = {
    "empty": "",
    "blank": " \u00a0\u200b\u3000\u2800",
    "huge": "x" * MUCH,
    "huge lines": "a\n" * (MUCH // 2),
    "huge commas": "a," * (MUCH // 2),
    "null": "a\x00b",
    "half a pair": b"a\xed\xa0\x80b",
    "not UTF-8": b"\xff\xfe\xc3\x28\x80",
    "right to left": "\u202egnp.exe\u2066 \u2067\u200f",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 60,
    "combining": "Z\u0351\u036b\u0343\u033f" * 400,
    "markup": "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`><svg onload=alert(3)>",
    "template": "{{7*7}}{% include 'x' %}${7*7}#{7*7}<%= 7*7 %>%s%n{0.__class__}",
    "statement": "'; DROP TABLE goals_goal; -- \" OR 1=1",
    "header": "a\r\nSet-Cookie: stolen=1\r\n\r\n<html>",
    "formula": '=HYPERLINK("http://x.example","y")',
    "path": "../../../../etc/passwd%00",
}

NUMBERS = (
    "NaN",
    "sNaN",
    "Infinity",
    "-inf",
    "1e400",
    "1e-400",
    "1e1000000",
    "1E+999999999999999",
    "0e999999",
    "-0",
    "٣",
    "½",
    "1_000",
    "1,250",
    "0x10",
    "--1",
    "−5",
    "9" * 28,
    "9" * 29,
    "-" + "9" * 28,
    "0." + "0" * 27 + "1",
    "9" * 5_000,
    "9" * MUCH,
    "1a" * (MUCH // 2),
    "a1" + "b" * MUCH + "1",
    "1." * (MUCH // 2),
    "%" * MUCH,
)

DAYS = (
    "0000-00-00",
    "0001-01-01",
    "1582-10-10",
    "9999-12-31",
    "10000-01-01",
    "99999999999-01-01",
    "-2027-01-01",
    "2027-02-30",
    "2027-13-01",
    "2027-W05-1",
    "2027-060",
    "20270301",
    "2027-3-1",
    "2027-03-01T00:00:00Z",
    "٢٠٢٧-٠٣-٠١",
    "1" * MUCH,
)

WHOLES = ("-1", "1.5", "1e9", "٣", "²", "999999999", "2147483648", "9" * 30, "9" * MUCH, "NaN")

KEYS = (
    "no key",
    "00000000-0000-0000-0000-000000000000",
    "01890000-0000-7000-8000-000000000000",
    "{01890000-0000-7000-8000-000000000000}",
    "urn:uuid:01890000-0000-7000-8000-000000000000",
    "f" * MUCH,
)

WORDS = ("", "none", "ORGANIZATION", "owner", "__class__", "1", "x" * MUCH, "a\x00b")

# What no form offers: whoever sends it must find it unchanged.
UNOFFERED: Mapping[str, str] = {
    "id": "01890000-0000-7000-8000-000000000000",
    "pk": "01890000-0000-7000-8000-000000000000",
    "organization": "magpie",
    "organization_id": "01890000-0000-7000-8000-000000000000",
    "is_demo": "true",
    "is_active": "false",
    "is_staff": "true",
    "is_superuser": "true",
    "left_on": "2020-01-01",
    "account": "01890000-0000-7000-8000-000000000000",
    "account_id": "01890000-0000-7000-8000-000000000000",
    "handle": "stolen",
    "slug": "stolen",
    "short_id": "ST-1",
    "external_id": "stolen",
    "progress": "1",
    "is_met": "true",
    "reporting": "9",
    "contributing": "9",
    "last_checked_in_on": "2020-01-01",
    "next_check_in_due": "2099-01-01",
    "created_at": "2020-01-01",
    "at": "2020-01-01",
    "on": "2020-01-01",
    "by": "01890000-0000-7000-8000-000000000000",
    "by_id": "01890000-0000-7000-8000-000000000000",
    "supersedes": "01890000-0000-7000-8000-000000000000",
    "is_brought": "true",
    "is_primary": "false",
    "position": "99",
    "closed_on": "2020-01-01",
    "retired_on": "2020-01-01",
    "applied_at": "2020-01-01",
    "outcome": "stolen",
    "cells": "stolen",
}
