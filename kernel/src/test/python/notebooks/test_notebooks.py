"""Every notebook runs from top to bottom, has the parts of a lesson, and shows what it should."""

import base64
import re

import nbformat
import pytest

from conftest import FOLDER
from executed import VEGA

NOTEBOOKS = sorted(FOLDER.glob("[0-9]*.ipynb"))
LARGEST_BYTES = 600_000


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def committed(path):
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="module")
def executed(path, run_once):
    return run_once(path.stem).notebook


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook):
    return [output for cell in code_cells(notebook) for output in cell.outputs]


def test_it_is_valid_and_asks_for_our_kernel(executed):
    nbformat.validate(executed)
    assert executed.metadata.kernelspec.name == "heddle"
    assert executed.metadata.language_info.name == "java"


def test_it_says_first_what_it_takes(committed):
    first = committed.cells[0].source
    assert first.startswith("# ")
    for part in ("**You will** ", "**Time:** ", "**Cores:** "):
        assert part in first


def test_it_has_the_parts_of_a_lesson(committed):
    text = "\n".join(cell.source for cell in committed.cells if cell.cell_type == "markdown")
    parts = ["```python", "What to notice\n", "## Exercise\n", "**Solution**", "## Clean up\n", "## Next\n"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert committed.cells[-1].source.startswith("## Next\n")


def test_the_exercise_has_a_check_and_a_folded_solution(committed):
    cells = {cell.id: cell for cell in committed.cells}
    assert "check" in cells
    assert cells["solution"].metadata.jupyter.source_hidden
    assert not any(cell.metadata.get("jupyter", {}).get("source_hidden")
                   for id, cell in cells.items() if not id.startswith("solution"))


def test_its_links_lead_somewhere(path, committed):
    for cell in committed.cells:
        if cell.cell_type == "markdown":
            for target in re.findall(r"\]\(([^)#\s]+)", cell.source):
                assert target.startswith("https://") or (path.parent / target).is_file(), target


def test_only_cells_meant_to_fail_do(executed):
    for cell in code_cells(executed):
        errors = [output for output in cell.outputs if output.output_type == "error"]
        expected = "raises-exception" in cell.metadata.get("tags", [])
        assert bool(errors) == expected, cell.source


def test_nothing_is_written_to_stderr(executed):
    for output in outputs(executed):
        assert not (output.output_type == "stream" and output.name == "stderr"), output.text


def test_every_output_has_a_text(executed):
    for output in outputs(executed):
        if output.output_type in ("display_data", "execute_result"):
            assert output.data.get("text/plain"), sorted(output.data)


def test_pictures_are_complete(executed):
    pictures = [output for output in outputs(executed) if VEGA in output.get("data", {})]
    assert pictures
    for picture in pictures:
        assert base64.b64decode(picture.data["image/png"]).startswith(b"\x89PNG\r\n\x1a\n")
        assert picture.data[VEGA]["$schema"].endswith("/vega-lite/v5.json")
        assert picture.data[VEGA]["description"]
        assert not {"text/html", "application/json", "image/svg+xml"} & set(picture.data)


def test_committed_outputs_have_the_structure_of_fresh_ones(committed, executed):
    assert [structure(cell) for cell in code_cells(committed)] == \
        [structure(cell) for cell in code_cells(executed)]


def structure(cell):
    """What a cell's outputs are, without their values: neighbouring text counts once."""
    kinds = []
    for output in cell.outputs:
        kind = (output.output_type, output.get("name"), tuple(sorted(output.get("data", {}))))
        if not (kinds and output.output_type == "stream" and kinds[-1] == kind):
            kinds.append(kind)
    return kinds


def test_the_file_is_small(path, executed):
    assert path.stat().st_size < LARGEST_BYTES
    assert len(nbformat.writes(executed).encode()) < LARGEST_BYTES
