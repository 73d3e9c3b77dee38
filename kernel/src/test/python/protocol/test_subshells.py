"""Subshells: what a front end asks beside a running cell is answered, whatever the cell does."""

from test_extensions import kernel, notes  # the kernel with a comm that echoes  # noqa: F401

BLOCKED = "CountDownLatch gate = new CountDownLatch(1);"


def subshells(kernel):
    return kernel.request("list_subshell_request", channel="control").content["subshell_id"]


def create(kernel):
    reply = kernel.request("create_subshell_request", channel="control").content
    assert reply["status"] == "ok"
    return reply["subshell_id"]


def delete(kernel, subshell):
    return kernel.request("delete_subshell_request", {"subshell_id": subshell}, "control").content


def test_subshells_are_made_listed_and_ended(kernel):
    assert subshells(kernel) == []
    one, other = create(kernel), create(kernel)
    assert sorted(subshells(kernel)) == sorted([one, other])
    assert delete(kernel, one) == {"status": "ok"}
    assert subshells(kernel) == [other]
    assert delete(kernel, one)["ename"] == "UnknownSubshell"
    late = kernel.request("kernel_info_request", subshell=one)
    assert (late.status, late.content["ename"]) == ("error", "UnknownSubshell")
    assert late.types == ["busy", "idle"]
    assert kernel.request("kernel_info_request", subshell=other).status == "ok"


def test_comms_of_a_subshell_answer_while_a_cell_runs(kernel):
    kernel.run(BLOCKED)
    subshell = create(kernel)
    cell = kernel.send("gate.await(); 42")
    kernel.published_until(cell, "execute_input")

    def send(msg_type, content):
        message = kernel.message(msg_type, content, subshell)
        kernel.client.shell_channel.send(message)
        published = kernel.published_until_idle(message["header"]["msg_id"])
        assert all(m["parent_header"]["subshell_id"] == subshell for m in published)
        return [(m["msg_type"], m["content"]) for m in published[1:-1]]

    assert send("comm_open", {"comm_id": "c1", "target_name": "echo", "data": {}}) == []
    echoed = send("comm_msg", {"comm_id": "c1", "data": {"n": 1}})
    assert ("comm_msg", {"comm_id": "c1", "data": {"n": 1}}) in echoed
    assert ("stream", {"name": "stdout", "text": "heard\n"}) in echoed
    for msg_type, content in {
        "complete_request": {"code": "Math.sqr", "cursor_pos": 8},
        "inspect_request": {"code": "String", "cursor_pos": 6},
        "is_complete_request": {"code": "1 +"},
    }.items():
        assert kernel.request(msg_type, content, subshell=subshell).status in ("ok", "incomplete")
    kernel.client.control_channel.send(kernel.client.session.msg("interrupt_request", {}))
    result = kernel.finish(cell)
    assert result.content["ename"] == "Interrupted"
    assert kernel.run("1 + 1").value == "2"


def test_cells_of_all_shells_run_one_after_the_other(kernel):
    kernel.run("List<String> order = Collections.synchronizedList(new ArrayList<>());")
    subshell = create(kernel)
    first = kernel.send('sample.Sample.GATE.await(); order.add("main");')
    kernel.published_until(first, "execute_input")
    second = kernel.message("execute_request", {"code": 'order.add("sub");'}, subshell)
    kernel.client.shell_channel.send(second)
    opener = kernel.message("comm_open", {"comm_id": "g", "target_name": "gate", "data": {}}, subshell)
    kernel.client.shell_channel.send(opener)
    kernel.published_until_idle(opener["header"]["msg_id"])
    assert kernel.finish(second["header"]["msg_id"]).status == "ok"
    assert kernel.run("order").value == "[main, sub]"


def test_a_failed_cell_aborts_only_those_of_its_own_shell(kernel):
    subshell = create(kernel)
    first = kernel.send("Thread.sleep(300); throw new IllegalStateException();")
    aborted = kernel.send("1")
    beside = kernel.message("execute_request", {"code": "2"}, subshell)
    kernel.client.shell_channel.send(beside)
    statuses = {}
    for _ in range(3):
        reply = kernel.client.get_shell_msg(timeout=60)
        statuses[reply["parent_header"]["msg_id"]] = reply["content"]["status"]
    assert statuses == {first: "error", aborted: "aborted", beside["header"]["msg_id"]: "ok"}
