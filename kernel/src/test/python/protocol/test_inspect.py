"""What stands at the cursor is explained: Java, the JDK, Heddle, magics with their options."""

import pathlib

import pytest
from conftest import java


def inspect(kernel, code):
    """Inspects what stands before the bar."""
    at = code.index("|")
    content = kernel.request(
        "inspect_request", {"code": code.replace("|", "", 1), "cursor_pos": at, "detail_level": 0}
    ).content
    assert content["status"] == "ok"
    return content["data"].get("text/markdown", "") if content["found"] else None


def jdk_sources():
    home = pathlib.Path(java()).resolve().parent.parent
    return (home / "lib" / "src.zip").is_file()


@pytest.mark.parametrize(
    "code, told",
    [
        ("Heddle.thr|eads(4)", ["Heddle.threads(int workers)", "A pool of so many platform threads"]),
        ("display|(4)", ["display(Object value)", "Shows a value below the cell"]),
        ("Progress.of|(list)", ["Progress"]),
        ("%%threads| --tasks 4\ntask", ["%%threads [options]", "--workers"]),
        ("%%async --ta|sks 4\ntask", ["--timeout"]),
        ("%%compare| threads", ["[MODEL ...]"]),
        ("int a = 1;\n%maven| a:b:c", ["%maven [--repo URL]"]),
        ("%%time|it\n1", ["%timeit"]),
        ("%stop|", ["left running"]),
        ("%%threads -n 2\nMath.ma|x(1, 2)", ["int Math.max(int a, int b)"]),
    ],
)
def test_what_is_explained(kernel, code, told):
    page = inspect(kernel, code)
    assert page is not None
    for text in told:
        assert text in page


def test_the_documentation_of_the_jdk_is_shown_where_its_sources_are(kernel):
    page = inspect(kernel, 'List.copyOf|(x)')
    assert "copyOf" in page
    assert ("unmodifiable" in page) == jdk_sources()


@pytest.mark.parametrize("code", ["%nosuchmagic|", "nothing.here|", "%%nosuch --op|t\n1"])
def test_what_nobody_knows_is_not_found(kernel, code):
    assert inspect(kernel, code) is None
