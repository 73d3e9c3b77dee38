"""Magics and Java in a cell."""


def test_a_percent_sign_in_an_expression_stays_java(kernel):  # C19
    result = kernel.run("int p = 7\n%5;\np")
    assert result.value == "2"


def test_an_unknown_cell_magic_is_explained(kernel):
    result = kernel.run("%%tiem -n 3\n1")
    assert result.content["ename"] == "MagicError"
    told = result.plain_traceback()
    assert "line 1, column 1" in told and "%%tiem" in told
    assert "did you mean %%time?" in told


def test_an_unknown_line_magic_is_explained(kernel):
    result = kernel.run("int a = 1;\n%tmie a")
    assert result.content["ename"] == "MagicError"
    assert "line 2, column 1" in result.plain_traceback()


def test_state_survives_new_imports_and_edits(kernel):  # C17
    kernel.run('List<String> kept = new ArrayList<>(List.of("a"));')
    kernel.run("import java.util.stream.*;")
    assert kernel.run("kept").value == "[a]"
    kernel.run("int f() { return 1; }")
    kernel.run("int computed = f();")
    kernel.run("int f() { return 2; }")
    assert kernel.run("computed").value == "1"
    assert kernel.run("f()").value == "2"
    kernel.run('String first = "r"; String derived = first + "st";')
    kernel.run('String first = "other";')
    assert kernel.run("derived").value == "rst"
    kernel.run('class P { String name() { return "old"; } } P object = new P();')
    kernel.run('class P { String name() { return "new"; } }')
    assert kernel.run("object.name()").value == "new"
    kernel.run('class P { int more; String name() { return "more"; } }')
    assert kernel.run("new P().name()").value == "more"


def test_results_do_not_fill_the_heap(start):  # C18
    kernel = start("-Xmx700m")
    for _ in range(20):
        assert kernel.run("new byte[100_000_000]", silent=True).status == "ok"
