"""The first notebook in JupyterLab, as a reader sees it: run, drawn, and answering the mouse."""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import expect, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[5]
RESULTS = pathlib.Path(os.environ.get("HEDDLE_RESULTS", ROOT / "kernel" / "target" / "client"))
SCREENSHOTS = ROOT / "kernel" / "target" / "screenshots"
NOTEBOOK = "00-start-here.ipynb"
TOKEN = "heddle"
PATIENCE_MILLIS = 120_000
PICTURE = ".jp-RenderedVegaLite"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync"]
CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]


def chromium():
    candidates = [os.environ.get("CHROMIUM", ""), *CHROMIUM]
    return next(path for path in candidates if os.access(path, os.X_OK) and os.path.isfile(path))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab on a copy of the notebook without its outputs; gives its address."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copy(ROOT / "notebooks" / NOTEBOOK, folder)
    subprocess.run([sys.executable, "-m", "nbconvert", "--clear-output", "--inplace",
                    str(folder / NOTEBOOK)], check=True, capture_output=True)
    port = free_port()
    RESULTS.mkdir(parents=True, exist_ok=True)
    with open(RESULTS / "lab.log", "w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}",
             "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}",
             "--LabApp.expose_app_in_browser=True",
             f"--notebook-dir={folder}"],
            stdout=log, stderr=subprocess.STDOUT,
            env={**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(settings(tmp_path_factory))})
        try:
            yield ready(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()
            server.wait(20)


def settings(tmp_path_factory):
    """Settings under which all cells are in the page, also those out of sight, and no news."""
    folder = tmp_path_factory.mktemp("settings")
    for name, text in {"notebook-extension/tracker": '{"windowingMode": "none"}',
                       "apputils-extension/notification": '{"fetchNews": "false"}'}.items():
        file = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


def ready(address, server):
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"{address}/api?token={TOKEN}").close()
            return address
        except OSError:
            assert server.poll() is None, "JupyterLab did not start, see lab.log"
            assert time.monotonic() < deadline, "JupyterLab is not ready"
            time.sleep(0.2)


@pytest.fixture(scope="module")
def page(lab):
    """The notebook, opened and executed from top to bottom."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        page.goto(f"{lab}/lab/tree/{NOTEBOOK}?token={TOKEN}&reset")
        page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
        page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]",
                               timeout=60_000)
        page.evaluate("""async () => {
          await jupyterapp.restored;
          await jupyterapp.shell.currentWidget.sessionContext.ready;
          await jupyterapp.shell.currentWidget.revealed;
        }""")  # until then JupyterLab forgets what it is told to run
        command(page, "application:toggle-left-area")
        command(page, "notebook:run-all-cells")
        yield page
        browser.close()


def command(page, name, arguments=None):
    """Runs a command of JupyterLab, as its menus do, and waits for its end."""
    ended = page.evaluate(
        """([name, given, patience]) => Promise.race([
          window.jupyterapp.commands.execute(name, given).then(() => true),
          new Promise(resolve => setTimeout(() => resolve(false), patience)),
        ])""", [name, arguments or {}, PATIENCE_MILLIS])
    assert ended, f"{name} did not end"


def test_every_cell_ran(page):
    prompts = page.locator(".jp-CodeCell .jp-InputArea-prompt").all_inner_texts()
    numbers = [int(prompt.strip("[]:")) for prompt in prompts]  # a folded cell shows none
    assert numbers == sorted(set(numbers))
    assert len(numbers) >= 10


def test_no_cell_failed(page):
    expect(page.locator("[data-mime-type='application/vnd.jupyter.error']")).to_have_count(0)
    expect(page.locator("[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)


def test_pictures_are_drawn_and_have_names(page):
    pictures = page.locator(PICTURE)
    expect(pictures.first.locator("canvas, svg").first).to_be_visible()
    names = page.locator(f"{PICTURE} [role=graphics-document]")
    assert names.count() >= 2
    for name in names.all():
        assert name.get_attribute("aria-label")


def test_a_mark_tells_about_itself_under_the_mouse(page):
    picture = page.locator(PICTURE).first
    picture.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # the view lays itself out once more
    assert tooltip(page, picture), "no tooltip anywhere on the picture"


def tooltip(page, picture):
    """The text that appears first when the mouse wanders over the picture."""
    box = picture.locator("canvas, svg").first.bounding_box()
    for down in range(2, 18):
        for right in (0.3, 0.4, 0.5, 0.6):
            page.mouse.move(box["x"] + box["width"] * right, box["y"] + box["height"] * down / 20)
            page.wait_for_timeout(30)
            found = page.locator("#vg-tooltip-element.visible")
            if found.count():
                return found.inner_text()
    return ""


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_screenshot(page, theme):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    command(page, "apputils:change-theme", {"theme": theme})
    page.wait_for_timeout(1500)  # the style sheets of the theme are loaded and pictures redrawn
    picture = page.locator(PICTURE).first
    picture.scroll_into_view_if_needed()
    name = theme.split()[-1].lower()
    page.screenshot(path=str(SCREENSHOTS / f"lab-{name}.png"))
    picture.screenshot(path=str(SCREENSHOTS / f"picture-{name}.png"))
    assert (SCREENSHOTS / f"picture-{name}.png").stat().st_size > 2_000


def test_a_picture_that_was_drawn_follows_the_theme(page):
    colours = set()
    for theme in ["JupyterLab Dark", "JupyterLab Light"]:
        command(page, "apputils:change-theme", {"theme": theme})
        page.wait_for_timeout(1500)
        picture = page.locator(PICTURE).first
        colour, usual = picture.evaluate("""box => {
          const text = box.querySelector('svg .role-title-text text');
          return [getComputedStyle(text).fill, getComputedStyle(box).color];
        }""")
        assert colour == usual, f"the title has the colour of text under {theme}"
        colours.add(colour)
    assert len(colours) == 2, "the themes have the same colour of text"


def test_in_a_narrow_window_nothing_is_cut_off(page):
    usual = page.viewport_size
    page.set_viewport_size({"width": 410, "height": 900})
    try:
        for picture in page.locator(PICTURE).all():
            assert picture.evaluate("""box => {
              box.scrollLeft = box.scrollWidth;
              const drawn = box.querySelector('canvas, svg').getBoundingClientRect();
              const seen = box.getBoundingClientRect();
              box.scrollLeft = 0;
              return drawn.right <= seen.right + 2;
            }"""), "the right end of a picture cannot be reached"
    finally:
        page.set_viewport_size(usual)
