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


CONNECTED = 'var server = new ServerSocket(0); var socket = new Socket("localhost", server.getLocalPort());'


@pytest.mark.parametrize(
    "code",
    [
        CONNECTED + "System.out.println(); socket.getInputStream().read();",
        CONNECTED + "socket.setSoTimeout(60_000); System.out.println(); socket.getInputStream().read();",
        "var server = new ServerSocket(0); System.out.println(); server.accept();",
        "%%threads -n 3\n" + CONNECTED + "System.out.println(); socket.getInputStream().read();",
        "var lock = new ReentrantLock(); var held = new CountDownLatch(1); "
        "Thread.ofPlatform().start(() -> { lock.lock(); held.countDown(); while (true) { } }); "
        "held.await(); System.out.println(); lock.lock();",
        "System.out.println(); new CompletableFuture<String>().join();",
        "System.out.println(); Stream.of(new CompletableFuture<String>()).map(CompletableFuture::join).toList();",
        "var one = new ReentrantLock(); var two = new ReentrantLock(); var both = new CyclicBarrier(2); "
        "interface Taking { void take() throws Exception; } "
        "void taking(Lock first, Lock second) { first.lock(); try { both.await(); System.out.println(); second.lock(); } "
        "catch (Exception e) { throw new RuntimeException(e); } finally { first.unlock(); } } "
        "Thread.ofPlatform().start(() -> taking(one, two)); taking(two, one);",
    ],
)
def test_an_interrupt_ends_waits_that_take_no_notice_of_interrupts(kernel, code):
    cell = kernel.send(code)
    kernel.published_until(cell, "stream")
    kernel.interrupt()
    result = kernel.finish(cell)
    assert result.content["ename"] == "Interrupted"
    assert "still running" not in result.content["evalue"]
    assert kernel.run("1 + 1").value == "2"


def test_an_interrupt_without_a_cell_does_nothing(kernel):
    assert kernel.request("interrupt_request", channel="control").status == "ok"


def test_an_interrupt_that_overtook_its_cell_stops_it(kernel):
    cell = kernel.client.session.msg("execute_request", {"code": "while (true) { }", "silent": False})
    kernel.interrupt()  # sent later, read first: control and shell are two sockets
    kernel.client.shell_channel.send(cell)
    assert kernel.finish(cell["header"]["msg_id"]).content["ename"] == "Interrupted"
    assert kernel.run("1 + 1").value == "2"


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
