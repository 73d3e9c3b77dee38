"""Stop ends all that a cell started, and the kernel goes on."""

import time

import pytest


def cpu_seconds(kernel):
    fields = open(f"/proc/{kernel.process.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


@pytest.mark.parametrize(
    "code",
    [
        "while (true) { }",
        "for (;;) Thread.sleep(1000);",
        "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { } }",
        "Thread child = new Thread(() -> { while (true) { } }); child.start(); child.join();",
        "Thread child = Thread.ofVirtual().start(() -> { while (true) { } }); child.join();",
        "new java.util.concurrent.CountDownLatch(1).await();",
    ],
)
def test_an_interrupt_ends_the_cell_and_its_threads(kernel, code):  # C8
    cell = kernel.send(code)
    time.sleep(0.7)
    kernel.interrupt()
    result = kernel.finish(cell)
    assert result.status == "error"
    assert result.content["ename"] == "Interrupted"
    assert "interrupted" in result.content["evalue"]
    assert kernel.run("1 + 1").value == "2"
    time.sleep(0.3)
    before = cpu_seconds(kernel)
    time.sleep(1)
    assert cpu_seconds(kernel) - before < 0.6  # a thread that goes on takes 1, the compiler may take some


def test_an_interrupt_without_a_cell_does_nothing(kernel):
    assert kernel.request("interrupt_request", channel="control").status == "ok"


def test_an_interrupt_aborts_the_cells_that_wait(kernel):
    first = kernel.send("Thread.sleep(60_000);")
    second = kernel.send("2")
    time.sleep(0.5)
    kernel.interrupt()
    assert kernel.reply_to(first)["content"]["status"] == "error"
    assert kernel.reply_to(second)["content"]["status"] == "aborted"


def test_an_interrupt_while_printing_loses_nothing_that_was_printed(kernel):
    cell = kernel.send('for (int i = 0; ; i++) System.out.println(i);')
    time.sleep(0.5)
    kernel.interrupt()
    result = kernel.finish(cell)
    assert result.content["ename"] == "Interrupted"
    lines = result.text().splitlines()
    assert lines == [str(i) for i in range(len(lines))]
