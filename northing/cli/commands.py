"""Every command, each in a module of its own; importing one adds it to the program."""

from northing.cli import accounts, coach, demo, doctor, importing, rebuild, serve

__all__ = ["accounts", "coach", "demo", "doctor", "importing", "rebuild", "serve"]
