"""Hostile and broken pages, each with what an audit must say about it; `hostile.py` serves them.

`AUDITED`: it is a page like others, in spite of all. `EITHER`: both are right, as long as it ends. Everything else is a
pattern of the reason that a named failure must give.
"""

# ruff: noqa: E501  a page is a line of the tables

import re

AUDITED = "audited"
EITHER = "either"
LATE = "no answer within"
LOAD = "could not be loaded|ERR_"
AWAY = "by itself"

HEAD = b"<!doctype html><html lang=en><title>Good</title>"
BODY = b"<main><h1>Good</h1><p><a href=/good>A link</a></p></main>"
GOOD = HEAD + BODY
PIXEL = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"

LOADED = "addEventListener('load', () => {%s})"
SCRIPTS: dict[str, tuple[str, str]] = {
    "moves": ("location.href = '/good'", AWAY),
    "moves-on-load": (LOADED % "location.href = '/good'", AWAY),
    "moves-later": (LOADED % "setTimeout(() => { location.href = '/good' }, 30)", f"{AWAY}|script failed|in the page"),
    "moves-away": ("location.href = 'http://localhost:' + location.port + '/good'", f"{AWAY}|another site"),
    "reloads": (LOADED % "setTimeout(() => location.reload(), 20)", f"{AWAY}|{LATE}|script failed|in the page|{LOAD}"),
    "reloads-at-once": ("location.reload()", f"{AWAY}|{LATE}|{LOAD}|script failed|in the page"),
    "hangs-at-once": ("for (;;) ;", LATE),
    "hangs-on-load": (LOADED % "for (;;) ;", LATE),
    "hangs-later": (LOADED % "setTimeout(() => { for (;;) ; }, 10)", LATE),
    "hangs-in-microtasks": (LOADED % "const again = () => Promise.resolve().then(again); again()", LATE),
    "storm-of-timers": ("setInterval(() => { const end = performance.now() + 40; while (performance.now() < end) ; }, 0)", EITHER),
    "storm-of-messages": ("onmessage = () => postMessage(0, '*'); postMessage(0, '*')", EITHER),
    "storm-of-states": ("let n = 0; setInterval(() => { for (let i = 0; i < 99; i += 1) history.pushState(n, '', `?${n += 1}`) }, 5)", EITHER),
    "storm-of-fetches": ("setInterval(() => { for (let i = 0; i < 20; i += 1) fetch(`/good?${i}`).catch(() => {}) }, 20)", EITHER),
    "storm-of-errors": ("setInterval(() => { for (let i = 0; i < 50; i += 1) console.error('again', i) }, 5)", EITHER),
    "storm-of-windows": ("setInterval(() => open('/good'), 10)", EITHER),
    "storm-of-elements": ("setInterval(() => document.body.append(document.createElement('p')), 1)", EITHER),
    "endless-alerts": ("for (;;) alert('again')", LATE),
    "asks": ("alert('hello'); confirm('really?'); prompt('who?'); print()", AUDITED),
    "asks-until-yes": ("while (!confirm('yes?')) ;", LATE),
    "asks-on-leaving": ("onbeforeunload = (event) => { event.preventDefault(); return 'stay' }", AUDITED),
    "hangs-on-leaving": ("onpagehide = onunload = onbeforeunload = () => { for (;;) ; }", AUDITED),
    "opens": ("open('/good')", AUDITED),
    "submits": ("const f = document.createElement('form'); f.target = '_blank'; f.action = '/good'; document.body.append(f); f.submit()", AUDITED),
    "throws": ("throw new Error('mine')", AUDITED),
    "debugger": ("debugger; setInterval(() => { debugger }, 10)", AUDITED),
    "writes-later": (LOADED % "setTimeout(() => { document.open(); document.write('<title>Other</title><main><h1>Other</h1></main>'); document.close() }, 20)", EITHER),
    "asks-for-rights": ("Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => {}); navigator.mediaDevices?.getUserMedia({audio: true}).catch(() => {})", AUDITED),
    "picks-files": ("const i = document.createElement('input'); i.type = 'file'; document.body.append(i); i.click()", AUDITED),
    "talks": ("const s = new WebSocket(`ws://${location.host}/socket`); s.onmessage = () => s.send('again')", AUDITED),
    "calls-programs": ("location.href = 'mailto:nobody@example.org'", EITHER),
    "forges": ("globalThis.axe = {run: () => Promise.resolve({violations: [], incomplete: []}), version: '99'}; globalThis.a11yContentAudit = {run: () => []}; Array.prototype.map = () => []; JSON.stringify = () => '{}'", EITHER),
    "eats-memory": ("const kept = []; setInterval(() => { for (let i = 0; i < 50; i += 1) kept.push(new Array(1e6).fill(Math.random())) }, 1)", EITHER),
    "takes-over": ("navigator.serviceWorker.register('/worker.js')", AUDITED),
    "keeps": ("localStorage.kept = 'yes'; document.cookie = 'kept=yes'", AUDITED),
    "loses-focus": ("onfocusin = (e) => e.target.blur(); setInterval(() => document.activeElement?.blur(), 0)", AUDITED),
    "resets-modes": ("new MutationObserver(() => { for (const a of [...document.documentElement.attributes]) if (a.name !== 'lang') document.documentElement.removeAttribute(a.name) }).observe(document.documentElement, {attributes: true})", AUDITED),
    "grows-when-looked-at": ("new MutationObserver(() => document.body.append('x')).observe(document, {subtree: true, childList: true}); document.body.append('x')", LATE),
    "deep-shadows": ("let e = document.body; for (let i = 0; i < 1e5; i += 1) { e = e.appendChild(document.createElement('div')).attachShadow({mode: 'open'}) }", EITHER),
    "frames-in-frames": ("const f = document.createElement('iframe'); f.title = 'x'; f.src = `?${Math.random()}`; document.body.append(f)", EITHER),
    "frames-come-and-go": ("setInterval(() => { const f = document.createElement('iframe'); f.title = 'x'; f.src = '/good'; document.body.append(f); setTimeout(() => f.remove(), 30) }, 10)", EITHER),
    "rewrites": (LOADED % "setInterval(() => { document.open(); document.write('<title>Other</title><main><h1>Other</h1></main>'); document.close() }, 5)", EITHER),
    "goes-back": ("setInterval(() => history.back(), 5)", f"{AWAY}|{LATE}|no page|script failed|in the page"),
    "goes-to-and-fro": ("history.pushState(0, '', '#a'); history.pushState(0, '', '#b'); setInterval(() => { history.back(); setTimeout(() => history.forward(), 2) }, 5)", EITHER),
    "big-drawing": ("const s = '<svg role=img aria-label=x width=900 height=900><filter id=f><feGaussianBlur stdDeviation=20 /></filter>' + '<path filter=url(#f) d=\"M0 0L900 900\" stroke=red />'.repeat(20000) + '</svg>'; document.body.insertAdjacentHTML('beforeend', s)", EITHER),
    "million-rules": ("const s = document.createElement('style'); s.textContent = Array.from({length: 1e6}, (_, i) => `.c${i} p:has(a){color:#00${i % 10}}`).join(''); document.head.append(s)", EITHER),
    "hangs-when-idle": (LOADED % "requestIdleCallback(() => { for (;;) ; })", LATE),
    "hangs-in-frames-of-time": (LOADED % "requestAnimationFrame(() => { for (;;) ; })", LATE),
    "moves-to-a-blob": ("location.href = URL.createObjectURL(new Blob(['<title>b</title>'], {type: 'text/html'}))", AWAY),
    "has-no-root": (LOADED % "document.documentElement.remove()", "in the page|script failed|no document|empty"),
    "half-letters": ("const i = new Image(); i.id = '\\ud800'; i.className = '\\udfff'; document.body.append(i, '\\ud800')", AUDITED),
    "speaks-to-terminals": ("const i = new Image(); i.id = '\\x1b]0;taken\\x07\\u202e'; document.body.append(i); console.error('\\x1b[2Jgone'); document.title = '\\x1b[31m'", AUDITED),
    "workers": ("const u = URL.createObjectURL(new Blob(['for (;;) ;'])); for (let i = 0; i < 20; i += 1) new Worker(u)", EITHER),
    "stops-itself": ("stop(); setInterval(stop, 1)", EITHER),
    "freezes-its-picture": ("const again = () => { document.startViewTransition?.(() => new Promise(() => {})).finished.finally(again) }; again()", EITHER),
    "opens-a-dialog": ("const d = document.createElement('dialog'); d.textContent = 'x'; document.body.append(d); d.showModal(); d.onclose = () => d.showModal()", AUDITED),
    "huge-attribute": ("document.querySelector('p').title = 'x'.repeat(2e7)", AUDITED),
    "scrolls": ("document.body.style.height = '9999px'; setInterval(() => scrollTo(0, Math.random() * 9999), 1)", AUDITED),
}  # fmt: skip
"""Pages that differ by their script alone."""

BODIES: dict[str, tuple[bytes, str]] = {
    "refresh-at-once": (HEAD + b'<meta http-equiv=refresh content="0;url=/good">' + BODY, AWAY),
    "refresh-later": (HEAD + b'<meta http-equiv=refresh content="600;url=/good">' + BODY, AUDITED),
    "refresh-to-itself": (HEAD + b'<meta http-equiv=refresh content="0">' + BODY, f"{AWAY}|{LOAD}|{LATE}|script failed|in the page|ERR_"),
    "frames": (HEAD + b'<frameset cols="50%,50%"><frame src="/good" title=a><frame src="/good" title=b></frameset>', EITHER),
    "deep": (HEAD + BODY + b"<div>" * 100_000, EITHER),
    "moves-forever": (HEAD + b"<style>@keyframes k{to{transform:rotate(1turn)}}h1{animation:k 1s infinite}</style>" + BODY, AUDITED),
    "no-encoding": (HEAD + "<main><h1>Grüße €</h1></main>".encode("utf-16"), EITHER),
    "not-utf-8": (HEAD + b"<meta charset=utf-8><main><h1>\xff\xfe\xed\xa0\x80</h1></main>", AUDITED),
    "endless-frame": (GOOD + b"<iframe title=x src=/drip></iframe>", LATE),
    "endless-picture": (GOOD + b"<img alt='' src=/drip-picture>", LATE),
    "clobbers": (HEAD + BODY + b"<form>" + b"".join(b"<p><input aria-label=x name=%s></p>" % n for n in b"id name title action method target elements length style className lang hidden value type submit role tabIndex attributes children".split()) + b"</form>", AUDITED),
    "clobbers-the-document": (GOOD + b"<form><input aria-label=x name=shadowRoot><input aria-label=x name=nodeName><input aria-label=x name=parentNode></form><img alt='' name=documentElement><img alt='' name=body><img alt='' name=getElementById><img alt='' name=styleSheets>", EITHER),
    "silent-frame": (GOOD + b"<iframe title=x src=/silent></iframe>", LATE),
    "silent-frame-below": (GOOD + b"<div style=height:99999px></div><iframe title=x loading=lazy src=/silent></iframe>", EITHER),
    "silent-font": (HEAD + b"<style>@font-face{font-family:f;src:url(/silent)}h1{font-family:f}</style>" + BODY, LATE),
    "silent-style": (HEAD + b"<link rel=stylesheet href=/silent>" + BODY, LATE),
    "silent-module": (GOOD + b"<script type=module>await new Promise(() => {})</script>", EITHER),
}  # fmt: skip
"""Pages that are what they are."""

OTHERS: dict[str, str] = {
    "good": AUDITED,
    "reset": LOAD,
    "silent": LATE,
    "headers-only": LATE,
    "drip": LATE,
    "bad-chunk": LOAD,
    "short": f"{LOAD}|no page",
    "loop": LOAD,
    "elsewhere": "another site",
    "moved": AUDITED,
    "status-204": "no page|status 204",
    "status-205": "no page|status 205|empty",
    "status-304": "status 304|no page",
    "status-401": f"status 401|{LOAD}",
    "status-403": "status 403",
    "status-404": "status 404",
    "status-500": "status 500",
    "status-503": "status 503",
    "pdf": f"not HTML|download|no page|{LOAD}",
    "archive": f"download|no page|{LOAD}",
    "attachment": f"download|no page|{LOAD}",
    "picture": "not HTML",
    "text": "text/plain, not HTML",
    "xml": "not HTML",
    "json": "not HTML",
    "empty": "empty page",
    "refresh-header": AWAY,
    "sandboxed": "sandbox",
    "trusted": AUDITED,
    "replaced": f"not HTML|download|no page|{LOAD}",
    "cookies": EITHER,
    "bomb": f"{LATE}|given up",
}
"""Pages whose answer itself is odd."""

EXPECTED: dict[str, str] = {
    **{name: says for name, (_, says) in SCRIPTS.items()},
    **{name: says for name, (_, says) in BODIES.items()},
    **OTHERS,
}


def as_expected(name: str, reason: str) -> bool:
    """Tell whether the reason of a failure (empty: audited) is what the page must get."""
    says = EXPECTED[name]
    if says == EITHER:
        return True
    return not reason if says == AUDITED else bool(reason and re.search(says, reason))
