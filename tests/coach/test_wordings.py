"""Other wordings from a language model: asked once, read strictly, in bounded time."""

import json
import logging
import socket
import ssl
import time
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from northing.coach.wordings import suggesting
from northing.coach.wordings.answers import AnswerMalformed, plain_words, wordings_in
from northing.coach.wordings.asking import CRITERIA, KINDS, LONGEST_WORDING, Question, body_of
from northing.coach.wordings.calling import MOST_BYTES
from northing.coach.wordings.endpoint import EndpointRefused, endpoint_at
from northing.coach.wordings.suggesting import Suggestions, suggest
from tests.coach import stand_in
from tests.coach.stand_in import KEY, MODEL, Behaviour, StandIn, standing_in

STATEMENT = "Better soup for the ward"
QUESTION = Question(STATEMENT, "key_result", "en", ("measurable", "time_bound"))
GOOD = "Share of patients who finish their soup from [now?] to 80 % by [when?]"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
SECONDS = 0.4


def asked(behaviour: Behaviour, timeout: float = 5.0) -> tuple[Suggestions, StandIn]:
    """What came of asking a stand-in that behaves so."""
    with standing_in(behaviour) as model:
        return suggest(model.endpoint(timeout), QUESTION), model


def test_wordings_come_back_in_their_order() -> None:
    found, model = asked(stand_in.saying(GOOD, "Cook a soup that is eaten up"))
    assert found.wordings == (GOOD, "Cook a soup that is eaten up")
    assert found.problem == ""
    assert found.host == f"127.0.0.1:{model.port}"


def test_the_request_speaks_the_protocol_and_carries_the_key() -> None:
    _, model = asked(stand_in.saying(GOOD))
    assert model.paths == ["/v1/chat/completions"]
    (sent,), (headers,) = model.asked, model.headers
    assert set(sent) == {"model", "messages", "stream"}
    assert (sent["model"], sent["stream"]) == (MODEL, False)
    assert [message["role"] for message in sent["messages"]] == ["system", "user"]
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["host"] == f"127.0.0.1:{model.port}"


def test_nothing_is_sent_but_the_statement_its_kind_the_language_and_what_is_open() -> None:
    _, model = asked(stand_in.saying(GOOD))
    system, user = (message["content"] for message in model.asked[0]["messages"])
    told = json.loads(user)
    assert set(told) == {"statement", "kind", "open"}
    assert told["statement"] == STATEMENT
    assert told["kind"].startswith("a key result")
    assert [one.split(":")[0] for one in told["open"]] == ["measurable", "time-bound"]
    assert 'the language "en"' in system
    assert set(model.headers[0]) == {
        "host",
        "accept",
        "accept-encoding",
        "authorization",
        "content-type",
        "content-length",
    }


def test_without_a_key_none_is_sent() -> None:
    with standing_in(stand_in.saying(GOOD)) as model:
        assert suggest(endpoint_at(model.url, MODEL), QUESTION).wordings == (GOOD,)
        assert "authorization" not in model.headers[0]


def test_kinds_and_criteria_are_those_of_the_coach() -> None:
    findings = pytest.importorskip("northing.coach.rules.findings")
    statements = pytest.importorskip("northing.coach.rules.statements")
    assert set(CRITERIA) <= {criterion.value for criterion in findings.Criterion}
    assert set(KINDS) == {kind.value for kind in statements.Kind}


def test_a_long_statement_is_sent_cut() -> None:
    body = json.loads(body_of(Question("\U0001f963" * 100_000), MODEL))
    told = json.loads(body["messages"][1]["content"])
    assert told["statement"] == "\U0001f963" * LONGEST_WORDING


FAILURES: dict[str, tuple[Behaviour, str]] = {
    "a wrong key": (stand_in.sending(b"{}", 401), "NORTHING_LANGUAGE_MODEL_KEY"),
    "a forbidden model": (stand_in.sending(b"{}", 403), "NORTHING_LANGUAGE_MODEL_KEY"),
    "a wrong address": (stand_in.sending(b"no", 404), "before /chat/completions"),
    "a refused request": (stand_in.sending(b"{}", 422), "the model's name"),
    "asked too much": (stand_in.sending(b"{}", 429), "Try later"),
    "out of order": (stand_in.sending(b"oops", 500), "some minutes"),
    "starting up": (stand_in.sending(b"", 503), "some minutes"),
    "no content": (stand_in.sending(b"", 204), "status 204"),
    "a page": (stand_in.sending(b"<html><h1>Hi</h1>", kind="text/html"), "not JSON"),
    "nothing": (stand_in.sending(b""), "not JSON"),
    "not UTF-8": (stand_in.sending(b"\xff\xfe\x80"), "not JSON"),
    "deep": (stand_in.sending(b"[" * 60_000), "not JSON"),
    "half a body": (
        stand_in.raw(HEAD + b'Content-Length: 900\r\n\r\n{"choices": [{"mess'),
        "not JSON",
    ),
    "broken chunks": (
        stand_in.raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nrubbish\r\n"),
        "does not speak HTTP",
    ),
    "no HTTP": (stand_in.raw(b"SSH-2.0-OpenSSH_9.2\r\n"), "does not speak HTTP"),
    "closed at once": (stand_in.raw(), "does not take the connection"),
    "a line without end": (stand_in.raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000), "speak HTTP"),
    "too many headers": (stand_in.raw(HEAD + b"X: y\r\n" * 200 + b"\r\n"), "does not speak HTTP"),
    "another list": (stand_in.sending(b"[1, 2]"), "not a chat completion"),
    "no choice": (stand_in.sending(b'{"choices": []}'), "not a chat completion"),
    "no words": (stand_in.sending(stand_in.completion(None)), "holds no words"),
    "words in parts": (stand_in.sending(stand_in.completion([{"text": "x"}])), "holds no words"),
    "prose": (stand_in.sending(stand_in.completion("Sure! Try: soup.")), "not a JSON list"),
    "an object": (stand_in.sending(stand_in.completion('{"a": "b"}')), "not a list of texts"),
    "numbers": (stand_in.saying("Soup", 7), "not a list of texts"),
    "lists": (stand_in.saying(["Soup"]), "not a list of texts"),
    "no other wording": (stand_in.saying(), "no other wording"),
    "only its own words": (stand_in.saying(STATEMENT, " ", "\u200b"), "no other wording"),
    "too much": (stand_in.sending(b" " * (MOST_BYTES + 1)), "more than 64 KB"),
    "without end": (stand_in.endless, "more than 64 KB"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_says_what_is_wrong_and_the_cure(failure: str) -> None:
    behaviour, expected = FAILURES[failure]
    found, model = asked(behaviour)
    assert found.wordings == ()
    assert expected in found.problem
    assert len(model.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with standing_in(stand_in.saying(GOOD)) as elsewhere:
        to = [("Location", f"{elsewhere.url}/chat/completions")]
        found, _ = asked(stand_in.sending(b"", status, headers=to))
        assert "not followed" in found.problem
        assert elsewhere.asked == []


SLOW: dict[str, Behaviour] = {
    "silence": stand_in.silent,
    "headers that drip": stand_in.dripping(b"HTTP/1.1 200 OK\r\n", b"X"),
    "header after header": stand_in.dripping(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.02),
    "a body that drips": stand_in.dripping(HEAD + b"\r\n", b" "),
    "chunks that drip": stand_in.dripping(
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"
    ),
    "wait, wait": stand_in.dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.02),
}


@pytest.mark.parametrize("slow", SLOW)
def test_slowness_ends_at_the_time_out_however_it_drips(slow: str) -> None:
    begun = time.monotonic()
    found, _ = asked(SLOW[slow], timeout=SECONDS)
    assert time.monotonic() - begun < SECONDS + 1
    assert found.wordings == ()
    assert f"longer than {SECONDS:g} seconds" in found.problem


def test_a_refused_connection_is_told() -> None:
    port = stand_in.free_port()
    found = suggest(endpoint_at(f"http://127.0.0.1:{port}/v1", MODEL), QUESTION)
    assert "does not take the connection" in found.problem
    assert found.host == f"127.0.0.1:{port}"


def test_a_name_that_is_none_is_told() -> None:
    found = suggest(endpoint_at("http://nowhere.invalid/v1", MODEL), QUESTION)
    assert "no machine of that name" in found.problem


def test_a_resolver_that_does_not_answer_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended = Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **b: ended.wait(30) and [])
    begun = time.monotonic()
    found = suggest(endpoint_at("http://slow.invalid/v1", MODEL, timeout=SECONDS), QUESTION)
    ended.set()
    assert time.monotonic() - begun < SECONDS + 1
    assert f"longer than {SECONDS:g} seconds" in found.problem


def test_a_port_where_nobody_takes_the_call_ends_at_the_time_out() -> None:
    with socket.socket() as full, ExitStack() as callers:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(3):
            caller = callers.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(full.getsockname())
        endpoint = endpoint_at(f"http://127.0.0.1:{full.getsockname()[1]}", MODEL, "", SECONDS)
        begun = time.monotonic()
        assert "longer than" in suggest(endpoint, QUESTION).problem
        assert time.monotonic() - begun < SECONDS + 1


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return stand_in.own_certificate(tmp_path)


def _secured_by(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_over_tls_with_a_certificate_that_is_trusted(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_name("only.crt")))
    with standing_in(stand_in.saying(GOOD), _secured_by(certificate)) as model:
        assert suggest(model.endpoint(), QUESTION).wordings == (GOOD,)
    slow = stand_in.dripping(HEAD + b"\r\n", b" ")
    with standing_in(slow, _secured_by(certificate)) as model:
        begun = time.monotonic()
        assert "longer than" in suggest(model.endpoint(SECONDS), QUESTION).problem
        assert time.monotonic() - begun < SECONDS + 1


def test_a_certificate_that_nobody_signed_is_refused(certificate: Path) -> None:
    with standing_in(stand_in.saying(GOOD), _secured_by(certificate)) as model:
        assert "certificate" in suggest(model.endpoint(), QUESTION).problem
        assert model.asked == []


def test_a_handshake_that_never_ends_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        endpoint = endpoint_at(f"https://127.0.0.1:{mute.getsockname()[1]}", MODEL, KEY, SECONDS)
        begun = time.monotonic()
        assert "longer than" in suggest(endpoint, QUESTION).problem
        assert time.monotonic() - begun < SECONDS + 1


def test_a_model_without_tls_behind_an_https_address_is_told() -> None:
    with standing_in(stand_in.saying(GOOD)) as model:
        secure = endpoint_at(model.url.replace("http:", "https:"), MODEL, KEY, SECONDS)
        assert suggest(secure, QUESTION).problem != ""


def test_only_a_few_wait_for_it_at_once() -> None:
    with standing_in(stand_in.silent) as model:
        endpoint = model.endpoint(SECONDS)
        waiting = [Thread(target=suggest, args=(endpoint, QUESTION)) for _ in range(2)]
        for thread in waiting:
            thread.start()
        while len(model.asked) < len(waiting):
            time.sleep(0.005)
        begun = time.monotonic()
        assert "Others are asking" in suggest(endpoint, QUESTION).problem
        assert time.monotonic() - begun < 0.5
        for thread in waiting:
            thread.join()
        model.behaviour = stand_in.saying(GOOD)
        assert suggest(endpoint, QUESTION).wordings == (GOOD,)


def test_the_log_tells_of_a_failure_without_the_key_and_without_the_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        asked(stand_in.sending(KEY.encode(), 401))
        asked(stand_in.saying(GOOD))
    told = caplog.text
    assert "status 401" in told
    assert KEY not in told
    assert STATEMENT not in told
    assert GOOD not in told


def test_an_endpoint_does_not_print_its_key() -> None:
    assert KEY not in repr(endpoint_at("https://models.example.org/v1", MODEL, KEY))


def answered(*wordings: Any) -> tuple[str, ...]:
    return wordings_in(stand_in.completion(json.dumps(wordings)), STATEMENT)


def test_at_most_three_wordings_are_taken_each_once() -> None:
    assert answered("A", "A ", "B", STATEMENT, "C", "D") == ("A", "B", "C")


def test_a_wording_is_cut_to_four_hundred_characters() -> None:
    assert answered("\U0001f963" * 5000) == ("\U0001f963" * 400,)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Soup\x00 \x1b[31mhot\x07", "Soup [31mhot"),
        ("Soup\r\n\tis  hot", "Soup is hot"),
        ("Soup \u202ereversed\u2066", "Soup reversed"),
        ("Soup \ud800half", "Soup half"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("نسبة الحساء", "نسبة الحساء"),
        ("👩\u200d🍳 cooks", "👩\u200d🍳 cooks"),
    ],
)
def test_a_wording_is_plain_words_in_one_line(text: str, plain: str) -> None:
    assert plain_words(text) == plain
    assert answered(text) == (plain,)


@pytest.mark.parametrize(
    "fence", ["```json\n{}\n```", "```\n{}\n```", " \n```json\n{}```\n", "\n{}\n"]
)
def test_a_block_of_code_around_the_list_is_taken_off(fence: str) -> None:
    content = fence.replace("{}", '["Cook less"]')
    assert wordings_in(stand_in.completion(content), STATEMENT) == ("Cook less",)


@pytest.mark.parametrize("content", ['["open', "", "null", "```json\n", '"one"', "[NaN]", "[[]]"])
def test_a_content_that_is_no_list_of_texts_is_refused(content: str) -> None:
    with pytest.raises(AnswerMalformed):
        wordings_in(stand_in.completion(content), STATEMENT)


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("http://127.0.0.1:11434/v1", "127.0.0.1:11434", "/v1/chat/completions"),
        ("https://models.example.org/v1/", "models.example.org", "/v1/chat/completions"),
        ("https://models.example.org", "models.example.org", "/chat/completions"),
        ("HTTPS://Models.Example.org:443/a/b", "models.example.org", "/a/b/chat/completions"),
        ("http://[::1]:8080/v1", "[::1]:8080", "/v1/chat/completions"),
        ("http://models.example.org:443", "models.example.org:443", "/chat/completions"),
    ],
)
def test_an_address_is_read(url: str, host: str, path: str) -> None:
    endpoint = endpoint_at(url, MODEL)
    assert (endpoint.host, endpoint.path) == (host, path)


@pytest.mark.parametrize(
    "url",
    [
        "models.example.org/v1",
        "ftp://models.example.org",
        "file:///etc/passwd",
        "https://",
        "http://[::1",
        "https://models.example.org:99999",
        "https://models.example.org:x",
        "https://models.example.org/v1?x=1",
        "https://models.example.org/v1#x",
        "https://models.example.org/v 1",
        "https://models.example.org/v1\r\nX: y",
        "https://käse.example/v1",
    ],
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(EndpointRefused):
        endpoint_at(url, MODEL)


def test_what_is_refused_is_said_without_secrets() -> None:
    for url, model, key in (
        ("https://me:canary@models.example.org", MODEL, ""),
        ("https://models.example.org", " ", "canary"),
        ("https://models.example.org", MODEL, "canary\nX: y"),
    ):
        with pytest.raises(EndpointRefused) as refused:
            endpoint_at(url, model, key)
        assert "canary" not in str(refused.value)


def test_a_place_is_given_back_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: Any) -> bytes:
        raise ZeroDivisionError

    endpoint = endpoint_at("https://models.example.org", MODEL)
    monkeypatch.setattr(suggesting, "post", broken)
    for _ in range(suggesting.MOST_AT_ONCE + 1):
        with pytest.raises(ZeroDivisionError):
            suggest(endpoint, QUESTION)
