"""What `benchmarks.parsers` times: generated pages, and one function a parser from a text to its result."""

from __future__ import annotations

import importlib
import random
import re
from collections.abc import Callable
from typing import Any

Work = Callable[[str], object]

WORDS = [
    "asthma",
    "inhaler",
    "your",
    "doctor",
    "breathe",
    "medicine",
    "chest",
    "wheeze",
    "cold",
    "naïve",
    "café",
    "symptom",
    "night",
    "call",
    "help",
    "blue",
]
FENCE = re.compile(rb"^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]\s]++\]:[ \t])*+(:{3,}+[^\r\n]*)", re.MULTILINE)
MAX_DEPTH = 64
load = importlib.import_module


def body(rng: random.Random) -> str:
    """One page of Markdown, about 4 KB, with every construct that the content format allows."""

    def text(count: int) -> str:
        return " ".join(rng.choice(WORDS) for _ in range(count))

    parts: list[str] = []
    while sum(map(len, parts)) < 4000:
        parts += [
            f"## {text(4)}",
            f"{text(30)} *{text(2)}* **{text(2)}** [{text(2)}](/a/{rng.randrange(99)})\n{text(25)}",
            "\n".join(f"- {text(8)} `{text(1)}`" for _ in range(5)),
            f":::{{care}} urgent\n{text(20)}\n\n- {text(6)}\n:::",
            f"| {text(1)} | {text(1)} |\n|---|---|\n" + "\n".join(f"| {text(3)} | {text(4)} |" for _ in range(3)),
            f"> {text(12)}\n> {text(9)}",
            f"![{text(3)}](p.jpg) {text(10)}[^{len(parts)}]\n\n[^{len(parts)}]: {text(6)}",
        ]
    return "\n\n".join(parts) + "\n"


def front(rng: random.Random) -> str:
    """One front matter with 13 fields: strings, dates, numbers, a list, a list of mappings, a block scalar."""
    word = rng.choice
    return (
        f'kind: condition\ntitle: {word(WORDS).title()} and {word(WORDS)}\ndescription: "{" ".join(word(WORDS) for _ in range(14))}"\n'
        f"lang: en\nslug: {word(WORDS)}-{rng.randrange(999)}\nreviewed: 2025-{rng.randrange(1, 13):02}-11\nversion: {rng.randrange(9)}\n"
        f"draft: false\nurgency: urgent\nsynonyms: [{word(WORDS)}, {word(WORDS)}, {word(WORDS)}]\ncodes:\n"
        + "".join(f"  - system: snomed\n    code: '{rng.randrange(10**8)}'\n" for _ in range(3))
        + f"summary: |\n  {' '.join(word(WORDS) for _ in range(12))}\n  {word(WORDS)} {word(WORDS)}\nauthor:\n  name: A B\n  role: nurse\n"
    )


def mask_fences(source: bytes) -> tuple[bytes, dict[int, bytes]]:
    """Turn each ``:::`` line into a thematic break of the same length; give the fences by their byte offset."""
    masked, fences = bytearray(source), {found.start(1): found[1] for found in FENCE.finditer(source)}
    for start, words in fences.items():
        masked[start : start + len(words)] = b"*" * len(words)
    return bytes(masked), fences


def pyromark_events(text: str) -> list[Any]:
    """All events with byte ranges (options: 2 is tables, 4 is footnotes)."""
    module = load("pyromark")
    return list(module.events_with_range(text, options=module.Options(2 | 4)))


def pyromark_located(text: str) -> list[list[Any]]:
    """Events with line and column (characters) of each, and directives: what the library would do with pyromark."""
    source = text.encode()
    masked, fences = mask_fences(source)
    ends = [0, *(found.end() for found in re.finditer(rb"\n", source))]
    plain, line, out = source.isascii(), 0, list[list[Any]]()
    for event, span in pyromark_events(masked.decode()):
        if event.__class__ is dict and "End" in event:
            out.append([event])
            continue
        start = span["start"]
        while line + 1 < len(ends) and ends[line + 1] <= start:
            line += 1
        column = start - ends[line] if plain else len(source[ends[line] : start].decode())
        out.append(
            [{"Fence": fences[start].decode()} if event == "Rule" and start in fences else event, line + 1, column + 1]
        )
    return out


CORE: list[tuple[re.Pattern[str], Callable[[str], object]]] = [
    (re.compile(r"(?:null|Null|NULL|~|)"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]{1,300}"), int),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
]


def scalar(text: str, style: str) -> object:
    """The value of a scalar by the YAML 1.2 core schema: dates, ``no`` and ``12:30`` stay text."""
    plain = not style and (not text or text[0] in "nNtTfF~-+.0123456789")
    return next((make(text) for pattern, make in CORE if pattern.fullmatch(text)), text) if plain else text


def yaml_located(text: str) -> object:
    """A tree of ``(value, line, column)`` from PyYAML's C events: bounded, no aliases or tags, duplicate keys refused."""
    yaml = load("yaml")
    stack: list[tuple[Any, Any]] = []  # (container, pending key) for each open container
    holder: Any = []
    key: Any = None
    documents = 0
    for event in yaml.parse("---\n" + text, Loader=yaml.CLoader):
        kind = event.__class__.__name__
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            holder, key = stack.pop()
            continue
        if kind not in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
            documents += kind == "DocumentStartEvent"
            if kind != "AliasEvent" and documents < 2:
                continue
        place = (event.start_mark.line, event.start_mark.column + 1)  # "---" is line 0, so this counts lines from 1
        if documents > 1 or event.anchor is not None or event.tag is not None:
            raise ValueError("anchor, alias, tag or second document", *place)
        value: Any = (
            (event.value if holder.__class__ is dict and key is None else scalar(event.value, event.style))
            if kind == "ScalarEvent"
            else {}
            if kind == "MappingStartEvent"
            else []
        )
        if holder.__class__ is list:
            holder.append((value, *place))
        elif key is None:
            if kind != "ScalarEvent" or value in holder:
                raise ValueError("duplicate key or key that is not text", *place)
            key = value
            continue
        else:
            holder[key], key = (value, *place), None
        if kind != "ScalarEvent":
            stack.append((holder, key))
            holder, key = value, None
        if len(stack) > MAX_DEPTH:
            raise ValueError("too deep", *place)
    return holder


def comrak_tree(text: str) -> list[Any]:
    """comrak-ext's tree, fully walked without recursion, as (node, start, end)."""
    module = load("comrak")
    todo = [module.parse_document(text, module.ExtensionOptions(table=True, footnotes=True, block_directive=True))]
    out = []
    while todo:
        node = todo.pop()
        todo += node.children
        out.append((node.node_value, node.sourcepos.start, node.sourcepos.end))
    return out


MARKDOWN: dict[str, Work] = {
    "pyromark events_with_range + fences + line:column": pyromark_located,
    "pyromark events_with_range": pyromark_events,
    "comrak-ext parse_document + walk": comrak_tree,
    "markdown-it-py parse": lambda t: load("markdown_it").MarkdownIt("commonmark").enable("table").parse(t),
}
YAML: dict[str, Work] = {
    "PyYAML C events -> located tree": yaml_located,
    "PyYAML C events": lambda t: list(load("yaml").parse(t, Loader=load("yaml").CLoader)),
    "PyYAML CSafeLoader (values)": lambda t: load("yaml").load(t, load("yaml").CSafeLoader),
    "ryaml (values)": lambda t: load("ryaml").loads(t),
    "py-yaml12 (values)": lambda t: load("yaml12").parse_yaml(t),
    "rapidyaml (C++ tree, not read)": lambda t: load("ryml").parse_in_arena(t),
    "ruamel.yaml compose (located)": lambda t: load("ruamel.yaml").YAML(typ="rt").compose(t),
}
