"""Executes a notebook, one line of progress per code cell, and writes it with its outputs.

Ends with 0, with 1 when a cell failed (what ran until then is written), with 2 on bad arguments.
"""

import argparse
import os
import pathlib
import sys
import time

import nbclient
import nbformat


def parse(arguments):
    parser = argparse.ArgumentParser(prog="./heddle run", description="Executes a notebook.")
    parser.add_argument("notebook", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path, metavar="OUTPUT",
                        help="write here instead of into the notebook")
    parser.add_argument("--timeout", type=float, metavar="SECONDS",
                        help="end a cell that takes longer (no limit)")
    options = parser.parse_args(arguments)
    if not options.notebook.is_file():
        parser.error(f"there is no notebook {options.notebook}")
    return options


class Progress:
    """Says which cell is under way and how it ended."""

    def __init__(self, notebook):
        self.numbers = {}
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type == "code" and cell.source.strip():
                self.numbers[index] = len(self.numbers) + 1
        self.started = time.monotonic()

    def start(self, cell, cell_index):
        if cell_index in self.numbers:
            self.started = time.monotonic()
            line = next(line for line in cell.source.splitlines() if line.strip())
            print(f"[{self.numbers[cell_index]:2}/{len(self.numbers)}] {line[:60]:60} ",
                  end="", flush=True)

    def executed(self, cell, cell_index, execute_reply):
        if cell_index not in self.numbers:
            return
        took = f"{time.monotonic() - self.started:6.1f} s"
        failed = execute_reply["content"]["status"] != "ok"
        expected = "raises-exception" in cell.metadata.get("tags", [])
        print(took + ("  (an error, as expected)" if failed and expected
                      else "  FAILED" if failed else ""), flush=True)


def execute(notebook, folder, timeout):
    """Runs all cells in order; returns the error of the first that failed, or None."""
    progress = Progress(notebook)
    client = nbclient.NotebookClient(
        notebook, timeout=timeout, resources={"metadata": {"path": str(folder)}},
        record_timing=False, store_widget_state=False,
        on_cell_start=progress.start, on_cell_executed=progress.executed)
    try:
        client.execute()
        return None
    except nbclient.exceptions.CellExecutionError as error:
        return error
    except (nbclient.exceptions.CellTimeoutError, nbclient.exceptions.DeadKernelError) as error:
        print()
        return error


def write(notebook, path):
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    nbformat.write(notebook, temporary)
    os.replace(temporary, path)


def main(arguments):
    options = parse(arguments)
    notebook = nbformat.read(options.notebook, as_version=4)
    error = execute(notebook, options.notebook.resolve().parent, options.timeout)
    output = options.output or options.notebook
    write(notebook, output)
    if error:
        print(f"\n{error}\n", file=sys.stderr)
    print(f"{'Stopped at the cell above; wrote' if error else 'Wrote'} {output}")
    return 1 if error else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
