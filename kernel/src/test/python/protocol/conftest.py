"""Kernels started from the built jar, without a kernelspec, and clients of them."""

import contextlib
import os
import pathlib
import queue
import subprocess
import time

import pytest
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

ROOT = pathlib.Path(__file__).resolve().parents[5]
JAR = ROOT / "kernel" / "target" / "heddle-kernel.jar"
PATIENCE = 60


def java():
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home, "bin", "java")) if home else "java"


class Kernel:
    """A kernel process and a client of it."""

    def __init__(self, folder, *flags, class_path=None, environment=None, connection=None):
        name = os.path.join(folder, f"kernel-{time.monotonic_ns()}.json")
        self.connection_file, self.connection = write_connection_file(name, **(connection or {}))
        command = [java(), "-Djava.awt.headless=true", "--add-opens=java.base/java.lang=ALL-UNNAMED", *flags]
        if class_path:
            command += ["-cp", os.pathsep.join([str(JAR), *class_path]), "io.github.heddle.kernel.Main"]
        else:
            command += ["-jar", str(JAR)]
        self.log = open(os.path.join(folder, "kernel.log"), "w+")
        self.process = subprocess.Popen(
            [*command, self.connection_file],
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
            env={**os.environ, **(environment or {})},
        )
        self.client = self.new_client()

    def new_client(self):
        client = BlockingKernelClient(connection_file=self.connection_file)
        client.load_connection_file()
        client.start_channels()
        self.await_ready(client)
        return client

    def await_ready(self, client):
        """Like wait_for_ready, but on a busy machine a slow heartbeat is no death. What is published
        before the client's subscription has arrived is lost to it, so the welcome is awaited, too."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.alive():
            client.kernel_info()
            with contextlib.suppress(queue.Empty):
                client.get_shell_msg(timeout=1)
                while client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "iopub_welcome":
                    pass
                drain(client.get_shell_msg)
                drain(client.get_iopub_msg)
                return
        raise RuntimeError("the kernel did not start")

    def stop(self):
        self.client.stop_channels()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        self.log.close()

    def send(self, code, **options):
        return self.client.execute(code, **options)

    def run(self, code, **options):
        """Runs a cell to its end: the reply, and all that was published for it."""
        return self.finish(self.send(code, **options))

    def finish(self, msg_id, timeout=PATIENCE):
        published = self.published_until_idle(msg_id, timeout)
        return Result(self.reply_to(msg_id, timeout), published)

    def reply_to(self, msg_id, timeout=PATIENCE):
        deadline = time.monotonic() + timeout
        while True:
            reply = self.client.get_shell_msg(timeout=max(0.01, deadline - time.monotonic()))
            if reply["parent_header"].get("msg_id") == msg_id:
                return reply

    def published_until_idle(self, msg_id, timeout=PATIENCE):
        published = []
        deadline = time.monotonic() + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") == msg_id:
                published.append(message)
                if is_status(message, "idle"):
                    return published

    def published_until(self, msg_id, msg_type, timeout=PATIENCE):
        """Waits until a message of that type has been published for a request."""
        deadline = time.monotonic() + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if (message["parent_header"].get("msg_id"), message["msg_type"]) == (msg_id, msg_type):
                return message

    def request(self, msg_type, content=None, channel="shell", subshell=None):
        """Sends any request: its reply, and all that was published for it."""
        message = self.message(msg_type, content, subshell)
        getattr(self.client, f"{channel}_channel").send(message)
        msg_id = message["header"]["msg_id"]
        published = self.published_until_idle(msg_id)
        if channel == "control":
            reply = self.client.get_control_msg(timeout=PATIENCE)
            assert reply["parent_header"]["msg_id"] == msg_id
            return Result(reply, published)
        return Result(self.reply_to(msg_id), published)

    def message(self, msg_type, content=None, subshell=None):
        """A message of the client, for the main shell or for a subshell."""
        message = self.client.session.msg(msg_type, content or {})
        if subshell:
            message["header"]["subshell_id"] = subshell
        return message

    def interrupt(self):
        """Asks for an interrupt and awaits the reply, and no more: outputs are left where they are."""
        self.client.control_channel.send(self.client.session.msg("interrupt_request", {}))
        assert self.client.get_control_msg(timeout=PATIENCE)["content"]["status"] == "ok"

    def later(self, msg_id, until, timeout=PATIENCE):
        """What is published for a request, whenever it was answered, until a text has come."""
        text = ""
        deadline = time.monotonic() + timeout
        while until not in text:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["msg_type"] == "stream" and message["parent_header"].get("msg_id") == msg_id:
                text += message["content"]["text"]
        return text

    def alive(self):
        return self.process.poll() is None


class Result:
    def __init__(self, reply, published):
        self.reply = reply
        self.published = published

    @property
    def content(self):
        return self.reply["content"]

    @property
    def status(self):
        return self.content["status"]

    def text(self, stream="stdout"):
        return "".join(
            m["content"]["text"] for m in self.of_type("stream") if m["content"]["name"] == stream
        )

    @property
    def value(self):
        results = self.of_type("execute_result")
        return results[0]["content"]["data"]["text/plain"] if results else None

    def of_type(self, msg_type):
        return [m for m in self.published if m["msg_type"] == msg_type]

    @property
    def types(self):
        return [
            m["content"]["execution_state"] if m["msg_type"] == "status" else m["msg_type"]
            for m in self.published
        ]

    def plain_traceback(self):
        import re

        return re.sub("\x1b\\[[0-9;]*m", "", "\n".join(self.content["traceback"]))


def is_status(message, state):
    return message["msg_type"] == "status" and message["content"]["execution_state"] == state


def drain(channel_get):
    with contextlib.suppress(queue.Empty):
        while True:
            channel_get(timeout=0.05)


@pytest.fixture
def start(tmp_path):
    """Starts kernels of a test's own; they end with the test."""
    kernels = []

    def starter(*flags, **options):
        kernels.append(Kernel(str(tmp_path), *flags, **options))
        return kernels[-1]

    yield starter
    for kernel in kernels:
        kernel.stop()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    kernel = Kernel(str(tmp_path_factory.mktemp("kernel")))
    yield kernel
    kernel.stop()


@pytest.fixture
def kernel(shared):
    """One kernel for the tests of a file, as a user's notebook uses it: it must be alive after each."""
    drain(shared.client.get_iopub_msg)
    yield shared
    drain(shared.client.get_shell_msg)
    assert shared.alive()
    assert shared.run("1 + 1").value == "2"
