"""Fill templates of somebody else with our parts: `python examples/foreign/fill.py OUT [bootstrap.min.css]`."""

import shutil
import sys
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

import a11y_content as a11y
from a11y_content.rendering.assets import site_assets

HERE = Path(__file__).parent


def fill(out: Path, bootstrap: Path | None = None) -> str:
    """Write the filled templates and the files that they link to; give the policy to send with them."""
    assets = site_assets()
    parts = a11y.render_parts(a11y.load(HERE / "first-visit.md"), assets=assets)
    for path, data in assets.parts_files.items():
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    for name in ("plain", "bootstrap") if bootstrap else ("plain",):
        template = Template((HERE / f"{name}.html").read_text("utf-8"))
        page = template.substitute(
            title=escape(parts.title),
            head=parts.head,
            skip_link=parts.skip_link,
            menu=parts.menu,
            main=parts.main,
            scripts=parts.scripts,
        )
        (out / f"{name}.html").write_text(page, "utf-8")
    shutil.copy(HERE / "plain.css", out)
    if bootstrap:
        shutil.copy(HERE / "bootstrap-reader.css", out)
        shutil.copy(bootstrap, out / "bootstrap.min.css")
    return parts.csp


if __name__ == "__main__":
    print(fill(Path(sys.argv[1]), *map(Path, sys.argv[2:3])))
