"""Choose the Markdown parser and the YAML front-matter reader by measurement.

    python -m benchmarks.parsers [--quick] [--json FILE] [--spec commonmark.json]

Prints CPU per page on generated bodies of 4 KB and 13-field front matters (interleaved rounds, medians); what becomes of
hostile inputs, each in its own process on a thread stack of 256 KB (a small worker thread); and, with ``--spec`` (the JSON of
CommonMark's examples), how many examples pass and how many pieces of text are where the parser says they are.
``pip install pyromark comrak-ext markdown-it-py PyYAML ryaml ruamel.yaml rapidyaml py-yaml12`` gives every row;
a parser that is not installed is a row that says so. ``comrak`` and ``comrak-ext`` both install a module ``comrak``; only the second has trees.
"""

from __future__ import annotations

import argparse
import gc
import html
import json
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.parser_work import MARKDOWN, YAML, Work, body, comrak_tree, front, load, pyromark_events

N = 10_000
HOSTILE: dict[str, tuple[str, Callable[[], str]]] = {
    "10,000 nested >": ("md", lambda: "> " * N + "a"),
    "100,000 nested >": ("md", lambda: ">" * 10 * N + "a"),
    "10,000 [": ("md", lambda: "[" * N),
    "10,000 nested - - -": ("md", lambda: "- " * N + "a"),
    "2,000 lists by indentation": ("md", lambda: "".join("  " * i + "- a\n" for i in range(N // 5))),
    "10,000 *a **a": ("md", lambda: "*a **a " * N),
    "10,000 *a **a, closed": ("md", lambda: "*a **a " * N + "b" + " a** a*" * N),
    "10,000 nested images": ("md", lambda: "![" * N + "a" + "](u)" * N),
    "10,000 nested links": ("md", lambda: "[" * N + "a" + "](u)" * N),
    "10 MB of text, one line": ("md", lambda: "word " * 2_000_000),
    "10 MB of text, short lines": ("md", lambda: "word word word\n" * 660_000),
    "10,000 table rows": ("md", lambda: "|a|b|\n|-|-|\n" + "|c|d|\n" * N),
    "100,000 colons": ("md", lambda: ":" * 10 * N + "{care}\na\n:::"),
    "10,000 open fences": ("md", lambda: ":::{care}\n" * N),
    "10,000 footnotes": ("md", lambda: "".join(f"a[^{i}]\n\n[^{i}]: t\n\n" for i in range(N))),
    "backtick runs to 316": ("md", lambda: "".join("e" + "`" * i for i in range(316))),
    "NUL, tabs, CRLF": ("md", lambda: "a\0b\r\n\tc\r\n" * N),
    "100,000 [ (YAML)": ("yaml", lambda: "[" * 10 * N),
    "100,000 {a: (YAML)": ("yaml", lambda: "{a: " * 10 * N),
    "100,000 - - - (YAML)": ("yaml", lambda: "- " * 10 * N + "a"),
    "laughs (YAML)": ("yaml", lambda: "a: &a [x]\n" + "b: [*a, *a]\n"),
    "100,000 keys (YAML)": ("yaml", lambda: "".join(f"k{i}: 1\n" for i in range(10 * N))),
    "10,000 %TAG (YAML)": ("yaml", lambda: "".join(f"%TAG !a{i}! x\n" for i in range(N)) + "---\na"),
}


def speed(title: str, table: dict[str, Work], pages: list[str], rounds: int) -> list[dict[str, Any]]:
    """Median CPU per page of each candidate, rounds interleaved, ratio to the first."""
    times, missing = dict[str, list[float]](), dict[str, str]()
    for name, work in table.items():
        try:
            work(pages[0])
            times[name] = []
        except Exception as error:  # noqa: BLE001  a peer that is absent or fails is a row, not the end of the run
            missing[name] = f"{type(error).__name__}: {error}"
    for _ in range(rounds):
        for name, taken in times.items():
            gc.collect()
            start = time.process_time()
            for page in pages:
                table[name](page)
            taken.append((time.process_time() - start) / len(pages))
    first = statistics.median(next(iter(times.values())))
    print(
        f"\n## {title} ({len(pages)} pages, {sum(map(len, pages)) // len(pages)} characters each, {rounds} interleaved rounds)\n"
        "| candidate | us CPU/page median | min | ratio |\n|---|---|---|---|"
    )
    rows = []
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"| {name} | {median * 1e6:.0f} | {min(taken) * 1e6:.0f} | {median / first:.2f} |")
        rows.append({"tool": name, "work": title, "seconds": median, "ratio": median / first})
    print("".join(f"| {name} | {why} | | |\n" for name, why in missing.items()), end="")
    return rows


def hostile(kind: str, table: dict[str, Work]) -> None:
    """Each hostile input to each candidate in its own process: CPU seconds, exception, or the signal that killed it."""
    print(f"\n## Hostile inputs ({kind}), 256 KB of thread stack: CPU seconds, or what happened")
    print("| input |", " | ".join(table), "|\n|---" + "|---" * len(table) + "|")
    for name in (name for name, (which, _) in HOSTILE.items() if which == kind):
        cells = []
        for tool in table:
            try:
                done = subprocess.run(
                    [sys.executable, "-m", "benchmarks.parsers", "--one", kind, tool, name],
                    capture_output=True,
                    text=True,
                    timeout=60,
                    cwd=Path(__file__).parents[1],
                    check=False,
                )
                cells.append(
                    done.stdout.strip() if done.returncode == 0 else f"**killed by signal {-done.returncode}**"
                )
            except subprocess.TimeoutExpired:
                cells.append("**over 60 s**")
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def one(kind: str, tool: str, name: str) -> int:
    """Run one hostile case in a small thread and print what came of it."""
    text, work = HOSTILE[name][1](), (MARKDOWN if kind == "md" else YAML)[tool]

    def run() -> None:
        start = time.process_time()
        try:
            work(text)
            name = ""
        except Exception as error:  # noqa: BLE001  an exception is the answer here
            name = f"{type(error).__name__} in "
        print(f"{name}{time.process_time() - start:.2f}", flush=True)

    threading.stack_size(256 * 1024)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(run).result()
    return 0


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """For each piece of text of both parsers: parser, and whether it is at the place that was given."""

    def same(found: bytes, text: str) -> bool:
        plain = found.decode(errors="replace")
        return text in (plain, html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain)))

    source = text.encode()
    for event, span in pyromark_events(text):
        if "Text" in event and span["start"] < span["end"]:
            yield "pyromark", same(source[span["start"] : span["end"]], event["Text"])
    lines = source.splitlines()
    for value, start, end in comrak_tree(text):
        if type(value).__name__ == "Text" and start.line <= len(lines):
            yield "comrak-ext", same(lines[start.line - 1][start.column - 1 : end.column], value.value)


def conformance(path: str) -> None:
    """CommonMark's examples: passed (line ends beside tags and &quot; set aside), and text where it is said to be."""

    def norm(markup: str) -> str:
        return re.sub(r"\n+(?=<)|(?<=>)\n+", "", markup.replace("&quot;", '"')).strip()

    examples = json.loads(Path(path).read_text(encoding="utf-8"))
    comrak = load("comrak")
    print(
        f"\n## CommonMark's {len(examples)} examples\npyromark passes",
        sum(norm(load("pyromark").html(e["markdown"])) == norm(e["html"]) for e in examples),
        "comrak-ext passes",
        sum(
            norm(comrak.markdown_to_html(e["markdown"], None, None, comrak.RenderOptions(unsafe_=True)))
            == norm(e["html"])
            for e in examples
        ),
    )
    for change, make in {"as given": "foo", "non-ASCII": "fö漢"}.items():
        seen = [piece for e in examples for piece in pieces(e["markdown"].replace("foo", make))]
        for parser in ("pyromark", "comrak-ext"):
            print(
                f"{change}: {parser}: {seen.count((parser, True))} pieces of text in place, {seen.count((parser, False))} not"
            )


def main(argv: list[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Markdown parsers and YAML readers: speed, hostile inputs, places")
    parser.add_argument("--quick", action="store_true", help="30 pages, 3 rounds, no hostile inputs")
    parser.add_argument("--json", type=Path, help="also write the speed rows here")
    parser.add_argument("--spec", help="JSON of CommonMark's examples")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.one:
        return one(*args.one)
    rng, count, rounds = random.Random(1), 30 if args.quick else 300, 3 if args.quick else 7
    rows = speed("Markdown", MARKDOWN, [body(rng) for _ in range(count)], rounds)
    rows += speed("YAML front matter", YAML, [front(rng) for _ in range(count)], rounds)
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    if args.spec:
        conformance(args.spec)
    for kind, table in () if args.quick else (("md", MARKDOWN), ("yaml", YAML)):
        hostile(kind, table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
