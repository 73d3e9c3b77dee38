"""Nothing that a client or a cell does ends the kernel, but a shutdown does at once."""

import subprocess
import time

import zmq
from jupyter_client.session import Session

PATIENCE = 30
GONE_SOON = 2  # the benchmark measures it; here it is only told from what hangs


def dealer(kernel, port):
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(f"tcp://{kernel.connection['ip']}:{kernel.connection[port]}")
    return socket


def test_an_error_in_to_string_is_the_cells_error(kernel):  # C6
    result = kernel.run('new Object() { public String toString() { return toString(); } }')
    assert result.status == "error"
    assert result.content["ename"] == "StackOverflowError"
    result = kernel.run('new Object() { public String toString() { throw new AssertionError("no text"); } }')
    assert (result.content["ename"], result.content["evalue"]) == ("AssertionError", "no text")
    assert result.types == ["busy", "execute_input", "error", "idle"]


def test_endless_recursion_is_the_cells_error(kernel):  # C6
    kernel.run("int deep(int n) { return 1 + deep(n + 1); }")
    result = kernel.run("deep(0)")
    assert result.content["ename"] == "StackOverflowError"
    assert len(result.content["traceback"]) < 50


def test_an_exhausted_heap_is_the_cells_error(start):  # C6
    kernel = start("-Xmx200m")
    result = kernel.run(
        "{ List<byte[]> hoard = new ArrayList<>(); while (true) hoard.add(new byte[1_000_000]); }"
    )
    assert result.content["ename"] == "OutOfMemoryError"
    assert kernel.request("kernel_info_request").status == "ok"
    assert kernel.run("1 + 1").value == "2"


def test_malformed_messages_are_dropped(kernel):  # C7
    wrong_key = Session(key=b"wrong", signature_scheme="hmac-sha256")
    right = kernel.client.session
    for port in ("shell_port", "control_port"):
        socket = dealer(kernel, port)
        wrong_key.send(socket, wrong_key.msg("kernel_info_request"))
        socket.send_multipart([b"nonsense"])
        socket.send_multipart([b"<IDS|MSG>", b"", b"{", b"}", b"[", b"]"])
        for header in (b"[]", b"{}", b'{"msg_id": "1"}', b'{"msg_type": {}, "msg_id": "2"}', b"nonsense"):
            parts = [header, b"{}", b"{}", b"{}"]
            socket.send_multipart([b"<IDS|MSG>", right.sign(parts), *parts])
        socket.close()
    assert kernel.request("kernel_info_request").status == "ok"
    assert kernel.request("kernel_info_request", channel="control").status == "ok"


def test_a_header_without_user_is_good_enough(kernel):  # C7
    session = kernel.client.session
    socket = dealer(kernel, "shell_port")
    parts = [b'{"msg_id": "m1", "msg_type": "kernel_info_request"}', b"{}", b"{}", b"{}"]
    socket.send_multipart([b"<IDS|MSG>", session.sign(parts), *parts])
    assert socket.poll(PATIENCE * 1000)
    _, frames = session.feed_identities(socket.recv_multipart())
    reply = session.deserialize(frames)
    assert reply["msg_type"] == "kernel_info_reply"
    assert reply["parent_header"]["msg_id"] == "m1"
    socket.close()


def test_interrupting_every_thread_of_the_process_harms_only_the_cell(kernel):
    kernel.run("Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);")
    time.sleep(0.1)
    assert kernel.request("kernel_info_request").status == "ok"
    assert kernel.request("kernel_info_request", channel="control").status == "ok"
    assert kernel.request("is_complete_request", {"code": "1"}).status


def test_shutdown_is_quick_whatever_threads_live(start):  # C9
    kernel = start()
    kernel.run(
        """
        Thread stubborn = new Thread(() -> {
            while (true) {
                try { Thread.sleep(60_000); } catch (InterruptedException e) { }
            }
        });
        stubborn.setDaemon(false);
        stubborn.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try { Thread.sleep(60_000); } catch (InterruptedException e) { }
        }));
        """
    )
    assert kernel.request("shutdown_request", {"restart": False}, "control").content == {
        "status": "ok",
        "restart": False,
    }
    replied = time.monotonic()
    kernel.process.wait(10)
    assert time.monotonic() - replied < GONE_SOON
    assert kernel.process.returncode == 0


def test_shutdown_is_quick_while_a_cell_runs(start):  # C9
    kernel = start()
    kernel.send("while (true) { Thread.onSpinWait(); }")
    time.sleep(0.5)
    kernel.request("shutdown_request", {"restart": True}, "control")
    replied = time.monotonic()
    kernel.process.wait(10)
    assert time.monotonic() - replied < GONE_SOON


def test_a_kernel_ends_with_the_server_that_started_it(start):
    server = subprocess.Popen(["sleep", "1000"])
    kernel = start(environment={"JPY_PARENT_PID": str(server.pid)})
    kernel.send("while (true) {}")
    server.kill()
    server.wait()
    assert kernel.process.wait(30) == 0


def test_an_error_tells_where_and_nothing_of_the_kernel(kernel):
    result = kernel.run("int zero = 0;\n\nint broken() {\n  return 1 / zero;\n}\nbroken();")
    assert result.content["ename"] == "ArithmeticException"
    assert result.content["evalue"] == "/ by zero"
    number = result.content["execution_count"]
    told = result.plain_traceback()
    assert f"cell {number}, line 4" in told and f"cell {number}, line 6" in told
    for foreign in ("jshell", "reflect", "REPL", "io.github.heddle"):
        assert foreign not in told
    error = result.of_type("error")[0]["content"]
    assert {k: error[k] for k in ("ename", "evalue", "traceback")} == {
        k: result.content[k] for k in ("ename", "evalue", "traceback")
    }


def test_a_compile_error_points_at_its_place(kernel):
    result = kernel.run('int right = 1;\nint wrong = "text";')
    assert result.content["ename"] == "CompileError"
    told = result.plain_traceback()
    assert f"cell {result.content['execution_count']}, line 2, column 13" in told
    assert '    int wrong = "text";\n                ^' in told


def test_causes_and_suppressed_exceptions_are_told(kernel):
    result = kernel.run(
        """
        Exception suppressed = new java.io.IOException("aside");
        Exception cause = new IllegalArgumentException("deep");
        cause.addSuppressed(suppressed);
        throw new IllegalStateException("top", cause);
        """
    )
    told = result.plain_traceback()
    assert "IllegalStateException: top" in told
    assert "caused by: IllegalArgumentException: deep" in told
    assert "also: IOException: aside" in told


def test_the_exception_of_a_future_is_told_as_thrown(kernel):
    told = kernel.run('CompletableFuture.supplyAsync(() -> Integer.parseInt("x1")).join()')
    assert told.content["ename"] == "CompletionException"
    assert "caused by: NumberFormatException" in told.plain_traceback()


def test_an_exception_that_ends_a_thread_is_told_with_the_line_of_its_cell(kernel):
    msg_id = kernel.send(
        """
        void work() {
          throw new IllegalStateException("torn", new java.io.IOException("deep"));
        }
        Thread.ofPlatform().name("weaver").start(() -> work()).join();
        """
    )
    result = kernel.finish(msg_id)
    number = result.content["execution_count"]
    told = result.text("stderr")
    assert told.startswith('Exception in thread "weaver" java.lang.IllegalStateException: torn\n')
    assert f"\tat cell {number}, line 3 in work\n" in told
    assert "Caused by: java.io.IOException: deep" in told
    for foreign in ("REPL", "io.github.heddle", "java.lang.Thread"):
        assert foreign not in told


def test_a_printed_stack_trace_names_cells(kernel):
    result = kernel.run(
        """
        class Torn extends Exception {
          @Override public void printStackTrace() { System.err.println("my own"); super.printStackTrace(); }
        }
        try { Integer.parseInt("x"); } catch (NumberFormatException e) { e.printStackTrace(); }
        try { throw new Torn(); } catch (Torn e) { e.printStackTrace(); }
        try { throw new Torn(); } catch (Exception e) { e.printStackTrace(); }
        Optional.of(new RuntimeException("handed on")).ifPresent(Throwable::printStackTrace);
        """
    )
    number = result.content["execution_count"]
    told = result.text("stderr")
    assert told.startswith('java.lang.NumberFormatException: For input string: "x"\n\tat ')
    assert f"\tat cell {number}, line 5\n" in told
    assert "java.base/java.lang.Integer.parseInt" in told
    assert told.count("my own\nTorn\n\tat cell") == 2 and "handed on" in told
    for foreign in ("cells//", "io.github.heddle", "jdk.internal.reflect"):
        assert foreign not in told
