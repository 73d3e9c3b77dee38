"""How long a stop takes, by what the cell does: from the interrupt to the kernel's idle, when every
thread of the cell has ended or is named as one that cannot be ended."""

import queue
import statistics
import time

from kernel import PATIENCE_SECONDS, Kernel

ROUNDS = 20
SETTLE_SECONDS = 0.15  # what the cell does is under way, and its output has arrived
BEGUN = 'System.out.println("begun");'
FOREVER = "for (long n = 0; ; n++) { if (n < 0) break; }"

CELLS = {
    "spins": f"{BEGUN} {FOREVER}",
    "sleeps": f"{BEGUN} Thread.sleep(60_000);",
    "is parked": f"{BEGUN} java.util.concurrent.locks.LockSupport.park();",
    "waits for a lock": "var lock = new java.util.concurrent.locks.ReentrantLock(); "
                        f"Thread.ofPlatform().start(() -> {{ lock.lock(); {FOREVER} }}); "
                        f"Thread.sleep(20); {BEGUN} lock.lock();",
    "reads from a socket": "var server = new ServerSocket(0); "
                           'var socket = new Socket("localhost", server.getLocalPort()); '
                           f"{BEGUN} socket.getInputStream().read();",
    "prints": f'{BEGUN} for (long n = 0; ; n++) System.out.println("line " + n);',
    "8 threads spin": "for (int i = 0; i < 8; i++) "
                      f"Thread.ofPlatform().start(() -> {{ {FOREVER} }}); {BEGUN} {FOREVER}",
    "1,000 virtual threads sleep": "for (int i = 0; i < 1_000; i++) "
                                   "Thread.ofVirtual().start(() -> { try { Thread.sleep(60_000); } "
                                   "catch (InterruptedException e) { throw new RuntimeException(e); } }); "
                                   f"{BEGUN} Thread.sleep(60_000);",
    "a parallel stream spins": f"{BEGUN} java.util.stream.IntStream.range(0, 8).parallel()"
                               f".forEach(i -> {{ {FOREVER} }});",
    "%%threads": f"%%threads -n 4\n{BEGUN} {FOREVER}",
    "%%async": f"%%async -n 100\n{BEGUN} Thread.sleep(60_000);",
    "%%processes": f"%%processes -n 2\n{BEGUN} {FOREVER}",
}


def measure():
    """A Markdown table: median, the 95 % below, and the largest of each kind, in milliseconds."""
    kernel = Kernel("heddle")
    yield "| the cell | median | 95 % within | largest |\n|---|---|---|---|"
    try:
        for name, cell in CELLS.items():
            took = sorted(stop_milliseconds(kernel, cell) for _ in range(ROUNDS))
            within = took[int(0.95 * (len(took) - 1))]
            yield f"| {name} | {statistics.median(took):.0f} ms | {within:.0f} ms | {took[-1]:.0f} ms |"
    finally:
        kernel.end_seconds()


def stop_milliseconds(kernel, cell):
    client = kernel.client
    request = client.execute(cell)
    await_output(client, lambda m: "begun" in m["content"].get("text", ""))
    time.sleep(SETTLE_SECONDS)
    began = time.perf_counter()
    kernel.manager.interrupt_kernel()
    await_output(client, lambda m: m["content"].get("execution_state") == "idle"
                 and m["parent_header"].get("msg_id") == request)
    took = time.perf_counter() - began
    reply = kernel.reply("execute_reply")
    assert reply["content"]["status"] == "error", f"{cell} was not stopped"
    return 1e3 * took


def await_output(client, found):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            if found(client.get_iopub_msg(timeout=1)):
                return
        except queue.Empty:
            pass
    raise TimeoutError("the kernel said nothing")
