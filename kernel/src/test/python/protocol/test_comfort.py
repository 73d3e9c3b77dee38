"""What makes a day with the kernel easy: loading, looking, timing, showing, progress."""

import json

PEOPLE = 'record Person(String name, int age) {}\nvar people = List.of(new Person("Ada", 36), new Person("<Alan>", 41));'


def shown(result, mime="text/plain"):
    return [m["content"]["data"].get(mime) for m in result.of_type("display_data")]


def test_records_and_maps_are_tables(kernel):
    kernel.run(PEOPLE)
    data = kernel.run("people").of_type("execute_result")[0]["content"]["data"]
    assert data["text/plain"].splitlines()[0].split() == ["name", "age"]
    assert "&lt;Alan&gt;</td>" in data["text/html"]
    data = kernel.run('List.of(Map.of("a", 1))').of_type("execute_result")[0]["content"]["data"]
    assert "<td" in data["text/html"]
    many = kernel.run("IntStream.range(0, 500).mapToObj(i -> new Person(\"p\" + i, i)).toList()")
    assert "500 rows in all" in many.value
    assert kernel.run("List.of(1, 2)").value == "[1, 2]"


def test_who_is_a_table_of_variables(kernel):
    kernel.run('int answer = 42; String cloth = "linen"; var grid = new int[][] {{1}, {2, 3}};')
    result = kernel.run("%who answer cloth grid")
    text = shown(result)[0].splitlines()
    assert text[0].split() == ["name", "type", "value"]
    assert text[2].split() == ["answer", "int", "42"]
    assert text[3].split() == ["cloth", "String", '"linen"']
    assert text[4].split(None, 2) == ["grid", "int[][]", "[[1], [2, 3]]"]
    assert "<table>" in shown(result, "text/html")[0]
    assert "answer" in shown(kernel.run("%who"))[0]
    refused = kernel.run("%who answer nix").plain_traceback()
    assert "line 1, column 13" in refused and "no variable nix" in refused
    kernel.run("var threads = List.of(1);")
    assert "List<Integer>" in shown(kernel.run("%who threads"))[0].splitlines()[2].split()


def test_a_notebook_is_loaded_with_its_magics(kernel, tmp_path):
    notebook = tmp_path / "lesson.ipynb"
    cells = [
        {"cell_type": "markdown", "source": ["# no code"]},
        {"cell_type": "code", "source": ["int loaded = 7;\n", "int twice(int n) { return 2 * n; }"]},
        {"cell_type": "code", "source": "%%sequential -n 3 --into tripled --quiet\n3 * task"},
        {"cell_type": "code", "source": "int bad(int n) {\n  if (n > 1) throw new IllegalStateException(\"bad\");\n  return n;\n}"},
    ]
    notebook.write_text(json.dumps({"cells": cells, "metadata": {"kernelspec": {"language": "java"}}}))
    result = kernel.run(f"%load {notebook}\ntwice(loaded)")
    assert (result.status, result.value) == ("ok", "14")
    assert "loaded lesson.ipynb: 3 cells of code" in result.text()
    assert kernel.run("tripled").value == "[0, 3, 6]"
    assert "at lesson.ipynb, cell 3, line 2 in bad" in kernel.run("bad(2)").plain_traceback()


def test_errors_of_loaded_code_name_file_cell_and_line(kernel, tmp_path):
    notebook = tmp_path / "wrong.ipynb"
    cells = [{"cell_type": "code", "source": ["int fine = 1;"]}, {"cell_type": "code", "source": ["\n", "int wrong = fin;"]}]
    notebook.write_text(json.dumps({"cells": cells, "metadata": {}}))
    told = kernel.run(f"%load {notebook}").plain_traceback()
    assert "wrong.ipynb, cell 2, line 2, column 13" in told and "did you mean fine?" in told
    script = tmp_path / "script.jsh"
    script.write_text('int a = 1;\nthrow new IllegalArgumentException("on purpose");\n/exit\n')
    result = kernel.run(f"%load {script}")
    assert result.content["ename"] == "IllegalArgumentException"
    assert "script.jsh, line 2" in result.plain_traceback()
    absent = kernel.run(f"%load {tmp_path / 'nothing.java'}").plain_traceback()
    assert "column 7" in absent and "there is no file" in absent
    other = tmp_path / "other.ipynb"
    other.write_text(json.dumps({"cells": [], "metadata": {"kernelspec": {"language": "python"}}}))
    assert "in python, not in Java" in kernel.run(f"%load {other}").plain_traceback()


def test_a_java_file_is_declared(kernel, tmp_path):
    source = tmp_path / "Shuttle.java"
    source.write_text("package loom;\nimport java.util.*;\npublic class Shuttle {\n  public int pick() { return 3; }\n}\n")
    assert kernel.run(f"%load {source}\nnew Shuttle().pick()").value == "3"


def test_env_holds_for_getenv_programs_and_workers(kernel):
    assert kernel.run('%env HEDDLE_COMFORT="a b"\nSystem.getenv("HEDDLE_COMFORT")').value == "a b"
    assert kernel.run("%env HEDDLE_COMFORT").text() == "a b\n"
    assert "HEDDLE_COMFORT=a b\n" in kernel.run("%env").text()
    program = 'new String(new ProcessBuilder("sh", "-c", "echo $HEDDLE_COMFORT").start().getInputStream().readAllBytes())'
    assert kernel.run(program).value.strip() == "a b"
    assert kernel.run("%%processes -n 1 --quiet --into far\nSystem.getenv(\"HEDDLE_COMFORT\")").status == "ok"
    assert kernel.run("far").value == "[a b]"
    kernel.run("%env HEDDLE_COMFORT=c")
    kernel.run("%%processes -n 1 --quiet --into far\nSystem.getenv(\"HEDDLE_COMFORT\")")
    assert kernel.run("far").value == "[c]"
    assert "no environment variable" in kernel.run("%env HEDDLE_NIX").plain_traceback()


def test_timeit_shows_a_picture_and_where_it_settled(kernel):
    kernel.run("long sum(int n) { long s = 0; for (int i = 0; i < n; i++) s += i % 7; return s; }")
    data = kernel.run("%timeit -r 60 sum(1000)").of_type("display_data")[0]["content"]["data"]
    assert {"application/vnd.vegalite.v5+json", "image/png", "text/plain"} == set(data)
    assert "for one run (median)" in data["text/plain"] and "60 samples" in data["text/plain"]
    assert "settled" in data["text/plain"]
    result = kernel.run("%%timeit -n 5 -r 12\nlong s = sum(10);\ns + 1")
    assert "60 runs" in shown(result)[0]
    assert "nothing to time" in kernel.run("%timeit -n 3").plain_traceback()
    assert "not an option" in kernel.run("%%timeit --loops 3\n1").plain_traceback()


def test_every_everyday_magic_explains_itself(kernel):
    for name in ["maven", "classpath", "load", "who", "env", "time", "timeit", "magics"]:
        assert f"%{name}" in kernel.run(f"%{name} --help").text()


def test_a_display_is_updated_from_any_thread(kernel):
    first = kernel.run('var handle = display("one");\nThread.ofPlatform().start(() -> handle.update("two")).join();')
    id = first.of_type("display_data")[0]["content"]["transient"]["display_id"]
    updated = first.of_type("update_display_data")[0]["content"]
    assert (updated["transient"]["display_id"], updated["data"]["text/plain"]) == (id, "two")
    assert kernel.run('display("last")').types == ["busy", "execute_input", "display_data", "idle"]


def test_output_is_cleared(kernel):
    result = kernel.run('System.out.print("gone");\nclearOutput(true);\nSystem.out.println("stays");')
    assert result.types == ["busy", "execute_input", "stream", "clear_output", "stream", "idle"]
    assert result.of_type("clear_output")[0]["content"] == {"wait": True}


def test_progress_of_a_loop(kernel):
    result = kernel.run("int through = 0;\nfor (var i : Progress.of(List.of(1, 2, 3))) through += i;\nthrough")
    assert "0 of 3" in shown(result)[0]
    last = result.of_type("update_display_data")[-1]["content"]["data"]
    assert "3 of 3, 100 %" in last["text/plain"] and "<progress" in last["text/html"]
    assert result.value == "6"
    result = kernel.run("var steps = Progress.to(500);\nIntStream.range(0, 500).parallel().forEach(i -> steps.step());")
    assert "500 of 500" in result.of_type("update_display_data")[-1]["content"]["data"]["text/plain"]


def test_progress_in_a_worker_process_is_no_hindrance(kernel):
    result = kernel.run("%%processes -n 1 --quiet --into sums\nint s = 0;\nfor (int i : Progress.range(0, 4)) s += i;\ns")
    assert result.status == "ok", result.content
    assert kernel.run("sums").value == "[6]"


def test_sources_are_shown_as_what_they_are(kernel):
    def data(code):
        return kernel.run(code).of_type("execute_result")[0]["content"]["data"]

    assert data('Html.of("<b>x</b>")')["text/html"] == "<b>x</b>"
    assert data('Markdown.of("*x*")')["text/markdown"] == "*x*"
    assert data('Latex.of("x^2")')["text/latex"] == "$$x^2$$"
    assert "```mermaid" in data('Mermaid.of("graph LR; a --> b")')["text/markdown"]
    assert "image/png" in data("Picture.of(new java.awt.image.BufferedImage(2, 2, 1))")
    assert "image/png" in data("new java.awt.image.BufferedImage(2, 2, 1)")


def test_messages_name_variables_not_the_classes_around_them(kernel):
    result = kernel.run("String nothing = null;\nnothing.length()")
    assert 'because "nothing" is null' in result.plain_traceback()
    assert "REPL" not in result.plain_traceback()


def test_causes_are_told_with_their_lines(kernel):
    told = kernel.run(
        "void inner() { throw new IllegalStateException(\"inner\"); }\n"
        "void outer() {\n  try { inner(); }\n  catch (IllegalStateException e) { throw new RuntimeException(\"outer\", e); }\n}\n"
        "outer()"
    ).plain_traceback()
    assert "RuntimeException: outer" in told and "caused by: IllegalStateException: inner" in told
    assert "line 1 in inner" in told and "line 4 in outer" in told
    assert "jdk.jshell" not in told and "heddle" not in told
