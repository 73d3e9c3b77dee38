"""A thousand cells of all sorts, most of which go wrong: afterwards all is back, and the kernel answers."""

import os
import pathlib
import re
import time

HEAP_MEGABYTES = 600
ROUNDS = 50
CELLS = [
    # what people mistype
    ("int x = ;", "error"),
    ('String s = 5;', "error"),
    ("undefinedName + 1", "error"),
    # what fails while it runs
    ('throw new IllegalStateException("on purpose", new RuntimeException("its cause"));', "error"),
    ("int[] few = new int[2]; few[2] = 1;", "error"),
    ("int deeper(int n) { return deeper(n + 1) + 1; } deeper(0)", "error"),
    ("new byte[64][Integer.MAX_VALUE - 8].length", "error"),
    ('System.exit(3);', "error"),
    ('Object rude = new Object() { public String toString() { throw new RuntimeException("no"); } };\nrude', None),
    # floods
    ('for (int i = 0; i < 2_000; i++) System.out.println("line " + i);', "ok"),
    ('for (int t = 0; t < 4; t++) new Thread(() -> { for (int i = 0; i < 300; i++) System.err.println(i); }).start();', "ok"),
    # threads and files that are left to themselves
    ('for (int t = 0; t < 10; t++) new Thread(() -> { try { Thread.sleep(200); } catch (InterruptedException e) { } }).start();', "ok"),
    ('for (int t = 0; t < 10; t++) Thread.ofVirtual().start(() -> { try { Thread.sleep(200); } catch (InterruptedException e) { } });', "ok"),
    ('var left = java.util.concurrent.Executors.newCachedThreadPool(r -> { var t = new Thread(r); t.setDaemon(true); return t; });\nleft.submit(() -> 1).get(); left.shutdown();', "ok"),
    ('var open = new java.io.FileInputStream("/dev/null");', "ok"),
    # what all that is about
    ("%%threads -n 8 -w 4 --quiet\nif (task == 3) throw new Exception(\"of task 3\");\ntask", "error"),
    ("%%async -n 50 --quiet\nThread.sleep(2);", "ok"),
    ("record Point(int x, int y) {}\nint twice(int n) { return 2 * n; }\nnew Point(twice(1), 2)", "ok"),
]
INTERRUPTED = [
    'System.out.println("begun"); while (true) { }',
    """for (int t = 0; t < 4; t++) new Thread(() -> { while (true) { } }).start();
System.out.println("begun"); new java.util.concurrent.CountDownLatch(1).await();""",
]
LIVE_HEAP = """
System.gc(); System.gc();
System.out.println("live " + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));"""


class Use:
    """What a kernel process holds."""

    def __init__(self, kernel):
        process = pathlib.Path("/proc", str(kernel.process.pid))
        live = kernel.run(LIVE_HEAP)
        self.megabytes = int(re.search(r"live (\d+)", live.text())[1]) / 1e6
        self.threads = len(os.listdir(process / "task"))
        self.files = len(os.listdir(process / "fd"))


def a_round(kernel):
    for code, status in CELLS:
        result = kernel.run(code)
        assert status in (None, result.status), (code, result.content, result.text("stderr"))
    for code in INTERRUPTED:
        cell = kernel.send(code)
        kernel.later(cell, "begun")
        kernel.interrupt()
        result = kernel.finish(cell)
        assert (result.status, result.content["ename"]) == ("error", "Interrupted")


def back(kernel, most_threads, most_files):
    """What ends by itself needs its time."""
    for _ in range(100):
        use = Use(kernel)
        if use.threads <= most_threads and use.files <= most_files:
            return use
        time.sleep(0.2)
    return use


def test_a_thousand_cells_leave_nothing_behind(start):
    kernel = start(f"-Xmx{HEAP_MEGABYTES}m")
    for _ in range(2):
        a_round(kernel)
    time.sleep(3)
    before = Use(kernel)
    for _ in range(ROUNDS):
        a_round(kernel)
    after = back(kernel, before.threads + 8, before.files + 8)
    assert after.threads <= before.threads + 8
    assert after.files <= before.files + 8
    assert after.megabytes < before.megabytes + 60
    assert kernel.run("1 + 1").value == "2"
