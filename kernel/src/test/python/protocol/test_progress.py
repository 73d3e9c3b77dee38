"""Progress of a run takes one place under the cell, and the report takes the place of progress."""

import json

PICTURE = "application/vnd.vegalite.v5+json"


def displays(published):
    """What a notebook holds in the end, in order, and how often something took another's place."""
    shown, updates = {}, 0
    for message in published:
        if message["msg_type"] in ("display_data", "update_display_data"):
            name = message["content"]["transient"]["display_id"]
            updates += message["msg_type"] == "update_display_data"
            assert (name in shown) == (message["msg_type"] == "update_display_data")
            shown[name] = message["content"]["data"]
    return list(shown.values()), updates


def first_text(published):
    return next(m["content"]["data"]["text/plain"] for m in published if m["msg_type"] == "display_data")


def test_a_long_run_leaves_the_outputs_of_a_short_one(kernel):
    short, none = displays(kernel.run("%%threads -n 4 -w 2\ntask").published)
    result = kernel.run("%%threads -n 4 -w 2\nThread.sleep(1200);\ntask")
    long, updates = displays(result.published)
    assert none == 0 and updates >= 1
    assert first_text(result.published).startswith("threads: ")
    assert " of 4 tasks done after " in first_text(result.published)
    assert [sorted(data) for data in long] == [sorted(data) for data in short]
    assert long[0]["text/plain"] == "[0, 1, 2, 3]"
    assert PICTURE in long[1] and "wall" in long[2]["text/plain"]


def test_a_quiet_run_shows_no_progress(kernel):
    shown, updates = displays(kernel.run("%%threads -n 2 -w 1 --quiet\nThread.sleep(800);\ntask").published)
    assert [data["text/plain"] for data in shown] == ["[0, 1]"] and updates == 0


def test_a_stop_turns_progress_into_the_report_of_what_there_is(kernel):
    cell = kernel.send("%%sequential -n 50\nif (task > 0) Thread.sleep(60_000);\ntask")
    while True:
        message = kernel.client.get_iopub_msg(timeout=60)
        if message["msg_type"] == "display_data":
            break
    kernel.interrupt()
    result = kernel.finish(cell)
    after = [m["content"]["data"] for m in result.published if "data" in m["content"]]
    assert result.content["ename"] == "Interrupted"
    assert any("interrupted: 1 of 50 tasks done" in data["text/plain"] for data in after if PICTURE in data)


def test_a_comparison_is_shown_declared_and_saved(kernel, tmp_path):
    file = tmp_path / "all.json"
    result = kernel.run(f'%%compare sequential threads -n 4 --repeat 2 --run c --save "{file}"\nThread.sleep(50);\ntask')
    shown, _ = displays(result.published)
    assert result.status == "ok"
    assert [sorted(data)[0] for data in shown] == ["text/plain", PICTURE, "text/html", "text/plain"]
    assert shown[1]["text/plain"].startswith("threads suits best: 4 ")
    assert kernel.run('c.run("threads").get().walls().size()').value == "2"
    events = json.loads(file.read_text())["traceEvents"]
    assert {event["pid"] for event in events if event["ph"] == "X"} == {1, 2}


def test_a_magic_says_what_it_does_where_its_name_is_completed(kernel):
    completed = kernel.request("complete_request", {"code": "%%comp", "cursor_pos": 6}).content
    assert completed["matches"] == ["%%compare"]
    types = completed["metadata"]["_jupyter_types_experimental"]
    assert types[0]["signature"].startswith("Runs the same body under several models")
