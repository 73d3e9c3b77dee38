"""A Jupyter kernel under the clock."""

import queue
import subprocess
import time

PATIENCE_SECONDS = 60
KILLED_AFTER_SECONDS = 5  # as Jupyter does with a kernel that does not end


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
