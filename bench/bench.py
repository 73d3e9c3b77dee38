#!/usr/bin/env python3
"""Heddle beside ipykernel, JJava and Kotlin's kernel, measured in turns in one run; prints a Markdown table.

    ./heddle run notebooks/00-start-here.ipynb -o /tmp/out.ipynb   # builds, once
    python3 bench/bench.py [--rounds N] [--models | --stop]

Makes its own virtual environment in bench/.venv. Every number is the median over the rounds, with
the smallest and the largest in brackets; in each round every kernel takes its turn, so that what else
happens on the machine meets all of them alike.
"""

import argparse
import os
import pathlib
import platform
import statistics
import subprocess
import sys

import models
import stop
from kernel import PATIENCE_SECONDS, Kernel

ROOT = pathlib.Path(__file__).resolve().parents[1]
VENV = ROOT / "bench" / ".venv"
JAR = ROOT / "kernel" / "target" / "heddle-kernel.jar"
PACKAGES = ["ipykernel==7.4.0", "jupyter_client==8.10.0", "psutil==7.2.2"]
OTHERS = ["jjava==1.0a7", "kotlin-jupyter-kernel==0.19.0.944"]
PRINTING_PATIENCE_SECONDS = 15


# --- the environment ------------------------------------------------------------------------------

def prepare():
    """Makes the environment with all kernels; returns its Python."""
    python = VENV / "bin" / "python"
    if not (VENV / "complete").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
        install(python, *PACKAGES)
        for other in OTHERS:
            if not install(python, other, check=False):
                print(f"{other} cannot be installed here: its column is left out", file=sys.stderr)
        (VENV / "complete").touch()
    subprocess.run([java(), "-jar", str(JAR), "install", "--prefix", str(VENV)],
                   check=True, stdout=subprocess.DEVNULL)
    return python


def install(python, *packages, check=True):
    command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages]
    return subprocess.run(command, check=check).returncode == 0


def java():
    home = subprocess.run([str(ROOT / "heddle"), "jdk"], check=True, capture_output=True, text=True)
    return os.path.join(home.stdout.strip(), "bin", "java")


# --- what is measured -----------------------------------------------------------------------------

JAVA_CELLS = {
    "complete": "System.out.pri",
    "print": 'for (int i = 0; i < 10_000; i++) System.out.println("line " + i);',
    "declare": "int x{0} = {0};",
}
PYTHON_CELLS = {
    "complete": "import os; os.path.jo",
    "print": 'for i in range(10_000): print("line", i)',
    "declare": "x{0} = {0}",
}
KOTLIN_CELLS = {
    "complete": "listOf(1, 2).fir",
    "print": 'for (i in 0 until 10_000) println("line $i")',
    "declare": "val x{0} = {0}",
}
KERNELS = {"Heddle": ("heddle", JAVA_CELLS),
           "ipykernel": ("python3", PYTHON_CELLS),
           "JJava": ("java", JAVA_CELLS),
           "Kotlin": ("kotlin", KOTLIN_CELLS)}

ROWS = {
    "start to ready": ("s", "≤ ipykernel"),
    "start to first result": ("s", "≤ 1.2 × ipykernel"),
    "`1 + 1`, warm": ("ms", "≤ 0.25 × JJava"),
    "completion, warm": ("ms", "≤ 0.3 × JJava"),
    "10,000 lines printed": ("s", "≤ 2 × ipykernel"),
    "lines of them lost": ("lines", "0"),
    "memory after 150 cells": ("MB", "≤ 0.6 × JJava"),
    "shutdown": ("s", "≤ ipykernel"),
}

def measure(name, cells):
    """One round of one kernel."""
    kernel = Kernel(name)
    found = {"start to ready": kernel.ready_seconds,
             "start to first result": kernel.first_result_seconds}
    for _ in range(20):
        kernel.seconds("1 + 1")
    found["`1 + 1`, warm"] = 1e3 * statistics.median(kernel.seconds("1 + 1")[0] for _ in range(30))
    for _ in range(10):
        kernel.completion_seconds(cells["complete"])
    found["completion, warm"] = 1e3 * statistics.median(
        kernel.completion_seconds(cells["complete"]) for _ in range(20))
    try:
        kernel.seconds(cells["print"], PRINTING_PATIENCE_SECONDS)
        took, text = kernel.seconds(cells["print"], PRINTING_PATIENCE_SECONDS)
        found["10,000 lines printed"] = took
        found["lines of them lost"] = 10_000 - text.count("\n")
    except TimeoutError:
        print(f"{name}: the printing cell never became idle", file=sys.stderr)
    for number in range(150 - 72):
        kernel.run(cells["declare"].format(number))
    found["memory after 150 cells"] = kernel.megabytes()
    found["shutdown"] = kernel.end_seconds()
    return found


# --- the table ------------------------------------------------------------------------------------

def text(values, unit):
    if not values:
        return "–"
    digits = 0 if unit in ("MB", "MB/s", "lines") else 1 if unit == "ms" else 2
    middle, low, high = statistics.median(values), min(values), max(values)
    return f"{middle:.{digits}f} {unit} ({low:.{digits}f}–{high:.{digits}f})"


def ratio(ours, theirs):
    if not ours or not theirs or statistics.median(theirs) == 0:
        return "–"
    return f"{statistics.median(ours) / statistics.median(theirs):.2f}"


def table(rounds, names):
    print("| what | " + " | ".join(names) + " | Heddle / ipykernel | Heddle / JJava | goal |")
    print("|---|" + "---|" * (len(names) + 3))
    for row, (unit, goal) in ROWS.items():
        values = {name: [r[row] for r in rounds[name] if row in r] for name in KERNELS}
        cells = [text(values[name], unit) for name in names]
        print(f"| {row} | " + " | ".join(cells) + f" | {ratio(values['Heddle'], values['ipykernel'])}"
              f" | {ratio(values['Heddle'], values['JJava'])} | {goal} |")


def pair_line(title, unit, pairs, peer, goal):
    ours, theirs = [p[0] for p in pairs], [p[1] for p in pairs]
    print(f"| {title} | {text(ours, unit)} | {peer}: {text(theirs, unit)} | "
          f"{ratio(ours, theirs)} | {goal} |")


def kernels(number_of_rounds):
    from jupyter_client.kernelspec import KernelSpecManager
    present = KernelSpecManager().find_kernel_specs()
    names = [name for name, (spec, _) in KERNELS.items() if spec in present]
    rounds = {name: [] for name in KERNELS}
    for number in range(number_of_rounds):
        for name in names:
            print(f"round {number + 1}: {name}", file=sys.stderr)
            rounds[name].append(measure(*KERNELS[name]))
    print(f"\n{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python "
          f"{platform.python_version()}, {number_of_rounds} rounds, median (smallest–largest)\n")
    table(rounds, names)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--models", action="store_true", help="only the models, not the kernels")
    parser.add_argument("--stop", action="store_true", help="only how long a stop takes")
    options = parser.parse_args()
    if not JAR.exists():
        sys.exit("build first: mvn -Dquick package")
    if pathlib.Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(prepare(), [str(VENV / "bin" / "python"), *sys.argv])
    # JJava starts the first `java` there is, Kotlin the first `python`
    os.environ["PATH"] = os.pathsep.join(
        [os.path.dirname(java()), str(VENV / "bin"), os.environ["PATH"]])
    if options.stop:
        print("\n".join(stop.measure()))
        return
    if not options.models:
        kernels(options.rounds)
    print("\n| what | Heddle | beside | ratio | goal |\n|---|---|---|---|---|")
    for title, unit, found, peer, goal in models.pairs():
        pair_line(title, unit, found, peer, goal)


if __name__ == "__main__":
    main()
