#!/usr/bin/env python3
"""Heddle beside ipykernel and JJava, measured in turns in one run; prints a Markdown table.

    ./heddle run notebooks/00-start-here.ipynb -o /tmp/out.ipynb   # builds, once
    python3 bench/bench.py [--rounds N]

Makes its own virtual environment in bench/.venv. Every number is the median over the rounds, with
the smallest and the largest in brackets; in each round every kernel takes its turn, so that what else
happens on the machine meets all of them alike.
"""

import argparse
import os
import pathlib
import platform
import queue
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
VENV = ROOT / "bench" / ".venv"
JAR = ROOT / "kernel" / "target" / "heddle-kernel.jar"
PACKAGES = ["ipykernel==7.4.0", "jupyter_client==8.10.0", "psutil==7.2.2"]
JJAVA = "jjava==1.0a7"
PATIENCE_SECONDS = 60
PRINTING_PATIENCE_SECONDS = 15
KILLED_AFTER_SECONDS = 5  # as Jupyter does with a kernel that does not end


# --- the environment ------------------------------------------------------------------------------

def prepare():
    """Makes the environment with all kernels; returns its Python."""
    python = VENV / "bin" / "python"
    if not (VENV / "complete").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
        install(python, *PACKAGES)
        if not install(python, JJAVA, check=False):
            print(f"{JJAVA} cannot be installed here: its column is left out", file=sys.stderr)
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


# --- a kernel under the clock ---------------------------------------------------------------------

class Kernel:
    """A started kernel; knows how long it took until it was ready."""

    def __init__(self, name):
        import jupyter_client
        self.manager = jupyter_client.KernelManager(kernel_name=name)
        began = time.perf_counter()
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.kernel_info()
        self.reply("kernel_info_reply")
        self.ready_seconds = time.perf_counter() - began
        self.run("1 + 1")
        self.first_result_seconds = time.perf_counter() - began
        self.listen()

    def listen(self):
        """Waits until what the kernel publishes arrives: a subscription takes its time."""
        while True:
            self.client.kernel_info()
            self.reply("kernel_info_reply")
            try:
                self.client.get_iopub_msg(timeout=0.5)
                return
            except queue.Empty:
                pass

    def reply(self, kind):
        while True:
            message = self.client.get_shell_msg(timeout=PATIENCE_SECONDS)
            if message["msg_type"] == kind:
                return message

    def run(self, code):
        """Runs a cell until its reply; raises if it failed."""
        self.client.execute(code)
        content = self.reply("execute_reply")["content"]
        if content["status"] != "ok":
            raise RuntimeError(f"{code}\n{content.get('ename')}: {content.get('evalue')}")

    def seconds(self, code, patience=PATIENCE_SECONDS):
        """How long a cell takes until it is idle, and all that it printed."""
        printed = []
        began = time.perf_counter()
        reply = self.client.execute_interactive(
            code, timeout=patience,
            output_hook=lambda m: printed.append(m["content"].get("text", "")))
        took = time.perf_counter() - began
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"{code}\n{reply['content'].get('evalue')}")
        return took, "".join(printed)

    def printed_number(self, code):
        return float(self.seconds(code)[1].split()[-1])

    def completion_seconds(self, code):
        began = time.perf_counter()
        self.client.complete(code)
        matches = self.reply("complete_reply")["content"]["matches"]
        assert matches, code
        return time.perf_counter() - began

    def megabytes(self):
        import psutil
        process = psutil.Process(self.manager.provisioner.pid)
        family = [process, *process.children(recursive=True)]
        return sum(member.memory_info().rss for member in family) / 1e6

    def end_seconds(self):
        """Asks it to shut down; returns how long its process lives on."""
        import psutil
        process = psutil.Process(self.manager.provisioner.pid)
        began = time.perf_counter()
        self.client.shutdown()
        try:
            while (process.is_running() and process.status() != psutil.STATUS_ZOMBIE
                   and time.perf_counter() - began < KILLED_AFTER_SECONDS):
                time.sleep(0.002)
        except psutil.NoSuchProcess:
            pass
        took = time.perf_counter() - began
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        return took


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
KERNELS = {"Heddle": ("heddle", JAVA_CELLS),
           "ipykernel": ("python3", PYTHON_CELLS),
           "JJava": ("java", JAVA_CELLS)}

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

EMPTY_TASKS = 100_000
THREADS_EMPTY = f"""%%threads -n {EMPTY_TASKS} -w 4 --quiet --run emptyRun
null"""
THREADS_EMPTY_READ = f"System.out.println(emptyRun.trace().wallNanos() / 1e3 / {EMPTY_TASKS});"
PYTHON_EMPTY = f"""
import time
from concurrent.futures import ThreadPoolExecutor
def nothing(): return None
with ThreadPoolExecutor(4) as pool:
    began = time.perf_counter()
    futures = [pool.submit(nothing) for _ in range({EMPTY_TASKS})]
    for future in futures: future.result()
    print((time.perf_counter() - began) * 1e6 / {EMPTY_TASKS})
"""

BURN = """
import java.util.concurrent.*;
long burn() {
    long x = 88172645463325252L, sum = 0;
    for (int i = 0; i < 400_000_000; i++) { x ^= x << 13; x ^= x >>> 7; x ^= x << 17; sum += x; }
    return sum;
}
double plain(int workers) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
        long began = System.nanoTime();
        var futures = new ArrayList<Future<Long>>();
        for (int i = 0; i < workers; i++) futures.add(pool.submit(() -> burn()));
        for (var future : futures) future.get();
        return (System.nanoTime() - began) / 1e9;
    }
}
"""


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


def empty_tasks():
    """Microseconds for each empty task: Heddle with tracing, Python's thread pool."""
    heddle, python = Kernel("heddle"), Kernel("python3")
    pairs = []
    for _ in range(5):
        heddle.run(THREADS_EMPTY)
        pairs.append((heddle.printed_number(THREADS_EMPTY_READ),
                      python.printed_number(PYTHON_EMPTY)))
    heddle.end_seconds(), python.end_seconds()
    return pairs[1:]


def tracing():
    """Seconds of the same computation: under %%threads, and on a plain pool in a plain cell."""
    kernel = Kernel("heddle")
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    kernel.run("import java.util.*;" + BURN)
    pairs = []
    for _ in range(10):
        plain = kernel.printed_number(f"System.out.println(plain({workers}));")
        kernel.run(f"%%threads -n {workers} -w {workers} --quiet --run burnRun\nburn()")
        traced = kernel.printed_number("System.out.println(burnRun.trace().wallNanos() / 1e9);")
        pairs.append((traced, plain))
    kernel.end_seconds()
    return pairs[2:]


# --- the table ------------------------------------------------------------------------------------

def text(values, unit):
    if not values:
        return "–"
    digits = 0 if unit in ("MB", "lines") else 1 if unit == "ms" else 2
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not JAR.exists():
        sys.exit("build first: mvn -Dquick package")
    if pathlib.Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(prepare(), [str(VENV / "bin" / "python"), *sys.argv])
    os.environ["PATH"] = os.path.dirname(java()) + os.pathsep + os.environ["PATH"]  # for JJava
    from jupyter_client.kernelspec import KernelSpecManager
    present = KernelSpecManager().find_kernel_specs()
    names = [name for name, (spec, _) in KERNELS.items() if spec in present]
    rounds = {name: [] for name in KERNELS}
    for number in range(options.rounds):
        for name in names:
            print(f"round {number + 1}: {name}", file=sys.stderr)
            rounds[name].append(measure(*KERNELS[name]))
    print(f"\n{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python "
          f"{platform.python_version()}, {options.rounds} rounds, median (smallest–largest)\n")
    table(rounds, names)
    print("\n| what | Heddle | beside | ratio | goal |\n|---|---|---|---|---|")
    pair_line("empty `%%threads` task, traced", "µs", empty_tasks(), "ThreadPoolExecutor", "≤ 0.5")
    pair_line("1 s of computing, traced", "s", tracing(), "plain pool", "≤ 1.01")


if __name__ == "__main__":
    main()
