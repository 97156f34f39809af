"""The public names."""

import subprocess
import sys

import pytest

import a11y_content as a11y
from a11y_content import _HOME


@pytest.mark.parametrize("name", a11y.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(a11y, name) is not None
    assert name in dir(a11y)


def test_the_lists_of_names_agree() -> None:
    assert {*_HOME, "__version__"} == set(a11y.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'rendr'"):
        a11y.rendr  # noqa: B018


def test_a_function_stays_a_function_whatever_is_imported_after_it() -> None:
    code = (
        "import a11y_content as a\n"
        "import a11y_content.parsing.source, a11y_content.auditing.report, a11y_content.site.builder\n"
        "assert all(map(callable, (a.parse, a.render, a.audit, a.build)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_package_alone_and_the_plugin_load_no_parser_and_no_browser() -> None:
    code = (
        "import sys, a11y_content, a11y_content.pytest_plugin\n"
        "assert not {'lxml', 'selenium', 'yaml', 'babel', 'pyromark'} & set(sys.modules), sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
