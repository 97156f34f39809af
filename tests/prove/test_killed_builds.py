"""Killed builds: whenever the process dies, the published folder is the whole old site or the whole new one."""

import hashlib
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

RUNS = 120


def _digest(folder: Path) -> str:
    """A digest of names and contents, without the marker, which differs from build to build."""
    digest = hashlib.blake2b()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != ".a11y-content"):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _write(content: Path, version: int) -> None:
    content.mkdir(exist_ok=True)
    (content / "site.toml").write_text(f'title = "Version {version}"\nlang = "en"\n')
    for number in range(60):
        text = f"---\nkind: page\ntitle: Page {number}\nsummary: S.\n---\n\nVersion {version}.\n"
        (content / f"page-{number}.md").write_text(text)


def _command(content: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "a11y_content", "build", str(content), "-o", str(out)]


def _build(content: Path, out: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(_command(content, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.slow
def test_a_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    content, out = tmp_path / "content", tmp_path / "site"
    whole = {}
    for version in (0, 1):
        _write(content, version)
        begun = time.monotonic()
        assert _build(content, out).wait() == 0
        took = time.monotonic() - begun
        whole[version] = _digest(out)
    dice = random.Random(7)  # noqa: S311  a repeatable choice of moments
    killed = 0
    for run in range(RUNS):
        _write(content, run % 2)
        process = _build(content, out)
        try:
            process.wait(dice.uniform(0.3, 1.05) * took)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
        assert _digest(out) in whole.values(), f"torn in run {run}"
    assert killed > RUNS // 4
    ended = subprocess.run(_command(content, out), capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".site.building")] == []
