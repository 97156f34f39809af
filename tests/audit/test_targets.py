"""Sitemaps, lists, patterns, and what is no target."""

import gzip
import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest

from a11y_content.auditing.access import Access
from a11y_content.auditing.target import Wanted, opened
from a11y_content.auditing.targets import sitemaps
from a11y_content.problem import CouldNotRunError, UsageError

SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*addresses: str) -> bytes:
    locations = "".join(f"<url>\n<loc> {address} </loc><lastmod>2026-01-01</lastmod></url>" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {SPACE}>{locations}</urlset>'.encode()


def index(*addresses: str) -> bytes:
    maps = "".join(f"<sitemap><loc>{one}</loc></sitemap>" for one in addresses)
    return f"<sitemapindex {SPACE}>{maps}</sitemapindex>".encode()


class Answers(BaseHTTPRequestHandler):
    """Answers with what the test put there, and remembers the headers of every request."""

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.asked.append((self.path, dict(self.headers)))
        status, body, location = server.answers.get(self.path, (404, b"", ""))
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.answers: dict[str, tuple[int, bytes, str]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.base = f"http://127.0.0.1:{self.server_address[1]}"

    def put(self, path: str, body: bytes, status: int = 200, location: str = "") -> str:
        self.answers[path] = (status, body, location)
        return self.base + path


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture
def other() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def names(*targets: str | Path, **wanted: object) -> list[str]:
    with opened(targets, Wanted(**wanted)) as pages:  # type: ignore[arg-type]
        return [page.name for page in pages]


def test_a_sitemap_at_an_address_is_its_pages_once_each(server: Server) -> None:
    pages = [f"{server.base}/", f"{server.base}/a?b=1&amp;c=2", f"{server.base}/"]
    address = server.put("/sitemap.xml", urlset(*pages))
    assert names(address, f"{server.base}/") == [f"{server.base}/", f"{server.base}/a?b=1&c=2"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_in_a_file_too_also_compressed(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001  a parameter
    file = tmp_path / ("map.xml.gz" if packed else "map.xml")
    body = urlset("https://example.org/a", "https://example.org/b")
    file.write_bytes(gzip.compress(body) if packed else body)
    assert names(file) == ["https://example.org/a", "https://example.org/b"]


def test_an_index_is_all_its_sitemaps(server: Server) -> None:
    one = server.put("/one.xml", urlset(f"{server.base}/1"))
    two = server.put("/two.xml.gz", gzip.compress(urlset(f"{server.base}/2")))
    assert names(server.put("/sitemap.xml", index(one, two))) == [f"{server.base}/1", f"{server.base}/2"]


def test_an_index_in_an_index_is_refused(server: Server) -> None:
    inner = server.put("/inner.xml", index(f"{server.base}/x.xml"))
    with pytest.raises(UsageError, match="an index inside of an index"):
        names(server.put("/sitemap.xml", index(inner)))


def test_addresses_of_another_site_are_told_and_can_be_moved(server: Server) -> None:
    address = server.put("/sitemap.xml", urlset("https://example.org/a/b?c", "https://example.org"))
    with pytest.raises(UsageError, match=f"2 of its 2 .* such as https://example.org/a/b.c; --at {server.base} audits"):
        names(address)
    with opened([address], Wanted(at=server.base)) as pages:
        assert [page.url for page in pages] == [f"{server.base}/a/b?c", f"{server.base}/"]
        assert [page.name for page in pages] == ["https://example.org/a/b?c", "https://example.org"], "names last"
    assert names(address, at="https://example.org") == ["https://example.org/a/b?c", "https://example.org"]


def test_an_index_that_names_sitemaps_of_another_site_reaches_nobody(server: Server, other: Server) -> None:
    address = server.put("/sitemap.xml", index(other.put("/s.xml", urlset(f"{other.base}/"))))
    with pytest.raises(UsageError, match="another site"):
        names(address, access=Access(auth="me:secret"))
    assert other.asked == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html><body>Not found</body></html>", "not a sitemap but <html>"),
        (b"not xml", "not a sitemap: "),
        (b"", "not a sitemap"),
        (urlset(), "names no address"),
        (urlset("/about"), "line 2: '/about' is no whole"),
        (urlset("ftp://a/b"), "is no whole http"),
        (urlset("http://", "http://a b/", "x", "y", "z"), r"\(and 2 more\)"),
        (urlset("http://me:secret@a/"), "a user or a password"),
        (b'<!DOCTYPE urlset [<!ENTITY a "b">]><urlset><url><loc>http://a/&a;</loc></url></urlset>', "document type"),
        ("<!DOCTYPE urlset><urlset/>".encode("utf-16"), "document type"),
        (gzip.compress(urlset("http://a/"))[:-20], "damaged"),
        (gzip.compress(bytes(sitemaps.LARGEST + 10)), "bytes uncompressed"),
    ],
)
def test_what_is_no_sitemap_is_refused_in_one_line(tmp_path: Path, body: bytes, said: str) -> None:
    file = tmp_path / "sitemap.xml"
    file.write_bytes(body)
    with pytest.raises(UsageError, match=said) as raised:
        names(file)
    assert "\n" not in str(raised.value)
    assert "secret" not in str(raised.value)


def test_there_may_be_so_many_addresses_and_not_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST", 100)
    file = tmp_path / "sitemap.xml"
    file.write_bytes(urlset(*(f"https://example.org/{number}" for number in range(101))))
    with pytest.raises(UsageError, match="more than 100"):
        names(file, include=["/1"])


@pytest.mark.parametrize(
    ("path", "error", "said"),
    [
        ("/none.xml", UsageError, "nothing at this address"),
        ("/broken.xml", CouldNotRunError, "status 500"),
        ("/loop.xml", CouldNotRunError, "cannot be reached|status 302"),
        ("/file.xml", CouldNotRunError, "status 302"),
    ],
)
def test_a_sitemap_that_does_not_come_is_told(server: Server, path: str, error: type[Exception], said: str) -> None:
    server.put("/broken.xml", b"", 500)
    server.put("/loop.xml", b"", 302, "/loop.xml")
    server.put("/file.xml", b"", 302, "file:///etc/passwd")
    with pytest.raises(error, match=said):
        names(server.base + path)


def test_nobody_there_is_no_wrong_use(server: Server) -> None:
    server.shutdown()
    server.server_close()
    with pytest.raises(CouldNotRunError, match="cannot be reached"):
        names(f"{server.base}/sitemap.xml")


def test_credentials_go_to_the_sitemap_and_not_where_it_leads_on(server: Server, other: Server) -> None:
    server.put("/sitemap.xml", b"", 302, f"{other.base}/sitemap.xml")
    other.put("/sitemap.xml", urlset(f"{other.base}/"))
    access = Access(headers={"X-Key": "secret"}, cookies={"a": "secret"}, auth="me:secret")
    names(f"{server.base}/sitemap.xml", access=access)
    sent = {
        name: value
        for name, value in server.asked[0][1].items()
        if name in {"X-key", "X-Key", "Cookie", "Authorization"}
    }
    assert sorted(sent.values()) == ["Basic bWU6c2VjcmV0", "a=secret", "secret"]
    assert not any(word in str(other.asked) for word in ("secret", "bWU6"))


def test_a_list_names_targets_one_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>x</title>")
    text = f"# pages\n\nhttps://example.org/a\r\n  {page}  \nhttps://example.org/a\n".encode()
    (tmp_path / "pages.txt").write_bytes(text)
    assert names(tmp_path / "pages.txt") == ["page.html", "https://example.org/a"]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text)))
    assert names("-") == ["page.html", "https://example.org/a"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"# nothing\n", "names no target"),
        (b"\xff\xfe", "not UTF-8"),
        (b"-\n", "no such file"),
        (b"list.txt", "not an HTML"),
    ],
)
def test_a_wrong_list_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: bytes, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.txt").write_bytes(text)
    with pytest.raises(UsageError, match=said):
        names("list.txt")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("file:///srv/www/index.html", "give the path, /srv/www/index.html"),
        ("ftp://example.org/", "only http and https"),
        ("https://", "names no host"),
        ("https://me:secret@example.org/", "--auth"),
        ("https://example.org/a b", "holds a space"),
        ("https://example.org:99999/", "names no host"),
    ],
)
def test_what_is_no_address_is_refused(word: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        names(word)
    assert "secret" not in str(raised.value)


def test_include_and_exclude_choose_by_path_and_by_address(tmp_path: Path) -> None:
    for name in ("index.html", "news/a.html", "news/old/b.html", "about.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("<title>x</title>")
    assert names(tmp_path, include=["news/*"], exclude=["*/old/*"]) == ["news/a.html"]
    assert names(tmp_path, exclude=["/news/*"]) == ["about.html", "index.html"]
    web = ["https://example.org/news/a?page=2", "https://example.org/news/a", "https://example.org/"]
    assert names(*web, include=["/news/*"]) == web[:2]
    assert names(*web, exclude=["*?page=*"]) == web[1:]
    assert names(*web, include=["https://example.org/"]) == web[2:]
    with pytest.raises(UsageError, match="no page is left of 3"):
        names(*web, include=["nowhere*"])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"headers": {"X\r\nY": "secret"}}, "cannot be the name"),
        ({"headers": {"X-Key": "secret\r\nEvil: 1"}}, "X-Key is empty, or holds a line break"),
        ({"headers": {"Host": "secret"}}, "browser's own"),
        ({"headers": {"Cookie": "secret"}}, "--cookie"),
        ({"cookies": {"a": "secret; path=/"}}, "cookie 'a' cannot be set"),
        ({"auth": "secret"}, "USER:PASSWORD"),
    ],
)
def test_what_cannot_be_sent_is_refused_and_not_shown(given: dict[str, dict[str, str]], said: str) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        Access(**given)  # type: ignore[arg-type]
    assert "secret" not in str(raised.value)


def test_credentials_are_not_shown() -> None:
    access = Access(headers={"A": "secret"}, cookies={"a": "secret"}, auth="me:secret")
    assert "secret" not in repr(access) + repr(Wanted(access=access))
