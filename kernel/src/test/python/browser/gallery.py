"""Makes the pictures of docs/pictures.md again: `python gallery.py ../../../../../docs/pictures`.

JupyterLab with the installed kernel runs a cell of every kind in Chromium and is photographed in its light and its
dark theme, once more as a notebook of somebody else that is not trusted, and as a page without scripts."""

import pathlib
import subprocess
import sys
import tempfile

import nbconvert
import nbformat
from playwright.sync_api import sync_playwright

import test_browser as lab

MIXED = """
long sum = 0;
for (int i = 0; i < 60_000_000; i++) sum += i % (task + 3);
Thread.sleep(80);
sum"""
CELLS = {
    "sequential": f"%%sequential -n 4{MIXED}",
    "async": "%%async -n 6\nThread.sleep(40);\nlong sum = Heddle.offload(() -> {\n    long all = 0;\n"
             "    for (int i = 0; i < 30_000_000; i++) all += i % (task + 3);\n    return all;\n});\n"
             "Thread.sleep(60);\nsum",
    "virtual": f"%%virtual -n 6{MIXED}",
    "threads": f"%%threads -n 8 -w 4{MIXED}",
    "lock": "Object desk = new Object();",
    "locks": "%%threads -n 6 -w 3\nsynchronized (desk) {\n    Thread.sleep(40);\n}\nThread.sleep(20);",
    "memory": "%%threads -n 4 -w 2 --plot lanes,cores,memory\nvar kept = new ArrayList<byte[]>();\n"
              "for (int i = 0; i < 40; i++) { kept.add(new byte[1_000_000]); Thread.sleep(3); }\nkept.size()",
    "processes": f"%%processes -n 6 -w 2 --fresh{MIXED}",
    "many": "%%async -n 10000\nThread.sleep(300);",
    "compare": f"%%compare -n 4{MIXED}",
    "timeit": "%timeit \"heddle\".repeat(100).chars().sum()",
    "forks": "var forks = List.of(new Object(), new Object(), new Object());",
    "deadlock": "%%threads -n 3 -w 3\nsynchronized (forks.get(task)) {\n    Thread.sleep(50);\n"
                "    synchronized (forks.get((task + 1) % 3)) {\n        Thread.sleep(20);\n    }\n}",
}
WITHOUT_PICTURE = {"lock", "forks"}
UNTRUSTED = ["threads", "processes"]


class Folders:
    def mktemp(self, _):
        return pathlib.Path(tempfile.mkdtemp())


def notebook(cells):
    java = {"kernelspec": {"name": "heddle", "display_name": "Java (Heddle)", "language": "java"}}
    return nbformat.v4.new_notebook(metadata=java, cells=cells)


def serve(folder):
    port = lab.free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}",
         "--ServerApp.port_retries=0", f"--IdentityProvider.token={lab.TOKEN}",
         "--LabApp.expose_app_in_browser=True", f"--notebook-dir={folder}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**lab.os.environ, "JUPYTERLAB_SETTINGS_DIR": str(lab.settings(Folders()))})
    return server, lab.ready(f"http://127.0.0.1:{port}", server)


def opened(page, address, name):
    page.goto(f"{address}/lab/tree/{name}?token={lab.TOKEN}&reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=60_000)
    page.evaluate("""async () => {
      await jupyterapp.restored;
      await jupyterapp.shell.currentWidget.sessionContext.ready;
      await jupyterapp.shell.currentWidget.revealed;
    }""")
    lab.command(page, "application:toggle-left-area")


def photograph(page, target, theme):
    lab.command(page, "apputils:change-theme", {"theme": f"JupyterLab {theme.title()}"})
    page.wait_for_timeout(3000)
    for name, cell in zip(CELLS, page.locator(".jp-CodeCell").all()):
        if name not in WITHOUT_PICTURE:
            cell.scroll_into_view_if_needed()
            page.wait_for_timeout(500)
            cell.screenshot(path=target / f"{name}-{theme}.png")


def run_all(page, folder):
    lab.command(page, "notebook:run-all-cells")
    page.wait_for_timeout(4000)
    lab.command(page, "docmanager:save")
    return nbformat.read(folder / "live.ipynb", as_version=4)


def reopened(page, address, folder, executed):
    """As it reaches somebody else, who has never run it."""
    kept = [cell for name, cell in zip(CELLS, executed.cells) if name in UNTRUSTED]
    for cell in kept:
        cell.outputs.append(nbformat.v4.new_output("display_data", {
            "text/html": "<script>document.body.remove()</script><p>scripts of others do not run</p>"}))
    nbformat.write(notebook(kept), folder / "others.ipynb")
    opened(page, address, "others.ipynb")
    page.wait_for_timeout(3000)


def plain_page(folder, executed):
    """Pictures only as PNG: no script draws anything."""
    kept = [cell for name, cell in zip(CELLS, executed.cells) if name in UNTRUSTED]
    html, _ = nbconvert.HTMLExporter(template_name="basic").from_notebook_node(notebook(kept))
    file = folder / "plain.html"
    file.write_text(f"<meta charset=utf-8><body style='font-family: sans-serif; width: 900px'>{html}")
    return file


def main(target):
    target.mkdir(parents=True, exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp())
    nbformat.write(notebook([nbformat.v4.new_code_cell(text) for text in CELLS.values()]), folder / "live.ipynb")
    server, address = serve(folder)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.ARGUMENTS)
            page = browser.new_page(viewport={"width": 1000, "height": 2400})
            opened(page, address, "live.ipynb")
            executed = run_all(page, folder)
            for theme in ("light", "dark"):
                photograph(page, target, theme)
            lab.command(page, "apputils:change-theme", {"theme": "JupyterLab Light"})
            reopened(page, address, folder, executed)
            page.set_viewport_size({"width": 1000, "height": 1060})
            page.screenshot(path=target / "untrusted.png")
            bare = browser.new_context(java_script_enabled=False, viewport={"width": 940, "height": 900}).new_page()
            bare.goto(plain_page(folder, executed).as_uri())
            bare.screenshot(path=target / "without-scripts.png", full_page=True)
            browser.close()
    finally:
        server.terminate()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
