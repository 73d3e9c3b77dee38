"""Every request is answered as the protocol says, whatever it is, whatever a cell is doing."""

import datetime
import re
import time

import pytest

ALL_REQUESTS = {
    "kernel_info_request": {},
    "execute_request": {"code": "1"},
    "complete_request": {"code": "Sys", "cursor_pos": 3},
    "inspect_request": {"code": "String", "cursor_pos": 6, "detail_level": 0},
    "is_complete_request": {"code": "1 +"},
    "history_request": {"hist_access_type": "tail", "n": 3, "raw": True, "output": False},
    "comm_info_request": {},
    "interrupt_request": {},
    "usage_request": {},
    "debug_request": {"type": "request", "command": "debugInfo"},
    "create_subshell_request": {},
    "list_subshell_request": {},
    "delete_subshell_request": {"subshell_id": "x"},
    "no_such_request": {},
}
UNSUPPORTED = {
    "usage_request",
    "debug_request",
    "create_subshell_request",
    "list_subshell_request",
    "delete_subshell_request",
    "no_such_request",
}


@pytest.mark.parametrize("channel", ["shell", "control"])
@pytest.mark.parametrize("msg_type", ALL_REQUESTS)
def test_every_request_has_a_reply_between_busy_and_idle(kernel, msg_type, channel):  # C14
    result = kernel.request(msg_type, ALL_REQUESTS[msg_type], channel)
    assert result.reply["msg_type"] == msg_type.replace("_request", "_reply")
    assert result.types[0] == "busy" and result.types[-1] == "idle"
    if msg_type in UNSUPPORTED:
        assert result.status == "error" and result.content["ename"]
    elif msg_type == "is_complete_request":
        assert result.status == "incomplete"
    else:
        assert result.status == "ok"


def test_content_of_the_wrong_form_harms_nothing(kernel):
    for content in [{}, {"code": None}, {"code": ["x"], "cursor_pos": "y", "silent": []}]:
        for msg_type in ["execute_request", "complete_request", "inspect_request", "history_request"]:
            assert kernel.request(msg_type, content).status in ("ok", "error")


def test_what_the_kernel_is(kernel):
    info = kernel.request("kernel_info_request").content
    assert info["status"] == "ok"
    assert info["implementation"] == "heddle"
    assert info["protocol_version"] == "5.3"
    assert info["supported_features"] == []
    language = info["language_info"]
    assert language["name"] == "java"
    assert language["mimetype"] == "text/x-java"
    assert language["file_extension"] == ".jshell"
    assert language["version"].startswith("25")
    assert "Heddle" in info["banner"]
    assert info["help_links"][0]["url"].startswith("https://")


def test_the_front_end_is_served_while_a_cell_runs(kernel):  # C11
    cell = kernel.send("Thread.sleep(3000); 1")
    time.sleep(0.5)
    began = time.monotonic()
    for msg_type in [
        "kernel_info_request",
        "complete_request",
        "is_complete_request",
        "inspect_request",
        "history_request",
        "comm_info_request",
    ]:
        message = kernel.client.session.msg(msg_type, ALL_REQUESTS[msg_type])
        kernel.client.shell_channel.send(message)
        reply = kernel.reply_to(message["header"]["msg_id"], timeout=10)
        assert reply["content"]["status"] in ("ok", "incomplete")
    assert time.monotonic() - began < 2
    assert kernel.finish(cell).value == "1"


def test_after_an_error_the_cells_that_wait_are_aborted(kernel):  # C12
    cells = [
        kernel.send(code)
        for code in ["Thread.sleep(300); throw new IllegalStateException();", "1", "2"]
    ]
    statuses = [kernel.reply_to(msg_id)["content"]["status"] for msg_id in cells]
    assert statuses == ["error", "aborted", "aborted"]
    assert kernel.run("3").value == "3"


def test_errors_need_not_stop_the_cells_that_wait(kernel):
    first = kernel.send("Thread.sleep(300); throw new IllegalStateException();", stop_on_error=False)
    second = kernel.send("2")
    assert kernel.reply_to(first)["content"]["status"] == "error"
    assert kernel.reply_to(second)["content"]["status"] == "ok"


def test_a_silent_cell_shows_nothing_and_does_not_count(kernel):  # C13
    before = kernel.run("1").content["execution_count"]
    silent = kernel.run('System.out.println("x"); 2', silent=True)
    assert silent.status == "ok"
    assert silent.types == ["busy", "idle"]
    unstored = kernel.run("3", store_history=False)
    assert unstored.value == "3"
    assert kernel.run("4").content["execution_count"] == before + 1


def test_expressions_are_evaluated_beside_a_cell(kernel):  # C13
    result = kernel.run("int six = 6;", user_expressions={"good": "six * 7", "bad": "six.seven"})
    values = result.content["user_expressions"]
    assert values["good"]["status"] == "ok"
    assert values["good"]["data"]["text/plain"] == "42"
    assert values["bad"]["status"] == "error" and values["bad"]["ename"]


def test_the_course_of_a_cell(kernel):
    result = kernel.run("6 * 7")
    assert result.types == ["busy", "execute_input", "execute_result", "idle"]
    assert result.value == "42"
    assert result.content["payload"] == []
    shown = result.of_type("execute_result")[0]["content"]
    assert shown["execution_count"] == result.content["execution_count"]
    assert result.reply["metadata"]["started"]
    assert kernel.run("int quiet = 1;").types == ["busy", "execute_input", "idle"]
    assert kernel.run("new int[][] {{1}, {2, 3}}").value == "[[1], [2, 3]]"
    assert kernel.run('"x".repeat(10_000_000)').value.endswith("10000000 characters in all")
    assert kernel.run("(Object) null").of_type("execute_result") == []


def test_dates_have_fractions_and_do_not_decrease(kernel):  # C15
    result = kernel.run('for (int i = 0; i < 1000; i++) System.out.println(i); Thread.sleep(50); 1')
    dates = [m["header"]["date"] for m in result.published]
    assert dates == sorted(dates)
    assert dates[-1] - dates[0] >= datetime.timedelta(milliseconds=50)
    assert any(date.microsecond for date in dates)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", result.reply["metadata"]["started"])


def test_topics_name_the_kernel_and_the_type(kernel):
    import zmq

    context = zmq.Context()
    raw = context.socket(zmq.SUB)
    raw.setsockopt(zmq.SUBSCRIBE, b"kernel.")
    raw.connect("tcp://{ip}:{iopub_port}".format(**kernel.connection))
    time.sleep(0.3)
    kernel.run("1")
    topics = set()
    while raw.poll(300):
        topics.add(raw.recv_multipart()[0].decode().split(".")[-1])
    assert topics == {"status", "execute_input", "execute_result"}
    raw.close()
    context.term()


def test_offsets_are_code_points(kernel):  # C16
    code = 'String s = "😀😀"; s.toUpp'
    complete = kernel.request("complete_request", {"code": code, "cursor_pos": len(code)}).content
    assert any(match.startswith("s.toUpperCase") for match in complete["matches"])
    assert complete["cursor_start"] == len(code) - len("s.toUpp")
    assert complete["cursor_end"] == len(code)
    typed = complete["metadata"]["_jupyter_types_experimental"]
    assert [t["text"] for t in typed] == complete["matches"]
    code = 'String s = "😀😀"; String'
    inspect = kernel.request("inspect_request", {"code": code, "cursor_pos": len(code), "detail_level": 0})
    assert inspect.content["found"]
    assert "String" in inspect.content["data"]["text/plain"]


def test_history_of_this_session(kernel):
    kernel.run("int alpha = 1;")
    kernel.run("int beta = 2;")
    ask = {"raw": True, "output": False}
    tail = kernel.request("history_request", {**ask, "hist_access_type": "tail", "n": 2}).content
    assert [entry[2] for entry in tail["history"]] == ["int alpha = 1;", "int beta = 2;"]
    found = kernel.request(
        "history_request", {**ask, "hist_access_type": "search", "pattern": "*alpha*", "n": 5}
    ).content
    assert found["history"][-1][2] == "int alpha = 1;"
    number = tail["history"][0][1]
    ranged = kernel.request(
        "history_request",
        {**ask, "hist_access_type": "range", "session": 0, "start": number, "stop": number + 1},
    ).content
    assert [entry[2] for entry in ranged["history"]] == ["int alpha = 1;"]


def test_an_unknown_comm_target_is_closed_at_once(kernel):
    message = kernel.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
    kernel.client.shell_channel.send(message)
    published = kernel.published_until_idle(message["header"]["msg_id"])
    assert [m["content"]["comm_id"] for m in published if m["msg_type"] == "comm_close"] == ["c1"]
