"""Pages with defects that stand in some modes only, and the 48 modes in which they are looked for."""

import itertools

MODES = ";".join(
    ",".join(part for part in parts if part) or "default"
    for parts in itertools.product(
        ("", "text=150", "text=200"),
        ("", "contrast=dark", "contrast=sepia", "contrast=high-dark"),
        ("", "motion=reduced"),
        ("", "spacing=wide"),
    )
)

BASE = """
:root { --ink: #1a1a1a; --paper: #fff; --link: #0645ad }
:root[data-a11y-contrast=dark] { --ink: #eee; --paper: #111; --link: #8ab4f8 }
:root[data-a11y-contrast=sepia] { --ink: #3b2f20; --paper: #f6ecd9; --link: #5a3a00 }
:root[data-a11y-contrast=high-dark] { --ink: #fff; --paper: #000; --link: #ff0 }
:root[data-a11y-text="150"] { font-size: 150% }
:root[data-a11y-text="200"] { font-size: 200% }
:root[data-a11y-spacing=wide] { line-height: 1.8; letter-spacing: .12em; word-spacing: .16em }
body { color: var(--ink); background: var(--paper) }
a { color: var(--link) }
"""
DARK = ":root[data-a11y-contrast=dark]"
SEPIA = ":root[data-a11y-contrast=sepia]"
HIGH = ":root[data-a11y-contrast=high-dark]"
BIG = ':root[data-a11y-text="200"]'
WIDE = ":root[data-a11y-spacing=wide]"
CALM = ":root[data-a11y-motion=reduced]"

PLANTED = {
    "contrast": (f"{DARK} .c1 {{ color: #333 }}", "<p class=c1>Words that turn pale in the dark.</p>"),
    "three-way": (
        f"{SEPIA}[data-a11y-text='200'][data-a11y-spacing=wide] .c2 {{ color: #c9b99a }}",
        "<p class=c2>Words that fade in one combination.</p>",
    ),
    "target-size": (
        f".t {{ display: inline-block; width: 30px; height: 30px }} {BIG} .t {{ width: 12px; height: 12px }}",
        "<div><button class=t aria-label=One></button><button class=t aria-label=Two></button></div>",
    ),
    "label": (f"{WIDE} .l span {{ display: none }}", "<p><label class=l><span>Your name</span> <input></label></p>"),
    "hidden-focusable": (
        f".h {{ display: none }} {CALM} .h {{ display: block }}",
        "<div class=h aria-hidden=true><a href=#x>Hidden yet reached</a></div>",
    ),
    "scroll-region": (
        f".s {{ width: 30rem }} {BIG} .s {{ height: 3rem; width: 8rem; overflow: auto }}",
        "<div class=s><p>Much text that must be scrolled when it is large, by keyboard as well.</p></div>",
    ),
    "heading": (
        f".e {{ display: none }} {SEPIA} .e {{ display: block }}",
        "<h4 class=e>A level too deep</h4><h2 class=e></h2>",
    ),
    "link-in-text": (
        f"{DARK} .i a {{ text-decoration: none; color: #fff }}",
        "<p class=i>Text around <a href=#y>a link in it</a> and more text.</p>",
    ),
    "text-fill": (
        f"{HIGH} .f, {CALM} .f {{ -webkit-text-fill-color: #999 }}",
        "<p class=f>Filled with another colour.</p>",
    ),
    "overlay": (
        f".o {{ position: relative }} {WIDE} .o b {{ position: absolute; inset: 0; background: #888 }}",
        "<div class=o><p>Something lies over these words.</p><b></b></div>",
    ),
    "filter": (
        f"{SEPIA} .r {{ filter: opacity(40%) }} {DARK} .r {{ opacity: .3 }}",
        "<p class=r>Seen through a filter.</p>",
    ),
    "pseudo": (
        (
            ".p { position: relative }"
            f"{DARK} .p::before {{ content: ''; position: absolute; inset: 0; background: #99a }}"
        ),
        "<p class=p>Under a pseudo element.</p>",
    ),
    "background": (
        f"{SEPIA} .b {{ background-image: linear-gradient(#fff, #000) }}",
        "<p class=b>On a gradient that is no one colour.</p>",
    ),
    "opacity": (f"{HIGH} .v {{ opacity: .2 }} {CALM} .v {{ visibility: hidden }}", "<p class=v>Half gone.</p>"),
    "size": (
        f".z {{ color: #8a8a8a; background: #fff; font-size: 1.2rem }} {BIG} .z {{ font-size: .8rem }}",
        "<p class=z>Large enough, until it is small.</p>",
    ),
    "frame": (
        "",
        (
            '<iframe title="A part" width=200 height=100 srcdoc="<html lang=en><title>f</title><p style=color:#bbb>Pale'
            ' words</p><img src=x></html>"></iframe>'
        ),
    ),
    "frame-shown": (
        f".fs {{ display: none }} {WIDE} .fs {{ display: block }}",
        '<iframe class=fs title="Another" srcdoc="<html lang=en><title>f</title><button></button></html>"></iframe>',
    ),
    "shadow": (
        f"{DARK} .w {{ --pale: #444 }}",
        (
            "<div class=w></div><script>document.querySelector('.w').attachShadow({mode: 'open'}).innerHTML ="
            " '<style>p{color:var(--pale,inherit)}</style><p>In the shadow.</p><slot></slot>'</script>"
        ),
    ),
    "by-script": (
        "",
        (
            "<div class=k><a href=#k>Hidden by a script</a></div><script>new MutationObserver(() => {"
            " const on = document.documentElement.dataset.a11yContrast === 'sepia';"
            " document.querySelector('.k').toggleAttribute('aria-hidden', false);"
            " if (on) document.querySelector('.k').setAttribute('aria-hidden', 'true'); })"
            ".observe(document.documentElement, {attributes: true})</script>"
        ),
    ),
    "hidden-alike": (
        f"{DARK} .j {{ color: #333 }}",
        "<p class=j aria-hidden=true>Words nobody is told.</p><p class=j>Words that are told.</p>",
    ),
}
"""Style and markup of each kind of defect."""


def page(names: tuple[str, ...], extra: str = "") -> str:
    """Write a page with these defects."""
    styles = "\n".join(PLANTED[name][0] for name in names)
    parts = "\n".join(PLANTED[name][1] for name in names)
    return (
        f"<!doctype html><html lang=en><title>Planted</title><meta name=viewport content='width=device-width'>"
        f"<style>{BASE}{styles}{extra}</style>"
        f"<body><main id=main><h1>Planted defects</h1><p>Plain words first.</p>{parts}</main></body></html>"
    )


_ALL = tuple(PLANTED)
PAGES = {
    "all": _ALL,
    "even": _ALL[::2],
    "odd": _ALL[1::2],
    "first": _ALL[:8],
    "last": _ALL[-9:],
}
"""Five pages, each with other neighbours for each defect."""
EXTRAS = {
    "even": "main { display: grid; gap: 1rem } p { background: var(--paper) }",
    "odd": "main { max-width: 30rem; padding: 1rem; overflow: auto; height: 40rem }",
    "first": "main { position: relative; z-index: 1; transform: translateX(1rem) }",
    "last": "main { columns: 2 } @media (min-width: 60em) { p { text-shadow: 0 0 1px red } }",
}
"""A design of its own for each page."""
