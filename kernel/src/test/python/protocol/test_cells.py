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


def test_everything_survives_an_import_and_an_edit(kernel):
    names = range(30)
    kernel.run("\n".join(f"int many{i} = {i};\nint twice{i}() {{ return 2 * many{i}; }}" for i in names))
    kernel.run("sealed interface Cloth permits Linen, Wool {}\nrecord Linen(int n) implements Cloth {}\nrecord Wool(int n) implements Cloth {}")
    kernel.run("int weight(Cloth c) { return switch (c) { case Linen l -> l.n(); case Wool w -> 2 * w.n(); }; }\nCloth kept = new Wool(4);")
    kernel.run("many3 = 300;")
    kernel.run("import java.util.zip.*;")
    kernel.run("int twice5() { return -5; }")
    total = " + ".join(f"twice{i}()" for i in names)
    assert kernel.run(total).value == str(2 * sum(names) + 2 * 297 - 10 - 5)
    assert kernel.run("weight(kept)").value == "8"
    told = kernel.run("int twice5() {\n  int zero = 0;\n  return 1 / zero;\n}\ntwice5()").plain_traceback()
    assert "line 3 in twice5" in told


def test_results_do_not_fill_the_heap(start):  # C18
    kernel = start("-Xmx700m")
    for _ in range(20):
        assert kernel.run("new byte[100_000_000]", silent=True).status == "ok"


def test_what_code_under_a_magic_throws_is_told_as_thrown(kernel):
    for magic in ("%timeit", "%time"):
        result = kernel.run(f'{magic} Integer.parseInt("x")')
        assert result.content["ename"] == "NumberFormatException"
        assert f"cell {result.content['execution_count']}, line 1" in result.plain_traceback()


def test_variables_whose_class_has_another_shape_are_named(kernel):
    kernel.run("record Weft(int length) {}\nvar weft = new Weft(1);")
    result = kernel.run("record Weft(int length, String colour) {}")
    assert result.text().startswith("weft lost its value: ")
    kernel.run("class Loom { int width() { return 1; } }\nvar loom = new Loom();")
    assert kernel.run("class Loom { int width() { return 2; } }").text() == ""
    assert kernel.run("loom.width()").value == "2"
