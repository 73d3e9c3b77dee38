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
    "debug_request",
    "delete_subshell_request",  # of a subshell that is not there
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
    assert info["protocol_version"] == "5.5"
    assert info["supported_features"] == ["kernel subshells"]
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


def test_a_silent_cell_that_fails_leaves_those_that_wait_alone(kernel):
    silent = kernel.send("Thread.sleep(300); throw new IllegalStateException();", silent=True)
    waiting = kernel.send("2")
    assert kernel.reply_to(silent)["content"]["status"] == "error"
    assert kernel.finish(waiting).value == "2"


def test_what_is_no_expression_is_told_beside_the_others(kernel):
    result = kernel.request("execute_request", {"code": "", "user_expressions": {"a": "1 + 1", "b": None}})
    values = result.content["user_expressions"]
    assert values["a"]["data"]["text/plain"] == "2"
    assert (values["b"]["status"], values["b"]["ename"]) == ("error", "NoExpression")


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
    assert raw.poll(30_000) and raw.recv_multipart()[0] == b"kernel."  # the welcome
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


def test_a_kernel_that_has_just_begun_completes_names_of_packages(start):
    """They are gathered then; on a slow machine a first request is answered without them."""
    kernel = start()
    for _ in range(100):
        complete = kernel.request("complete_request", {"code": "java.ut", "cursor_pos": 7}).content
        if complete["matches"]:
            break
    assert complete["matches"] == ["java.util."]


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


def test_history_has_bounds(kernel):
    for code in ("int one = 1;", "int two = 2;", "int two = 2;"):
        kernel.run(code)
    kernel.run("int hidden = 0;", store_history=False)

    def history(kind, **options):
        content = {"raw": True, "output": False, "hist_access_type": kind, **options}
        return kernel.request("history_request", content).content["history"]

    last = history("tail", n=1)[0]
    assert last[2] == "int two = 2;"
    assert history("tail", n=0) == []
    assert history("tail", n=-1) == []
    assert len(history("tail", n=1_000_000)) == last[1]
    assert [entry[2] for entry in history("search", pattern="int two*")] == ["int two = 2;"] * 2
    assert [entry[2] for entry in history("search", pattern="int two*", unique=True)] == ["int two = 2;"]
    assert len(history("search")) == last[1]  # no pattern: all
    assert history("range", session=0, start=last[1] + 1) == []
    assert history("range", session=7, start=0) == []
    assert history("no such kind") == []
    assert kernel.request(
        "history_request", {"hist_access_type": "range", "session": 0, "start": last[1], "output": True}
    ).content["history"] == [[0, last[1], ["int two = 2;", ""]]]


def test_a_name_with_a_question_mark_asks_for_a_page(kernel):
    result = kernel.run("int width = 5;\nwidth\nMath.max?")
    assert result.value == "5"
    (page,) = result.content["payload"]
    assert page["source"] == "page" and page["start"] == 0
    assert "max" in page["data"]["text/plain"] and "text/markdown" in page["data"]
    (page,) = kernel.run("?width").content["payload"]
    assert "int" in page["data"]["text/plain"]
    missing = kernel.run("nosuchname?")
    assert missing.content["ename"] == "NothingKnown" and "nosuchname" in missing.content["evalue"]
    assert kernel.run("boolean wide = width > 4;\nwide\n ? 1\n : 2").value == "1"


def test_outputs_can_be_cleared(kernel):
    result = kernel.run('System.out.print("old"); clearOutput(); System.out.print("new");')
    shown = [m for m in result.published if m["msg_type"] in ("stream", "clear_output")]
    assert [m["content"].get("text", m["content"].get("wait")) for m in shown] == ["old", False, "new"]
    result = kernel.run("Thread.ofVirtual().start(() -> clearOutput(true)).join();")
    assert [m["content"] for m in result.of_type("clear_output")] == [{"wait": True}]
    assert kernel.run("clearOutput();", silent=True).of_type("clear_output") == []


def test_everybody_who_begins_to_listen_is_welcomed(kernel):
    import zmq

    for topic in (b"", b"", b"kernel."):
        raw = zmq.Context.instance().socket(zmq.SUB)
        raw.linger = 0
        raw.connect("tcp://{ip}:{iopub_port}".format(**kernel.connection))
        raw.subscribe(topic)
        assert raw.poll(30_000)
        identities, frames = kernel.client.session.feed_identities(raw.recv_multipart())
        message = kernel.client.session.deserialize(frames)
        assert identities == ([topic] if topic else [])
        assert message["msg_type"] == "iopub_welcome"
        assert message["content"] == {"subscription": topic.decode()}
        assert message["parent_header"] == {}
        raw.close()


def test_the_sidebar_is_told_what_kernel_and_workers_use(kernel):
    def usage():
        return kernel.request("usage_request", channel="control").content

    def processes():
        import psutil

        me = psutil.Process(kernel.process.pid)
        return [me, *me.children(recursive=True)]

    first = usage()
    assert first["pid"] == kernel.process.pid and first["hostname"]
    kernel.run("%%processes -n 1 -w 1\ntask")  # its worker stays warm
    assert len(processes()) > 1
    memory = usage()["kernel_memory"]
    true = sum(each.memory_full_info().pss for each in processes())
    assert 0.8 * true < memory < 1.25 * true
    assert memory > processes()[0].memory_full_info().pss

    def cpu():
        return sum(each.cpu_times().user + each.cpu_times().system for each in processes())

    began, before = time.monotonic(), cpu()
    usage()
    kernel.run("%%processes -n 1 -w 1\nlong until = System.nanoTime() + 2_000_000_000L;\n"
               "while (System.nanoTime() < until) { }")
    told = usage()
    true = 100 * (cpu() - before) / (time.monotonic() - began)
    assert 0.6 * true < told["kernel_cpu"] < 1.6 * true
    host = told["host_virtual_memory"]
    assert host["total"] > host["available"] > 0 and 0 < host["percent"] < 100
    assert 1 <= told["cpu_count"] <= 4096
    assert 0 < told.get("host_cpu_percent", 50) <= 100


def test_an_unknown_comm_target_is_closed_at_once(kernel):
    message = kernel.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
    kernel.client.shell_channel.send(message)
    published = kernel.published_until_idle(message["header"]["msg_id"])
    assert [m["content"]["comm_id"] for m in published if m["msg_type"] == "comm_close"] == ["c1"]
