"""The settings of Firefox's profile: nobody is called, nothing is asked, nothing is kept."""

from __future__ import annotations

import json
from typing import Final

_NOWHERE: Final = "data:,"
_QUIET: Final[dict[str, object]] = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutConfig.showWarning": False,
    "browser.contentblocking.report.lockwise.enabled": False,
    "browser.discovery.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.region.update.enabled": False,
    "browser.safebrowsing.blockedURIs.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.page": 0,
    "browser.topsites.contile.enabled": False,
    "browser.uitour.enabled": False,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.usage.uploadEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "geo.provider.network.url": "",
    "media.gmp-manager.updateEnabled": False,
    "media.gmp-manager.url": _NOWHERE,
    "messaging-system.rsexperimentloader.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.http.speculative-parallel-limit": 0,
    "network.predictor.enabled": False,
    "network.prefetch-next": False,
    "security.OCSP.enabled": 0,
    "services.settings.server": _NOWHERE,
    "signon.autofillForms": False,
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.server": _NOWHERE,
    "toolkit.telemetry.unified": False,
}
"""What Firefox does by itself over the network, all off."""
_STRICT: Final[dict[str, object]] = {
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.tabs.remote.unloadDelayMs": 0,
    "dom.block_download_insecure": True,
    "dom.disable_beforeunload": True,
    "dom.disable_open_during_load": True,
    "dom.max_chrome_script_run_time": 0,
    "dom.max_script_run_time": 0,
    "dom.ipc.reportProcessHangs": False,
    "layout.css.prefers-reduced-transparency.enabled": True,
    "network.http.enforce-framing.http1": True,
    "network.http.enforce-framing.soft": False,
    "permissions.default.camera": 2,
    "permissions.default.desktop-notification": 2,
    "permissions.default.geo": 2,
    "permissions.default.microphone": 2,
    "security.sandbox.warn_unprivileged_namespaces": False,
    "ui.systemUsesDarkTheme": 0,
}
"""An answer that breaks off is an error; no page keeps the reader, asks for rights or opens windows."""
_LOOPBACK: Final[dict[str, object]] = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.allow_hijacking_localhost": False,
}
"""Every other address is asked for at a port where nobody listens."""


def user_js(*, only_loopback: bool) -> str:
    """Give the file `user.js` of a profile."""
    settings = {**_QUIET, **_STRICT, **(_LOOPBACK if only_loopback else {})}
    return "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items())
