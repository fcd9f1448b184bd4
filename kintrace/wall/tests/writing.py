"""How the visitor of the tests writes, and asks for the answer."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import connection
from django.test import Client

from kintrace.vault import answers
from kintrace.wall.models import Face
from kintrace.wall.tests import cast
from tests.readable import readable_tables

CODE = re.compile(r'<bdi class="code" dir="ltr">([A-Z0-9-]{14})</bdi>')
SECRETS = {
    "name": "Zebenjo Wolde",
    "phone": "+00 010 555 7731",
    "email": "zebenjo@nowhere.example",
    "app": "Chatter: zeb-773",
    "through": "My neighbour Ottokar",
    "country": "Ruritania",
    "language": "Old Ruritanian",
    "text": "We parted at the ferry of Nantabulo. Tell her I live.",
}
WORD = "marmalade"


def written(**other: Any) -> dict[str, Any]:
    said = {"writer": "sought", "safe": ["evening", "silent"], "word": WORD}
    return {"stamp": cast.fine_stamp(), **said, **SECRETS, **other}


def send(visitor: Client, face: Face, **other: Any) -> str:
    """Send a message and give the code."""
    answer = visitor.post(f"/en/face/{face.pk}/write/", written(**other))
    assert answer.status_code == 200, answer.content.decode()
    found_code = CODE.search(answer.content.decode())
    assert found_code
    assert not answer.cookies
    return found_code[1]


def ask(visitor: Client, code: str, word: str = WORD, **other: str) -> str:
    sent = {"stamp": cast.fine_stamp(), "code": code, "word": word, **other}
    answer = visitor.post("/en/answer/", sent)
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.content.decode()


@contextmanager
def crowded() -> Iterator[None]:
    """As many as can be are asking with code and word already."""
    with ExitStack() as places:
        for _ in range(answers.PLACES):
            places.enter_context(answers._places)  # noqa: SLF001 - they stand in the queue
        yield


@contextmanager
def before_update(table: str, arrive: Callable[[], object]) -> Iterator[None]:
    """Let something arrive once, just before the first UPDATE of a table: nobody saw it yet."""
    waiting = [arrive]

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        if waiting and sql.startswith(f'UPDATE "{table}"'):
            waiting.pop()()
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        yield


def everything_held() -> bytes:
    """Every value of every table that this reader sees, one after the other."""
    parts: list[bytes] = []
    with connection.cursor() as cursor:
        for table in readable_tables():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
            for value in (value for row in cursor.fetchall() for value in row):
                binary = isinstance(value, bytes | memoryview)
                parts.append(bytes(value) if binary else str(value).encode())
    return b"|".join(parts)
