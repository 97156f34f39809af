"""The Content-Security-Policy under which our pages work, exactly (CSP Level 3, `hash-source`)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def csp(*, scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """Write the policy for pages with these inline scripts and styles, and files of their own site.

    Nothing else may load, no form may be sent, no base address set. It holds only what a meta element may say too
    (no `frame-ancestors`, `sandbox` or `report-uri`), so that one string is right everywhere.
    """
    script_sources = " ".join(["'self'", *map(_sha256, scripts)])
    style_sources = " ".join(["'self'", *map(_sha256, styles)])
    return (
        f"default-src 'none'; script-src {script_sources}; style-src {style_sources}; img-src 'self'; "
        "media-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
    )


def header_files(policy: str, redirects: Iterable[str] = (), apache: Iterable[str] = ()) -> dict[str, str]:
    """Give the files that make common hosts send the policy with every page, and redirect, by path in the site.

    `_headers` and `_redirects` are read by Netlify and by Cloudflare Pages, `.htaccess` by Apache. `nosniff` goes
    along: a picture or a text that somebody publishes is then never taken for a script. `redirects` are the lines of
    `_redirects`, which is left out without any, `apache` the same for `.htaccess`.
    """
    lines, rules = "".join(f"{one}\n" for one in redirects), "".join(f"  {one}\n" for one in apache)
    return {
        **({"_redirects": lines} if lines else {}),
        "_headers": f"/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n",
        ".htaccess": (
            "<IfModule mod_headers.c>\n"
            f'  Header always set Content-Security-Policy "{policy}"\n'
            '  Header always set X-Content-Type-Options "nosniff"\n'
            "</IfModule>\n" + (f"<IfModule mod_alias.c>\n{rules}</IfModule>\n" if rules else "")
        ),
    }


def _sha256(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
