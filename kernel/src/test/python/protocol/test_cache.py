"""A cache that does not fit is left aside without a word, and nothing of an older jar runs."""

import json
import os
import pathlib
import random
import shutil
import subprocess

import pytest
from conftest import JAR, Kernel, java


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A kernel installed with its caches: its folder."""
    prefix = tmp_path_factory.mktemp("prefix")
    subprocess.run([java(), "-jar", str(JAR), "install", "--prefix", str(prefix)], check=True, timeout=300)
    return prefix / "share" / "jupyter" / "kernels" / "heddle"


@pytest.fixture
def spec(installed, tmp_path):
    """A copy of it that a test may damage: its folder, and the command that starts it."""
    folder = tmp_path / "spec"
    shutil.copytree(installed, folder)  # times are kept
    command = json.loads((folder / "kernel.json").read_text())["argv"]
    assert any("AOTCache" in word for word in command)
    return folder, [word.replace(str(installed), str(folder)) for word in command]


def start(tmp_path, command, monkeypatch):
    """Starts the kernel as its kernel.json says."""
    popen = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda line, **options: popen([*command[:-1], line[-1]], **options)
    )
    return Kernel(str(tmp_path))


def damage(cache, how):
    if how == "truncated":
        os.truncate(cache, cache.stat().st_size // 2)
    elif how == "garbage":
        cache.write_bytes(random.Random(1).randbytes(100_000))
    elif how == "empty":
        os.truncate(cache, 0)
    elif how == "missing":
        cache.unlink()


@pytest.mark.parametrize("how", ["untouched", "truncated", "garbage", "empty", "missing", "of another jar"])
def test_a_cache_that_does_not_fit_is_left_aside_silently(spec, tmp_path, monkeypatch, how):
    folder, command = spec
    (worker,) = folder.glob("heddle-worker*.aot")
    for cache in (folder / "heddle-kernel.aot", worker, folder / "heddle-classes.txt"):
        damage(cache, how)
    if how == "of another jar":
        jar = folder / "heddle-kernel.jar"
        os.utime(jar, (1, jar.stat().st_mtime + 10))
    kernel = start(tmp_path, command, monkeypatch)
    try:
        assert kernel.run("1 + 1").value == "2"
        assert kernel.run("Map.Entry.comparingByKey() == null || Html.of(\"\") == null").value == "false"
        shown = kernel.run("%%processes -n 2 -w 2 --quiet\ntask * 10").of_type("display_data")
        assert shown[0]["content"]["data"]["text/plain"] == "[0, 10]"
        assert pathlib.Path(kernel.log.name).read_text() == ""
    finally:
        kernel.stop()


def test_a_cache_made_for_the_jar_is_used(spec, tmp_path, monkeypatch):
    """Otherwise the tests above would show nothing."""
    folder, command = spec
    kernel = start(tmp_path, command, monkeypatch)
    try:
        mapped = pathlib.Path(f"/proc/{kernel.process.pid}/maps").read_text()
        assert "heddle-kernel.aot" in mapped
        (worker,) = folder.glob("heddle-worker*.aot")
        kernel.run("%%processes -n 1 -w 1\ntask")
        children = pathlib.Path(f"/proc/{kernel.process.pid}").glob("task/*/children")
        pids = [pid for file in children for pid in file.read_text().split()]
        assert any(worker.name in pathlib.Path(f"/proc/{pid}/maps").read_text() for pid in pids)
    finally:
        kernel.stop()


def test_installing_again_leaves_no_cache_of_the_older_jar(installed, tmp_path):
    prefix = tmp_path / "prefix"
    folder = prefix / "share" / "jupyter" / "kernels" / "heddle"
    shutil.copytree(installed, folder)
    install = [java(), "-jar", str(JAR), "install", "--no-cache", "--prefix", str(prefix)]
    subprocess.run(install, check=True, timeout=300)
    assert list(folder.glob("*.aot")) == []
    assert "AOTCache" not in (folder / "kernel.json").read_text()


def test_the_second_compiler_leaves_the_code_of_javac_alone(spec, tmp_path, monkeypatch):
    folder, command = spec
    kernel = start(tmp_path, command, monkeypatch)
    try:
        assert kernel.run("1 + 1").value == "2"
        monkeypatch.undo()
        jcmd = pathlib.Path(java()).with_name("jcmd")
        told = subprocess.run(
            [jcmd, str(kernel.process.pid), "Compiler.directives_print"],
            check=True, capture_output=True, text=True, timeout=60,
        ).stdout
        ours = told[told.index("com/sun/tools/javac/") :]
        assert "Exclude:true" in ours[ours.index("c2 directives") :].split("Directive:")[0]
        assert pathlib.Path(kernel.log.name).read_text() == ""
    finally:
        kernel.stop()
