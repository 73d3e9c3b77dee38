"""System.in: questions to the front end."""

import time

import pytest

READ_ALL = "for (int b = System.in.read(); b != 10; b = System.in.read()) System.out.print(b + \" \");"


def ask(kernel, code):
    return kernel.client.execute(code, allow_stdin=True)


def test_bytes_are_unsigned_and_utf_8(kernel):  # C10
    msg_id = ask(kernel, READ_ALL)
    question = kernel.client.get_stdin_msg(timeout=30)
    assert question["msg_type"] == "input_request"
    assert question["parent_header"]["msg_id"] == msg_id
    kernel.client.input("é")
    assert kernel.finish(msg_id).text() == "195 169 "


def test_a_short_buffer_is_not_overrun(kernel):  # C10
    code = """
        byte[] buffer = new byte[8];
        int count = System.in.read(buffer, 2, 3);
        System.out.println(count + " " + Arrays.toString(buffer));
        System.out.println(System.in.readNBytes(4).length);
    """
    msg_id = ask(kernel, code)
    kernel.client.get_stdin_msg(timeout=30)
    kernel.client.input("abcdef")
    assert kernel.finish(msg_id).text() == "3 [0, 0, 97, 98, 99, 0, 0, 0]\n4\n"


def test_a_prompt_is_seen_before_the_question(kernel):
    msg_id = ask(kernel, 'System.out.print("Name: "); new Scanner(System.in).nextLine()')
    assert kernel.later(msg_id, "Name: ") == "Name: "
    kernel.client.get_stdin_msg(timeout=30)
    kernel.client.input("Ada")
    assert kernel.finish(msg_id).value in ("Ada", '"Ada"')


def test_a_question_can_be_interrupted_and_its_late_answer_is_dropped(kernel):  # C10
    msg_id = ask(kernel, "System.in.read()")
    kernel.client.get_stdin_msg(timeout=30)
    kernel.interrupt()
    assert kernel.finish(msg_id).status == "error"
    kernel.client.input("late")
    time.sleep(0.2)
    msg_id = ask(kernel, READ_ALL)
    kernel.client.get_stdin_msg(timeout=30)
    kernel.client.input("A")
    assert kernel.finish(msg_id).text() == "65 "


def test_without_a_client_that_answers_a_cell_says_so(kernel):  # C10
    for code in ("System.in.read()", "new Scanner(System.in).nextLine()", "IO.readln()"):
        result = kernel.run(code, allow_stdin=False)
        assert result.content["ename"] == "NoInputException"
        assert "allow_stdin" in result.content["evalue"]
        assert "cell" in result.plain_traceback()


def test_a_password_is_not_shown(kernel):
    msg_id = ask(kernel, 'new String(System.console().readPassword("Key of %s: ", "Ada"))')
    question = kernel.client.get_stdin_msg(timeout=30)["content"]
    assert question == {"prompt": "Key of Ada: ", "password": True}
    kernel.client.input("secret")
    assert kernel.finish(msg_id).value == "secret"


def test_a_console_asks_and_prints(kernel):
    msg_id = ask(kernel, 'System.console().printf("%d%n", 7); System.console().readLine("Name: ")')
    question = kernel.client.get_stdin_msg(timeout=30)["content"]
    assert question == {"prompt": "Name: ", "password": False}
    kernel.client.input("Ada")
    result = kernel.finish(msg_id)
    assert result.text() == "7\n" and result.value == "Ada"
