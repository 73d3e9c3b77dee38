"""The ipc transport: Unix domain sockets, as libzmq has them, and no port."""

import os
import subprocess
import time

import psutil
import pytest
import zmq
from jupyter_client.connect import write_connection_file

from conftest import JAR, PATIENCE, java


@pytest.fixture(params=["plain", "encrypted"])
def keys(request):
    if request.param == "plain":
        return {}
    public, secret = zmq.curve_keypair()
    return {"curve_publickey": public, "curve_secretkey": secret}


@pytest.fixture
def kernel(start, tmp_path, keys):
    return start(connection={"transport": "ipc", "ip": str(tmp_path / "k"), **keys})


def test_every_channel_works_and_no_port_is_open(kernel, tmp_path):
    assert kernel.run("6 * 7").value == "42"
    flood = kernel.run("for (int i = 0; i < 100_000; i++) System.out.println(i);")
    assert flood.text() == "".join(f"{i}\n" for i in range(100_000))
    assert kernel.request("kernel_info_request", channel="control").status == "ok"
    kernel.client.allow_stdin = True
    asking = kernel.send("new Scanner(System.in).nextLine()", allow_stdin=True)
    assert kernel.client.get_stdin_msg(timeout=PATIENCE)["msg_type"] == "input_request"
    kernel.client.input("a line")
    assert kernel.finish(asking).value == "a line"
    listening = [
        each for each in psutil.Process(kernel.process.pid).net_connections("inet") if each.status == "LISTEN"
    ]
    assert listening == []
    assert sorted(os.listdir(tmp_path))[:5] == [f"k-{number}" for number in range(1, 6)]


def test_clients_come_and_go_and_leave_nothing_behind(kernel):
    kernel.run("1 + 1")
    process = psutil.Process(kernel.process.pid)
    files, threads = process.num_fds(), process.num_threads()
    for _ in range(8):
        client = kernel.new_client()
        message = client.session.msg("kernel_info_request", {})
        client.shell_channel.send(message)
        assert client.get_shell_msg(timeout=PATIENCE)["content"]["status"] == "ok"
        client.stop_channels()
    deadline = time.monotonic() + PATIENCE
    while process.num_fds() > files + 20 and time.monotonic() < deadline:
        assert kernel.run("1 + 1").value == "2"
    assert process.num_fds() <= files + 20  # each client had 12 and 8 threads
    assert process.num_threads() <= threads + 20


def test_a_shutdown_is_replied_to_and_ends_the_process(kernel):
    assert kernel.request("shutdown_request", {"restart": False}, "control").status == "ok"
    assert kernel.process.wait(PATIENCE) == 0


def test_what_an_ended_process_left_is_in_nobodys_way(start, tmp_path):
    for number in range(1, 6):
        (tmp_path / f"k-{number}").write_text("left behind")
    name, connection = write_connection_file(
        str(tmp_path / "sample.json"), transport="ipc", ip=str(tmp_path / "k"),
        shell_port=1, iopub_port=2, stdin_port=3, hb_port=4, control_port=5,
    )
    assert connection["shell_port"] == 1
    ports = {key: connection[key] for key in connection if key.endswith("_port")}
    kernel = start(connection={"transport": "ipc", "ip": str(tmp_path / "k"), **ports})
    assert kernel.run("1 + 1").value == "2"


@pytest.mark.parametrize(
    "connection, told",
    [
        ({"transport": "ipc", "ip": "/no/such/folder/k"}, "cannot listen at /no/such/folder/k-"),
        ({"transport": "pgm", "ip": "127.0.0.1"}, "Only the transports tcp and ipc are supported, not pgm"),
    ],
)
def test_where_nothing_can_listen_the_kernel_says_so(tmp_path, connection, told):
    name = str(tmp_path / "kernel.json")
    ports = {f"{port}_port": number for number, port in enumerate(("shell", "iopub", "stdin", "hb", "control"), 1)}
    write_connection_file(name, **connection, **ports)
    ended = subprocess.run([java(), "-jar", str(JAR), name], capture_output=True, text=True, timeout=PATIENCE)
    assert ended.returncode != 0
    assert told in ended.stderr
