#!/usr/bin/env python3
"""Whether a kernel becomes slower with the number of cells: python3 bench/growth.py [CELLS]

Declares and declares anew variables, methods and classes between expressions and statements, and prints
for each hundred cells the CPU time of the kernel per cell, which other programs on the machine disturb less
than the time on the clock, and the median of that. Uses the kernelspec `heddle`.
"""

import os
import statistics
import sys
import time

from kernel import Kernel

NAMES = 20
KINDS = [
    "{i} + 1",
    "int v{n} = {i};",
    "int f{n}(int a) {{ return a + {i}; }}",
    "for (int i = 0; i < 3; i++) {{ }}",
    "class C{n} {{ int n() {{ return {i}; }} }}",
]


def cpu_milliseconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def main(cells):
    kernel = Kernel("heddle")
    pid = kernel.manager.provisioner.pid
    before, took = cpu_milliseconds(pid), []
    print("cells  CPU per cell  median on the clock")
    for cell in range(1, cells + 1):
        began = time.perf_counter()
        step = cell // len(KINDS)
        kernel.run(KINDS[cell % len(KINDS)].format(i=step, n=step % NAMES))
        took.append(time.perf_counter() - began)
        if cell % 100 == 0:
            now = cpu_milliseconds(pid)
            median = 1000 * statistics.median(took[-100:])
            print(f"{cell:5}  {(now - before) / 100:9.1f} ms  {median:9.1f} ms", flush=True)
            before = now
    kernel.manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
