"""Encrypted transport: a client with the key is served on every channel, one without it gets nothing."""

import json
import socket
import subprocess
import time

import pytest
import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

from conftest import JAR, PATIENCE, java

PORTS = ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")
SECRET = 'System.out.println("se" + "cret");'


@pytest.fixture(scope="module")
def keys():
    public, secret = zmq.curve_keypair()
    return {"curve_publickey": public, "curve_secretkey": secret}


@pytest.fixture
def kernel(start, keys):
    return start(connection=keys)


def test_every_channel_is_encrypted_where_the_manager_requires_it(tmp_path):
    command = [java(), "-jar", str(JAR), "install", "--no-cache", "--prefix", str(tmp_path)]
    subprocess.run(command, check=True)
    specs = KernelSpecManager(kernel_dirs=[str(tmp_path / "share" / "jupyter" / "kernels")])
    manager = KernelManager(
        kernel_name="heddle", kernel_spec_manager=specs, transport_encryption="required"
    )
    manager.start_kernel()
    try:
        connection = json.loads(open(manager.connection_file).read())
        assert len(connection["curve_publickey"]) == 40
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        text = []
        client.allow_stdin = True
        reply = client.execute_interactive(
            'String line = new Scanner(System.in).nextLine(); System.out.println("read " + line);',
            stdin_hook=lambda message: client.input("a line"),
            output_hook=lambda message: text.append(message["content"].get("text", "")),
            timeout=PATIENCE,
        )
        assert reply["content"]["status"] == "ok"
        assert "".join(text) == "read a line\n"
        big = []
        client.execute_interactive(
            'for (int i = 0; i < 100_000; i++) System.out.println(i);',
            output_hook=lambda message: big.append(message["content"].get("text", "")),
            timeout=PATIENCE,
        )
        assert "".join(big) == "".join(f"{i}\n" for i in range(100_000))
        beating = time.monotonic() + PATIENCE
        while not client.hb_channel.is_beating() and time.monotonic() < beating:
            client.hb_channel.unpause()
            client.kernel_info(reply=True, timeout=PATIENCE)
        assert client.hb_channel.is_beating()
        client.control_channel.send(client.session.msg("interrupt_request", {}))
        assert client.get_control_msg(timeout=PATIENCE)["content"]["status"] == "ok"
        client.stop_channels()
    finally:
        manager.shutdown_kernel()


@pytest.mark.parametrize("known", ["nothing", "another key"])
def test_a_client_without_the_key_gets_nothing(kernel, keys, known):
    context = zmq.Context()

    def stranger(kind, port):
        raw = context.socket(kind)
        raw.linger = 0
        if known == "another key":
            raw.curve_publickey, raw.curve_secretkey = zmq.curve_keypair()
            raw.curve_serverkey = zmq.curve_keypair()[0]
        raw.connect(f"tcp://127.0.0.1:{kernel.connection[port]}")
        return raw

    strangers = {port: stranger(zmq.DEALER, port) for port in PORTS if port != "iopub_port"}
    strangers["iopub_port"] = stranger(zmq.SUB, "iopub_port")
    strangers["iopub_port"].subscribe(b"")
    strangers["hb_port"].send(b"ping")
    session = kernel.client.session  # so that the signature is right
    for port in ("shell_port", "control_port"):
        session.send(strangers[port], session.msg("kernel_info_request", {}))
    session.send(strangers["shell_port"], session.msg("execute_request", {"code": "int planted = 1;"}))
    for _ in range(3):
        assert kernel.run(SECRET).text() == "secret\n"
    for port, raw in strangers.items():
        assert not raw.poll(300), port
        raw.close()
    context.term()
    assert kernel.run("planted").content["ename"] == "CompileError"


GREETINGS = {
    "ZMTP 1.0": b"\x01\x00" + b"\x02\x00\x01",
    "ZMTP 2.0 as 1": b"\xff" + bytes(8) + b"\x7f\x00\x02" + b"\x01\x00" + b"\x02\x00\x01",
    "ZMTP 2.0": b"\xff" + bytes(8) + b"\x7f\x01\x02" + b"\x00\x00" + b"\x00\x01\x01",
}


@pytest.mark.parametrize("version", GREETINGS)
def test_older_protocols_are_no_way_around_encryption(kernel, version):
    raw = socket.create_connection(("127.0.0.1", kernel.connection["iopub_port"]))
    raw.settimeout(1)
    raw.sendall(GREETINGS[version])
    for _ in range(3):
        assert kernel.run(SECRET).text() == "secret\n"
    received = b""
    try:
        while part := raw.recv(65_536):
            received += part
    except (TimeoutError, ConnectionResetError):
        pass
    raw.close()
    assert len(received) < 100  # a greeting at most
    assert b"<IDS|MSG>" not in received and b"secret" not in received


def test_without_keys_an_older_subscriber_does_hear(start):
    """That the greetings above are right: where nothing is encrypted, they get everything."""
    kernel = start()
    for version, greeting in GREETINGS.items():
        raw = socket.create_connection(("127.0.0.1", kernel.connection["iopub_port"]))
        raw.settimeout(PATIENCE)
        raw.sendall(greeting)
        received = b""
        while b"iopub_welcome" not in received:
            part = raw.recv(65_536)
            assert part, version
            received += part
        raw.close()


@pytest.mark.parametrize(
    "wrong, told",
    [
        ({"curve_publickey": b"x" * 40}, "curve_secretkey must be a key of 40 characters"),
        ({"curve_publickey": b"short", "curve_secretkey": b"x" * 40}, "curve_publickey must be a key"),
    ],
)
def test_half_a_key_is_no_start_without_encryption(tmp_path, wrong, told):
    from jupyter_client.connect import write_connection_file

    name, _ = write_connection_file(str(tmp_path / "kernel.json"), **wrong)
    ended = subprocess.run([java(), "-jar", str(JAR), name], capture_output=True, text=True, timeout=PATIENCE)
    assert ended.returncode != 0
    assert told in ended.stderr
