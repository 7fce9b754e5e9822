"""Settings that whoever runs Northing may set, from environment variables."""

import os
import secrets
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from northing.storage.places import data_directory, make_private


class Environment(BaseSettings):
    """Each field is an environment variable; docs/settings.md explains every one."""

    model_config = SettingsConfigDict(env_prefix="NORTHING_", extra="ignore")

    data_dir: Path = Field(default_factory=data_directory)
    url: str = "http://127.0.0.1:8000"
    allowed_hosts: str = ""
    debug: bool = False
    secret_key: str = ""
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    mail_url: str = ""
    mail_from: str = ""
    log: Literal["text", "json"] = "text"
    log_requests: bool = False
    trusted_proxies: int = Field(default=0, ge=0, le=10)
    language_model_url: str = ""
    language_model_model: str = ""
    language_model_key: SecretStr = SecretStr("")
    language_model_timeout: float = Field(default=8, ge=1, le=30)

    @field_validator("data_dir")
    @classmethod
    def _whole(cls, folder: Path) -> Path:
        return folder.expanduser().absolute()

    @field_validator("url")
    @classmethod
    def _address(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("Write it with its scheme: https://goals.example.org")
        return url

    @property
    def secret(self) -> str:
        """The given secret, or the data directory's own, made on first use with mode 0600."""
        return self.secret_key or _own_secret(self.data_dir / "secret-key")


@cache
def environment() -> Environment:
    """The settings of this process, read once."""
    return Environment()


def _own_secret(path: Path) -> str:
    make_private(path.parent)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()
