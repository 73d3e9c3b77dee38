"""The conformance suite of the Jupyter project, with every sample it asks for."""

import jupyter_kernel_test


class TestHeddle(jupyter_kernel_test.KernelTests):
    kernel_name = "heddle"
    language_name = "java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("trouble");'
    completion_samples = [{"text": "System.ou", "matches": {"System.out"}},
                          {"text": "Math.sqr", "matches": {"Math.sqrt"}}]
    complete_code_samples = ["int x = 1;", '"text"', "void f() {}", "%%threads -n 2\n1 + 1"]
    incomplete_code_samples = ["class A {", "int f() {", "List.of(1,", "/* a comment"]
    invalid_code_samples = ["int 3x = ;", ")"]
    code_generate_error = 'throw new RuntimeException("on purpose");'
    code_execute_result = [{"code": "6 * 7", "result": "42"},
                           {"code": '"tex" + "t"', "result": "text"}]
    code_display_data = [{"code": "Heddle.threads(2).tasks(2).run(task -> task)", "mime": mime}
                         for mime in ("application/vnd.vegalite.v5+json", "image/png")]
    code_inspect_sample = "String"
    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")
    code_page_something = "Math.sqrt?"
    code_clear_output = "clearOutput();"


class TestHeddleWelcomes(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "heddle"
    support_iopub_welcome = True
