"""Signing in to the demo as it lets anybody do: by choosing one of its people."""

from bench.visitor import Visitor

OWNER = "marijke-vandalen"


def demo_session(address: str, handle: str = OWNER) -> str:
    """The session of somebody who became a person of the demo, by default who sees all pages."""
    visitor = Visitor(address, "")
    hidden = visitor.form("/demo", "/demo/see-as")
    answer = visitor.post("/demo/see-as", {**hidden, "person": handle})
    visitor.leave()
    assert answer.status in (302, 303), answer.status
    return visitor.cookie("sessionid")
