"""Every notebook runs from top to bottom, and its outputs are what they should be."""

import base64
import pathlib

import nbclient
import nbformat
import pytest

FOLDER = pathlib.Path(__file__).resolve().parents[5] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("[0-9]*.ipynb"))
VEGA = "application/vnd.vegalite.v5+json"
LONGEST_CELL_SECONDS = 120
LARGEST_BYTES = 400_000


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def executed(path):
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=LONGEST_CELL_SECONDS,
        resources={"metadata": {"path": str(path.parent)}}).execute()
    return notebook


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook):
    return [output for cell in code_cells(notebook) for output in cell.outputs]


def test_it_is_valid_and_asks_for_our_kernel(path, executed):
    nbformat.validate(executed)
    assert executed.metadata.kernelspec.name == "heddle"
    assert executed.metadata.language_info.name == "java"


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


def test_committed_outputs_have_the_structure_of_fresh_ones(path, executed):
    committed = nbformat.read(path, as_version=4)
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


def test_the_file_is_small(path):
    assert path.stat().st_size < LARGEST_BYTES
