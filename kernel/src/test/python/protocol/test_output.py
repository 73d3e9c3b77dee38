"""What threads print arrives whole, once, under the cell that started them, before the cell is idle."""

import collections
import pathlib
import re
import time

import pytest
import zmq
from jupyter_client.session import Session

DELIMITER = b"<IDS|MSG>"


def test_printing_with_the_interrupt_flag_set_neither_fails_nor_clears_it(kernel):  # C1
    code = """
        Runnable printing = () -> {
            Thread.currentThread().interrupt();
            System.out.println("text");
            System.out.println(Thread.currentThread().isInterrupted());
        };
        for (int i = 0; i < 12; i++) {
            Thread cold = new Thread(printing);
            cold.start();
            cold.join();
        }
        ExecutorService warm = Executors.newSingleThreadExecutor();
        for (int i = 0; i < 12; i++) {
            warm.submit(printing).get();
            warm.submit(() -> Thread.interrupted()).get();
        }
        warm.shutdown();
    """
    result = kernel.run(code)
    assert result.status == "ok", result.content
    assert result.text() == "text\ntrue\n" * 24


def test_workers_told_to_stop_can_say_so(kernel):
    code = """
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            pool.submit(() -> {
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    System.out.println("stopping");
                }
            });
        }
        Thread.sleep(100);
        pool.shutdownNow();
        pool.awaitTermination(5, TimeUnit.SECONDS);
    """
    assert kernel.run(code).text() == "stopping\n" * 8


def test_interrupts_never_cut_a_message_in_two(kernel):  # C2
    context = zmq.Context()
    raw = context.socket(zmq.SUB)
    raw.setsockopt(zmq.RCVHWM, 0)
    raw.setsockopt(zmq.SUBSCRIBE, b"")
    raw.connect("tcp://{ip}:{iopub_port}".format(**kernel.connection))
    time.sleep(0.3)
    code = """
        for (int i = 0; i < 300; i++) {
            Thread printer = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    System.out.println("printing");
                }
                System.out.println("interrupted");
            });
            printer.start();
            Thread.sleep(1);
            printer.interrupt();
            printer.join();
        }
    """
    result = kernel.run(code)
    assert result.status == "ok", result.content
    assert result.text().count("interrupted\n") == 300
    messages = 0
    while raw.poll(500):
        frames = raw.recv_multipart()
        assert frames.count(DELIMITER) == 1
        assert len(frames) - frames.index(DELIMITER) == 6
        messages += 1
    assert messages >= len(result.published)
    raw.close()
    context.term()


@pytest.mark.parametrize("lines", [20_000, 100_000])
def test_every_line_of_a_flood_arrives_before_idle(kernel, lines):  # C3
    result = kernel.run(f"for (int i = 0; i < {lines}; i++) System.out.println(i);")
    assert result.text() == "".join(f"{i}\n" for i in range(lines))
    assert_moderate(result)


def test_a_flood_without_end_is_shown_in_part_and_the_rest_stands_in_a_file(kernel):
    lines, width = 600_000, 100
    result = kernel.run(f'for (int i = 0; i < {lines}; i++) System.out.println(String.format("%0{width - 1}d", i));')
    shown, last = re.fullmatch(r"(.*\n)\n\[(.*)\]\n", result.text(), re.DOTALL).groups()
    assert 50_000_000 <= len(shown) < 51_000_000
    file = pathlib.Path(last.split("the rest goes to ")[1])
    rest = file.read_text()
    file.unlink()
    assert shown + rest == "".join(f"{i:0{width - 1}}\n" for i in range(lines))
    assert kernel.run("1 + 1").value == "2"


def test_a_client_that_never_reads_holds_the_others_up_once(kernel):
    context = zmq.Context()
    stuck = context.socket(zmq.SUB)
    stuck.setsockopt(zmq.RCVHWM, 1)
    stuck.setsockopt(zmq.SUBSCRIBE, b"")
    stuck.connect("tcp://{ip}:{iopub_port}".format(**kernel.connection))
    assert DELIMITER in stuck.recv_multipart()  # greeted; from here on it reads no more
    for _ in range(3):
        result = kernel.run('for (int i = 0; i < 200_000; i++) System.out.println("x".repeat(99));')
        assert result.text() == ("x" * 99 + "\n") * 200_000
    stuck.close(0)
    context.term()


@pytest.mark.parametrize(
    "threads, lines, start",
    [
        (4, 2_500, "Thread.ofPlatform()"),
        (1_000, 10, "Thread.ofVirtual()"),
        (8, 125_000, "Thread.ofPlatform()"),
    ],
)
def test_lines_of_many_threads_do_not_mix(kernel, threads, lines, start):  # C3
    code = f"""
        {{
        List<Thread> printers = new ArrayList<>();
        for (int t = 0; t < {threads}; t++) {{
            int me = t;
            printers.add({start}.start(() -> {{
                for (int i = 0; i < {lines}; i++) System.out.println(me + ":" + i + ";");
            }}));
        }}
        for (Thread printer : printers) printer.join();
        }}
    """
    result = kernel.run(code)
    counts = collections.Counter()
    for line in result.text().splitlines():
        match = re.fullmatch(r"(\d+):(\d+);", line)
        assert match, line
        assert counts[match[1]] == int(match[2])
        counts[match[1]] += 1
    assert len(counts) == threads and set(counts.values()) == {lines}
    assert_moderate(result)


def test_formatted_lines_of_several_threads_do_not_mix(kernel):
    code = """
        {
        List<Thread> printers = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int me = t;
            printers.add(new Thread(() -> {
                for (int i = 0; i < 500; i++) System.out.printf("%d and %d%n", me, me);
            }));
        }
        printers.forEach(Thread::start);
        for (Thread printer : printers) printer.join();
        }
    """
    lines = collections.Counter(kernel.run(code).text().splitlines())
    assert lines == {f"{t} and {t}": 500 for t in range(4)}


def test_the_order_of_out_and_err_and_results_is_kept(kernel):
    result = kernel.run('System.out.println("a"); System.err.println("b"); System.out.println("c"); 42')
    texts = [(m["content"]["name"], m["content"]["text"]) for m in result.of_type("stream")]
    assert texts == [("stdout", "a\n"), ("stderr", "b\n"), ("stdout", "c\n")]
    assert result.types[-2:] == ["execute_result", "idle"]


def test_a_prompt_without_line_break_appears_while_the_cell_goes_on(kernel):
    msg_id = kernel.send('System.out.print("dots "); Thread.sleep(1500); System.out.print("end")')
    began = time.monotonic()
    assert kernel.later(msg_id, "dots ") == "dots "
    assert time.monotonic() - began < 1.2
    result = kernel.finish(msg_id)
    assert result.text() == "end"


def test_characters_of_several_bytes_survive_in_any_portions(kernel):
    text = "é€😀" * 10
    code = f'byte[] bytes = "{text}".getBytes("UTF-8"); for (byte b : bytes) {{ System.out.write(b); }}'
    assert kernel.run(code).text() == text


@pytest.mark.parametrize(
    "printing",
    [
        'System.out.println("late");',
        'kept.println("late");',
    ],
)
def test_output_after_its_cell_goes_to_its_cell(kernel, printing):  # C4
    kernel.run("java.io.PrintStream kept = System.out;")
    first = kernel.send(
        "new Thread(() -> { try { Thread.sleep(600); } catch (InterruptedException e) { } "
        + printing
        + " }).start();"
    )
    second = kernel.send('Thread.sleep(1200); System.out.println("other");')
    texts = collections.defaultdict(str)
    ended = set()
    while ended != {first, second}:
        message = kernel.client.get_iopub_msg(timeout=30)
        parent = message["parent_header"].get("msg_id")
        if message["msg_type"] == "stream":
            texts[parent] += message["content"]["text"]
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            ended.add(parent)
    assert texts == {first: "late\n", second: "other\n"}


def test_a_background_printer_disturbs_no_cell(kernel):  # C5
    printer = kernel.send(
        """
        volatile boolean printing = true;
        Thread background = new Thread(() -> { while (printing) System.out.println("background"); });
        background.setDaemon(true);
        background.start();
        """.replace("volatile boolean printing", "static volatile boolean printing")
    )
    assert kernel.finish(printer).status == "ok"
    for i in range(250):
        result = kernel.run(f"{i}")
        assert result.types == ["busy", "execute_input", "execute_result", "idle"]
        assert result.value == str(i)
    assert kernel.run("printing = false; background.join();").status == "ok"


def test_the_common_pool_prints_under_the_cell_that_runs(kernel):
    code = 'IntStream.range(0, 64).parallel().forEach(i -> System.out.println("pool"));'
    for _ in range(3):
        assert kernel.run(code).text() == "pool\n" * 64


def test_one_huge_line_comes_in_messages_of_bearable_size(kernel):
    result = kernel.run('System.out.println("x".repeat(3_000_000))')
    assert result.text() == "x" * 3_000_000 + "\n"
    assert max(len(m["content"]["text"]) for m in result.of_type("stream")) < 500_000


SHOWN = ("stream", "display_data", "update_display_data", "execute_result", "error", "clear_output")


def shown(result):
    """What came, in order; text of a stream that came in pieces is joined."""
    parts = []
    for message in result.published:
        if message["msg_type"] in SHOWN:
            content = message["content"]
            kind = content.get("name", message["msg_type"])
            text = content.get("text") or content.get("data", {}).get("text/plain") or content.get("ename")
            if kind.startswith("std") and parts and parts[-1][0] == kind:
                parts[-1] = (kind, parts[-1][1] + text)
            else:
                parts.append((kind, text))
    return parts


def test_what_a_thread_prints_and_shows_comes_in_the_order_of_its_calls(kernel):
    result = kernel.run(
        'System.out.print("a"); var shown = display("b"); System.out.print("c"); System.err.print("d");\n'
        'System.out.print("e"); shown.update("f"); System.err.print("g"); display("h");\n'
        'System.out.print("i"); 42'
    )
    assert shown(result) == [
        ("stdout", "a"),
        ("display_data", "b"),
        ("stdout", "c"),
        ("stderr", "d"),
        ("stdout", "e"),
        ("update_display_data", "f"),
        ("stderr", "g"),
        ("display_data", "h"),
        ("stdout", "i"),
        ("execute_result", "42"),
    ]


def test_what_was_printed_comes_before_the_error(kernel):
    result = kernel.run('System.out.print("before"); throw new IllegalStateException();')
    assert shown(result) == [("stdout", "before"), ("error", "IllegalStateException")]


def test_what_threads_print_and_show_comes_in_the_order_of_their_calls(kernel):
    code = """
        var showing = new ArrayList<Thread>();
        for (int t = 0; t < 4; t++) {
            int me = t;
            showing.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 50; i++) {
                    System.out.print("<" + me + ":" + i + ">");
                    display(me + ":" + i);
                }
            }));
        }
        for (Thread each : showing) each.join();
    """
    result = kernel.run(code)
    printed, seen = "", 0
    for kind, text in shown(result):
        if kind == "stdout":
            printed += text
        else:
            seen += 1
            assert f"<{text}>" in printed
    assert seen == 200


@pytest.mark.parametrize("turns", [3, 40])
def test_streams_that_take_turns_keep_their_order(kernel, turns):
    code = f'for (int i = 0; i < {turns}; i++) {{ System.out.println("o" + i); System.err.println("e" + i); }}'
    parts = shown(kernel.run(code))
    expected = [(s, f"{s[3]}{i}\n") for i in range(turns) for s in ("stdout", "stderr")]
    assert parts == expected


def assert_moderate(result):
    """Servers cut off kernels that send more than 1000 messages a second."""
    streams = result.of_type("stream")
    dates = [m["header"]["date"] for m in result.published]
    seconds = (dates[-1] - dates[0]).total_seconds()
    assert len(streams) < 20 + 1000 * seconds
    assert max(len(m["content"]["text"]) for m in streams) < 500_000
