"""Report formats: a file each, which registers one pure function from a report to text with `@report_format`."""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
