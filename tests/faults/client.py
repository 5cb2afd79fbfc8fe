"""A visitor over HTTP, without a browser: keeps cookies, sends forms."""

import http.client
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode
from uuid import uuid4

CSRF = "c" * 32
SECONDS = 60
SECONDS_KEPT = 1  # gunicorn closes a connection after two without a request


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, where it leads and the page."""

    status: int
    location: str
    page: str


class Visitor:
    """One person's browser; an OSError or HTTPException means that no answer came."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        self.cookies = {"csrf": CSRF}
        self.last = 0.0
        self.elsewhere: dict[str, str] = {}

    def from_elsewhere(self, address: str) -> None:
        """Ask as a proxy would for a visitor at this network address."""
        self.elsewhere = {"X-Forwarded-For": address}

    def close(self) -> None:
        self.connection.close()

    def get(self, address: str) -> Answer:
        return self._ask("GET", address, b"", {})

    def post(self, address: str, **fields: object) -> Answer:
        body = urlencode({"csrfmiddlewaretoken": CSRF, **fields}).encode()
        return self._ask("POST", address, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, address: str, name: str, content: bytes, **fields: object) -> Answer:
        mark = uuid4().hex
        body = b""
        for field, value in {"csrfmiddlewaretoken": self.cookies["csrf"], **fields}.items():
            body += f'--{mark}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
        head = f'--{mark}\r\nContent-Disposition: form-data; name="document"; filename="{name}"\r\n'
        body += (head + "Content-Type: application/octet-stream\r\n\r\n").encode() + content
        body += f"\r\n--{mark}--\r\n".encode()
        return self._ask("POST", address, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def sign_in(self, role: str = "coordinator") -> None:
        """Sign in as the demonstration does."""
        answer = self.post(f"/account/sign-in/as/{role}/")
        if answer.status != 302:
            raise http.client.HTTPException(f"signing in answered {answer.status}")

    def _ask(self, method: str, address: str, body: bytes, heads: dict[str, str]) -> Answer:
        if time.monotonic() - self.last > SECONDS_KEPT:
            self.connection.close()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self.connection.request(method, address, body, {"Cookie": cookies, **self.elsewhere, **heads})
            response = self.connection.getresponse()
            page = response.read().decode()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            raise
        self.last = time.monotonic()
        for line in response.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        # our own token is as good as the one the server would give
        self.cookies["csrf"] = CSRF
        return Answer(response.status, response.headers.get("Location") or "", page)


class Fields(HTMLParser):
    """The values of a page's inputs and text boxes, by name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name = found.get("name") or ""
        if tag == "input" and name:
            self.values[name] = found.get("value") or ""
        if tag == "textarea" and name:
            self.open, self.values[name] = name, ""

    def handle_data(self, data: str) -> None:
        if self.open:
            self.values[self.open] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.open = ""
