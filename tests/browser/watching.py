"""What must never happen on any page, noted while a test goes its way."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

ANSWERED_BY_A_PAGE = range(400, 500)


class Watch:
    """Notes script errors, refused styles and scripts, failed parts, and requests to anywhere else.

    `others` are the addresses of somebody else whom a journey leads through; what they send is theirs.
    """

    def __init__(self, context: BrowserContext, address: str, *others: str) -> None:
        self.address = address
        self.others = others
        self.complaints: list[str] = []
        self._pages_that_refuse: set[str] = set()
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("requestfailed", self._failed)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.complaints.append(f"script error: {error.error}"))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:", *self.others)):
            self.complaints.append(f"asks another host: {request.url}")

    def _answered(self, response: Response) -> None:
        """A page, or a script's question, may be refused in words; an error or a missing part may not."""
        if self._is_of_others(response.url):
            return
        is_page = response.request.resource_type in {"document", "fetch"}
        if is_page and response.status in ANSWERED_BY_A_PAGE:
            self._pages_that_refuse.add(response.url)
        elif response.status >= 400:
            self.complaints.append(f"{response.status} for {response.url}")

    def _failed(self, request: Request) -> None:
        is_left = not request.failure or "ERR_ABORTED" in request.failure  # a page left before all had come
        if not is_left and not self._is_of_others(request.url):
            self.complaints.append(f"{request.failure} for {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        source = message.location.get("url") or ""
        if message.type not in {"error", "warning"} or self._is_of_others(source):
            return
        if source in self._pages_that_refuse and "status of 4" in message.text:
            return
        self.complaints.append(f"{message.type} in the console: {message.text}")

    def _is_of_others(self, url: str) -> bool:
        return bool(self.others) and url.startswith(self.others)
