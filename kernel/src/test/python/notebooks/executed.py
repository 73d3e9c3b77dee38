"""A notebook after its run: what its cells gave, found by the cells' ids."""

import ast
import csv
import re

import nbclient
import nbformat

VEGA = "application/vnd.vegalite.v5+json"
LONGEST_CELL_SECONDS = 120


class Executed:
    def __init__(self, notebook):
        self.notebook = notebook

    @classmethod
    def from_file(cls, path):
        """Runs all cells of a notebook; an error where none is meant to be ends the run."""
        notebook = nbformat.read(path, as_version=4)
        nbclient.NotebookClient(
            notebook, timeout=LONGEST_CELL_SECONDS,
            resources={"metadata": {"path": str(path.parent)}}).execute()
        return cls(notebook)

    def outputs(self, cell_id):
        return next(cell.outputs for cell in self.notebook.cells if cell.id == cell_id)

    def printed(self, cell_id):
        """What a cell printed, or, where it printed nothing, the text of its value or results."""
        outputs = self.outputs(cell_id)
        printed = "".join(output.text for output in outputs if output.output_type == "stream")
        return printed or self.texts(cell_id)[0]

    def texts(self, cell_id):
        return [output.data["text/plain"] for output in self.outputs(cell_id) if "data" in output]

    def finding(self, cell_id):
        """The sentences above the picture of a run."""
        return self._picture(cell_id)["description"]

    def lanes(self, cell_id):
        """The names of the rows of a run's picture."""
        return texts(self._lanes_panel(cell_id)["encoding"]["y"]["scale"]["domain"]["expr"])

    def states(self, cell_id):
        """The states that the bars of a run's picture show."""
        panel = self._lanes_panel(cell_id)
        names = next(texts(step["calculate"]) for step in panel["transform"] if step["as"] == "state")
        return {names[int(bar["code"])]
                for bar in csv.DictReader(panel["data"]["values"].splitlines())}

    def numbers(self, cell_id):
        """The numbers of a run, by name, as they are shown."""
        lines = self.texts(cell_id)[-1].splitlines()
        return dict(re.split(r"\s{2,}", line, maxsplit=1) for line in lines)

    def percent(self, cell_id, name):
        return int(re.search(r"\d+", self.numbers(cell_id)[name]).group())

    def error(self, cell_id):
        """The message of the cell's error."""
        return next(output.evalue for output in self.outputs(cell_id)
                    if output.output_type == "error")

    def _lanes_panel(self, cell_id):
        return next(panel for panel in self._picture(cell_id)["vconcat"]
                    if "domain" in panel.get("encoding", {}).get("y", {}).get("scale", {}))

    def _picture(self, cell_id):
        return next(output.data[VEGA] for output in self.outputs(cell_id)
                    if VEGA in output.get("data", {}))


def texts(expression):
    """The texts of the list with which an expression of a picture begins."""
    return ast.literal_eval(re.match(r"\[('([^'\\]|\\.)*',?)*\]", expression).group())


def numbers_in(text):
    """All whole numbers of a text, read with their thousands separators."""
    return [int(found.replace(",", "")) for found in re.findall(r"\d+(?:,\d{3})*", text)]
