import http.client
import time
from pathlib import Path

import pytest

from a11y_content.auditing.server import locate, serve
from a11y_content.problem import UsageError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "sub").mkdir(parents=True)
    (root / "index.html").write_text("<title>home</title>")
    (root / "sub" / "index.html").write_text("<title>sub</title>")
    (root / "a b.html").write_text("<title>space</title>")
    (root / "style.css").write_text("a{}")
    (tmp_path / "secret.html").write_text("secret")
    (root / "out.html").symlink_to(tmp_path / "secret.html")
    (root / "in.html").symlink_to(root / "index.html")
    return root


@pytest.mark.parametrize(
    "address",
    [
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/sub/../../secret.html",
        "/out.html",
        "/..\\secret.html",
        "/a\0b",
        "/no",
    ],
)
def test_nothing_outside_of_the_folder_is_named(site: Path, address: str) -> None:
    assert locate(site.resolve(), address) is None


def test_a_link_that_stays_inside_is_followed(site: Path) -> None:
    assert locate(site.resolve(), "/in.html?x#y") == site.resolve() / "index.html"


def get(base: str, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(base.removeprefix("http://"), timeout=5)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def test_files_are_served_on_loopback_with_their_types(site: Path) -> None:
    with serve(site) as base:
        assert base.startswith("http://127.0.0.1:")
        status, headers, body = get(base, "/a%20b.html")
        assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert body == b"<title>space</title>"
        assert get(base, "/style.css")[1]["Content-Type"] == "text/css; charset=utf-8"
        assert get(base, "/")[2] == b"<title>home</title>"
        assert get(base, "/sub")[0] == 301
        assert get(base, "/sub/")[2] == b"<title>sub</title>"
        assert get(base, "/missing.html")[0] == 404
        assert get(base, "/out.html")[0] == 404
        assert get(base, "/../secret.html")[0] == 404


def test_head_gives_no_body(site: Path) -> None:
    with serve(site) as base:
        status, headers, body = get(base, "/", "HEAD")
        assert (status, headers["Content-Length"], body) == (200, "19", b"")


def test_the_server_is_gone_after_the_block(site: Path) -> None:
    with serve(site) as base:
        pass
    with pytest.raises(ConnectionRefusedError):
        get(base, "/")


def test_another_interface_of_the_machine_is_served_where_it_is_asked_for(site: Path) -> None:
    with serve(site, host="127.0.0.2") as base:
        assert base.startswith("http://127.0.0.2:")
        assert get(base, "/")[0] == 200
    with pytest.raises(UsageError, match="cannot be served at"), serve(site, host="203.0.113.1"):
        pass


def test_an_answer_comes_at_once_also_the_second_of_a_connection(site: Path) -> None:
    with serve(site) as base:
        connection = http.client.HTTPConnection(base.removeprefix("http://"), timeout=5)
        begun = time.monotonic()
        for _ in range(50):
            connection.request("GET", "/")
            connection.getresponse().read()
        connection.close()
        assert time.monotonic() - begun < 1, "40 ms each where head and body leave one by one"
