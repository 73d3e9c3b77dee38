import pathlib

import pytest

from executed import Executed

FOLDER = pathlib.Path(__file__).resolve().parents[5] / "notebooks"


@pytest.fixture(scope="session")
def run_once():
    """Runs a notebook the first time it is asked for, by its name without `.ipynb`."""
    runs = {}

    def run(name):
        if name not in runs:
            runs[name] = Executed.from_file(FOLDER / f"{name}.ipynb")
        return runs[name]

    return run
