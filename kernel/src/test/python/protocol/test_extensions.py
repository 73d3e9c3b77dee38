"""Extensions of the library's kind: found on the class path, installed once, uninstalled at the end."""

import pathlib
import subprocess

import pytest

from conftest import JAR, java

SOURCE = r"""
package sample;

import java.nio.file.*;
import java.util.*;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.comm.*;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.*;

public class Sample implements Extension {
  public static final java.util.concurrent.CountDownLatch GATE = new java.util.concurrent.CountDownLatch(1);

  public record Shown(String text) {}

  public void install(BaseKernel kernel) {
    note("installed");
    registerGate(kernel);
    kernel.evalRaw("int fromExtension = 42;");
    kernel.getMagicsRegistry()
        .registerCellMagic("words", (k, words, body) -> words + " body:" + body)
        .registerCellMagic("error", (k, words, body) -> { throw new StackOverflowError("deep"); })
        .registerLineMagic("upper", (k, words) -> String.join(" ", words).toUpperCase());
    kernel.getRenderer().createRegistration(Shown.class).preferring(MIMEType.TEXT_HTML)
        .register((shown, context) -> context.renderIfRequested(
            MIMEType.TEXT_HTML, () -> "<b>" + shown.text() + "</b>"));
    kernel.getCommManager().registerTarget("echo", (manager, id, target, message) ->
        new Comm(manager, id, target) {
          protected void onMessage(Message<CommMsgCommand> m) {
            System.out.println("heard");
            send(m.getContent().getData(), Map.of("kept", true), m.getBlobs());
          }
          protected void onClose(Message<CommCloseCommand> m, boolean sending) {}
        });
  }

  /// A comm that, as it is opened, opens a gate of the notebook for a cell that waits there.
  private static void registerGate(BaseKernel kernel) {
    kernel.getCommManager().registerTarget("gate", (manager, id, target, message) -> {
      GATE.countDown();
      return new Comm(manager, id, target) {
        protected void onMessage(Message<CommMsgCommand> m) {}
        protected void onClose(Message<CommCloseCommand> m, boolean sending) {}
      };
    });
  }

  public void uninstall(BaseKernel kernel) {
    note("uninstalled");
  }

  private static void note(String text) {
    try {
      Files.writeString(Path.of(System.getProperty("notes")), text + "\n",
          StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
"""


@pytest.fixture
def notes(tmp_path):
    return tmp_path / "notes.txt"


@pytest.fixture
def kernel(start, tmp_path, notes):
    classes = tmp_path / "classes"
    services = classes / "META-INF" / "services"
    services.mkdir(parents=True)
    (services / "org.dflib.jjava.jupyter.Extension").write_text("sample.Sample\n")
    source = tmp_path / "Sample.java"
    source.write_text(SOURCE)
    javac = str(pathlib.Path(java()).parent / "javac") if "/" in java() else "javac"
    subprocess.run([javac, "-cp", str(JAR), "-d", str(classes), str(source)], check=True)
    return start(f"-Dnotes={notes}", class_path=[str(classes)])


def test_an_extension_is_installed_once_and_uninstalled_at_shutdown(kernel, notes):  # C20
    assert kernel.run("fromExtension").value == "42"
    assert notes.read_text() == "installed\n"
    kernel.request("shutdown_request", {"restart": False}, "control")
    kernel.process.wait(10)
    assert notes.read_text() == "installed\nuninstalled\n"


def test_magics_get_their_words_whole(kernel):  # C19
    assert kernel.run("%%words").value == "[] body:"
    result = kernel.run('\n%%words C:\\temp --background "two words"\nint not = java\n%upper here too')
    assert result.value == "[C:\\temp, --background, two words] body:int not = java\n%upper here too"
    assert kernel.run("int n = 1;\n%upper made upper").value == "MADE UPPER"


def test_an_error_of_a_magic_is_the_cells_error(kernel):  # C6
    result = kernel.run("%%error\n")
    assert (result.content["ename"], result.content["evalue"]) == ("StackOverflowError", "deep")
    assert result.types == ["busy", "execute_input", "error", "idle"]
    assert kernel.run("1 + 1").value == "2"


def test_what_an_extension_renders_is_shown_with_plain_text(kernel):
    data = kernel.run('new sample.Sample.Shown("<x>")').of_type("execute_result")[0]["content"]["data"]
    assert data == {"text/html": "<b><x></b>", "text/plain": "Shown[text=<x>]"}


def test_displays_can_be_updated_after_their_cell(kernel):
    first = kernel.run('String id = display("one").id();')
    shown = first.of_type("display_data")[0]["content"]
    second = kernel.run('updateDisplay(id, "two");')
    updated = second.of_type("update_display_data")[0]["content"]
    assert updated["transient"]["display_id"] == shown["transient"]["display_id"]
    assert updated["data"]["text/plain"] == "two"


def test_comms_speak_both_ways(kernel):
    session = kernel.client.session

    def send(msg_type, content, buffers=None):
        message = session.msg(msg_type, content)
        session.send(kernel.client.shell_channel.socket, message, buffers=buffers)
        return kernel.published_until_idle(message["header"]["msg_id"])

    send("comm_open", {"comm_id": "c1", "target_name": "echo", "data": {}})
    published = send("comm_msg", {"comm_id": "c1", "data": {"n": 1}}, buffers=[b"\x00\xff"])
    echoed = [m for m in published if m["msg_type"] == "comm_msg"][0]
    assert echoed["content"] == {"comm_id": "c1", "data": {"n": 1}}
    assert echoed["metadata"] == {"kept": True}
    assert [bytes(b) for b in echoed["buffers"]] == [b"\x00\xff"]
    assert [m["content"]["text"] for m in published if m["msg_type"] == "stream"] == ["heard\n"]
    comms = kernel.request("comm_info_request").content["comms"]
    assert comms == {"c1": {"target_name": "echo"}}
    send("comm_close", {"comm_id": "c1", "data": {}})
    assert kernel.request("comm_info_request").content["comms"] == {}
