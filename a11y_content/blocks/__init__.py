"""Block kinds: one file a kind, holding its fields, its rules and its view; its CSS stands beside it.

Importing this package registers them all.
"""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
