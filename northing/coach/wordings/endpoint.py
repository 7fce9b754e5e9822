"""Where the language model is that the organization runs or pays for."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

_PORTS = {"http": 80, "https": 443}


class EndpointRefused(ValueError):
    """The address, the model's name or the key cannot be used; says why and what to write."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that speaks the chat completions protocol of OpenAI.

    `timeout` is in seconds and counts for all of it, from looking up the name to the last byte.
    The key is left out of what is printed of an endpoint.
    """

    is_secure: bool
    hostname: str
    port: int
    path: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 8.0

    @property
    def host(self) -> str:
        """What people are told: the name, and the port where it is an unusual one."""
        name = f"[{self.hostname}]" if ":" in self.hostname else self.hostname
        usual = self.port == _PORTS["https" if self.is_secure else "http"]
        return name if usual else f"{name}:{self.port}"

    @property
    def is_this_machine(self) -> bool:
        """Whether what is sent never leaves the machine."""
        try:
            return ip_address(self.hostname).is_loopback
        except ValueError:
            return self.hostname == "localhost"


def endpoint_at(url: str, model: str, key: str = "", timeout: float = 8.0) -> Endpoint:
    """The endpoint under a base address such as `https://models.example.org/v1`.

    Raises EndpointRefused; its words hold neither the key nor a password in the address.
    """
    parts = _parts_of(url)
    hostname = parts.hostname or ""
    if "@" in parts.netloc:
        raise EndpointRefused(
            "Take the user and password out of the address: a key has its own setting"
        )
    if parts.query or parts.fragment:
        raise EndpointRefused(
            "Take out what follows the path of the address: no question mark, no #"
        )
    if not model.strip():
        raise EndpointRefused("Name the model, too: it is what the server calls it")
    if key and not _is_plain(key):
        raise EndpointRefused("The key holds blanks or signs that no key has. Copy it again")
    return Endpoint(
        is_secure=parts.scheme == "https",
        hostname=hostname,
        port=_port_of(parts.netloc, _PORTS[parts.scheme]),
        path=f"{parts.path.rstrip('/')}/chat/completions",
        model=model.strip(),
        key=key,
        timeout=timeout,
    )


def _parts_of(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if not _is_plain(url) or parts.scheme not in _PORTS or not parts.hostname:
        raise EndpointRefused("Write the address with its scheme: https://models.example.org/v1")
    return parts


def _port_of(netloc: str, usual: int) -> int:
    try:
        return urlsplit(f"//{netloc}").port or usual
    except ValueError:
        raise EndpointRefused("The port of the address is not a number from 1 to 65535") from None


def _is_plain(text: str) -> bool:
    """Whether a text can stand in a line of a request: no blank, no control, plain letters."""
    return text.isascii() and text.isprintable() and " " not in text
