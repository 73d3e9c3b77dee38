"""A note under a cell tells which threads it left running; %stop ends them."""

import re

import pytest

NOTE = re.compile(r"; %stop ends them$")


BEGIN = """
    CountDownLatch begun = new CountDownLatch(1);
    void begin(Thread thread) throws InterruptedException { thread.start(); begun.await(); }
"""


def notes(result):
    texts = [m["content"]["data"].get("text/plain", "") for m in result.of_type("display_data")]
    return [text for text in texts if NOTE.search(text)]


@pytest.fixture(autouse=True)
def nothing_left(kernel):
    yield
    kernel.run("%stop")
    assert kernel.run("%stop").text() == "cells left nothing running\n"


@pytest.mark.parametrize(
    "code, named",
    [
        (
            'begin(new Thread(() -> {\n  begun.countDown(); while (true) { }\n}, "digger"));',
            "digger (cell N, line 2)",
        ),
        (
            "begin(Thread.ofVirtual().unstarted(() -> {\n\n  begun.countDown(); while (true) Thread.onSpinWait(); }));",
            "virtual thread",
        ),
        (
            "CountDownLatch latch = new CountDownLatch(1);\n"
            "begin(Thread.ofVirtual().name(\"waits\").unstarted(() -> {\n try { begun.countDown(); latch.await(); }\n"
            " catch (InterruptedException e) { } }));",
            "waits (cell N, line 3)",
        ),
        (
            "var executor = Executors.newVirtualThreadPerTaskExecutor();\n"
            "executor.submit(() -> { begun.countDown(); Thread.sleep(1_000_000); return 1; });\nbegun.await();",
            "(cell N, line 2)",
        ),
        (
            "CompletableFuture.runAsync(() -> { begun.countDown(); while (true) ; });\nbegun.await();",
            "(cell N, line 1)",
        ),
        (
            "%%threads -n 2 --quiet\nint me = task; var own = new CountDownLatch(1);\n"
            'new Thread(() -> { own.countDown(); while (true) ; }, "of " + me).start();\nown.await();',
            "of 1 (cell N, line 3)",
        ),
    ],
)
def test_a_thread_that_is_left_is_named_with_its_line(kernel, code, named):
    kernel.run(BEGIN)
    result = kernel.run(code)
    assert result.status == "ok", result.content
    (note,) = notes(result)
    assert note.startswith("still running: ")
    assert named.replace("N", str(result.content["execution_count"])) in note
    assert kernel.run("1 + 1").types == ["busy", "execute_input", "execute_result", "idle"]


def test_a_pool_that_was_not_shut_down_is_told_apart_and_ended(kernel):
    result = kernel.run(
        "var forgotten = Executors.newFixedThreadPool(2);\n"
        "for (int i = 0; i < 2; i++) forgotten.submit(() -> 1).get();"
    )
    (note,) = notes(result)
    assert re.match(r"idle, in a pool that was not shut down: \S+-1, \S+-2; ", note)
    ended = kernel.run("%stop").text()
    assert ended == f"ended what cell {result.content['execution_count']} left running\n"
    assert kernel.run("forgotten.isShutdown()").value == "true"


def test_a_cell_that_failed_has_a_note_too(kernel):
    kernel.run(BEGIN)
    result = kernel.run(
        "begin(new Thread(() -> { begun.countDown(); while (true) ; })); throw new RuntimeException();"
    )
    assert result.status == "error"
    assert len(notes(result)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "try (var pool = Executors.newFixedThreadPool(4)) { for (int i = 0; i < 9; i++) pool.submit(() -> 1); }",
        "var joined = new Thread(() -> {}); joined.start(); joined.join();",
        "IntStream.range(0, 100_000).parallel().sum()",
        "CompletableFuture.supplyAsync(() -> 1, CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS)).join()",
        "var http = java.net.http.HttpClient.newHttpClient();\n"
        "try { http.send(java.net.http.HttpRequest.newBuilder(URI.create(\"http://127.0.0.1:1/\")).build(),\n"
        "    java.net.http.HttpResponse.BodyHandlers.ofString()); } catch (IOException e) { }",
        "%%threads -n 4 --quiet\nThread.ofVirtual().start(() -> {}).join();",
        "%%async -n 4 --quiet\nThread.sleep(5);",
    ],
)
def test_where_nothing_is_left_there_is_no_note(kernel, code):
    result = kernel.run(code)
    assert result.status == "ok", result.content
    assert notes(result) == []


def test_a_silent_cell_has_no_note(kernel):
    assert kernel.run("new Thread(() -> { while (true) ; }).start();", silent=True).types == ["busy", "idle"]


def test_an_interrupt_between_cells_is_for_no_later_one(kernel):
    kernel.run("1")
    kernel.interrupt()
    kernel.interrupt()
    assert kernel.run("2").value == "2"


def test_a_stop_does_not_wait_for_a_pool_without_work(kernel):
    kernel.run("var idle = Executors.newFixedThreadPool(1);")
    cell = kernel.send("idle.submit(() -> 1).get(); System.out.println(\"now\"); while (true) { }")
    kernel.later(cell, "now")
    kernel.interrupt()
    result = kernel.finish(cell)
    assert result.content["ename"] == "Interrupted"
    assert result.content["evalue"] == "the cell was interrupted"  # and nothing is still running
    assert kernel.run("idle.submit(() -> 7).get()").value == "7"
