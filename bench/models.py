"""Each model of Heddle, traced as always, beside what Python has for the same work, in turns."""

import os
import pathlib
import subprocess
import sys

import sizes
from kernel import Kernel

PEERS = pathlib.Path(__file__).with_name("peers.py")
ROUNDS = 5
TRACINGS = 10

# so many rounds of `burn` take one core about a second
ROUNDS_OF_A_SECOND = 400_000_000

BURN = """
import java.util.concurrent.*;
long burn(int rounds) {
    long x = 88172645463325252L, sum = 0;
    for (int i = 0; i < rounds; i++) { x ^= x << 13; x ^= x >>> 7; x ^= x << 17; sum += x; }
    return sum;
}
double plain(int workers, int rounds) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
        long began = System.nanoTime();
        var futures = new ArrayList<Future<Long>>();
        for (int i = 0; i < workers; i++) futures.add(pool.submit(() -> burn(rounds)));
        for (var future : futures) future.get();
        return (System.nanoTime() - began) / 1e9;
    }
}
"""

WALL = "System.out.println({0}.trace().wallNanos() / {1});"
STARTED = ("System.out.println(({0}.trace().counters().startupNanos().orElseThrow()"
           " + {0}.trace().wallNanos()) / {1});")

# title, unit, peer, cell, what is read of its run, divisor, goal
MODELS = [
    ("empty `%%threads` task", "µs", "thread_pool",
     f"%%threads -n {sizes.EMPTY_TASKS} -w 4 --quiet --run measured\nnull",
     WALL, 1e3 * sizes.EMPTY_TASKS, "≤ 0.5"),
    (f"`%%async`: {sizes.SLEEPERS:,} tasks sleep 1 s", "s", "sleepers",
     f"%%async -n {sizes.SLEEPERS} --quiet --run measured\nThread.sleep(1000);",
     WALL, 1e9, "≤ 0.7"),
    ("`%%processes`: start of a worker to its first task", "ms", "spawn",
     "%%processes -n 1 -w 1 --fresh --quiet --run measured\nnull",
     STARTED, 1e6, "≤ 0.8"),
    ("empty `%%processes` task", "µs", "process_pool",
     f"%%processes -n {sizes.PROCESS_TASKS} -w 2 --quiet --run measured\nnull",
     WALL, 1e3 * sizes.PROCESS_TASKS, "≤ 1"),
]
PEER_NAMES = {"thread_pool": "ThreadPoolExecutor", "sleepers": "asyncio",
              "spawn": "multiprocessing spawn", "process_pool": "multiprocessing.Pool",
              "transfer": "multiprocessing.Pool"}
TRANSFER = (f"%%processes --over Collections.nCopies({sizes.TRANSFERS}, blob) -w 1 --quiet"
            " --run measured\nitem")


def pairs():
    """One line for each model: title, unit, pairs of ours and the peer's, the peer, the goal."""
    kernel = Kernel("heddle")
    yield from (measured(kernel, *model) for model in MODELS)
    yield transfer(kernel)
    kernel.run("import java.util.*;" + BURN)
    cores = usable_cores()
    for workers in sorted({cores, 8}):
        yield (f"1 s of computing on {workers} threads, traced", "s",
               tracing(kernel, workers, ROUNDS_OF_A_SECOND * cores // workers), "plain pool",
               "≤ 1.01")
    kernel.end_seconds()


def measured(kernel, title, unit, peer, cell, read, divisor, goal):
    found = []
    for _ in range(ROUNDS + 1):
        kernel.run(cell)
        found.append((kernel.printed_number(read.format("measured", divisor)), python(peer)))
    return title, unit, found[1:], PEER_NAMES[peer], goal


def transfer(kernel):
    kernel.run(f"byte[] blob = new byte[{sizes.TRANSFER_BYTES}];")
    megabytes = 2 * sizes.TRANSFERS * sizes.TRANSFER_BYTES / 1e6
    found = []
    for _ in range(ROUNDS + 1):
        kernel.run(TRANSFER)
        seconds = kernel.printed_number(WALL.format("measured", 1e9))
        found.append((megabytes / seconds, python("transfer")))
    return ("`%%processes`: 32 MB there and back", "MB/s", found[1:], PEER_NAMES["transfer"], "≥ 4")


def usable_cores():
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def tracing(kernel, workers, rounds):
    """Seconds of the same computation: under %%threads, and on a plain pool in a plain cell."""
    found = []
    for _ in range(TRACINGS):
        plain = kernel.printed_number(f"System.out.println(plain({workers}, {rounds}));")
        kernel.run(f"%%threads -n {workers} -w {workers} --quiet --run measured\nburn({rounds})")
        found.append((kernel.printed_number(WALL.format("measured", 1e9)), plain))
    return found[2:]


def python(peer):
    done = subprocess.run([sys.executable, str(PEERS), peer], check=True, capture_output=True,
                          text=True)
    return float(done.stdout)
