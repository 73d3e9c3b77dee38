"""What 03-processes.ipynb claims, read from its outputs."""

import re

import pytest

from executed import numbers_in


@pytest.fixture(scope="module")
def notebook(run_once):
    return run_once("03-processes")


def test_tasks_run_in_other_processes(notebook):
    own, *workers = numbers_in(notebook.printed("first-own"))
    assert 1 <= len(set(workers)) <= 2
    assert own not in workers


def test_variables_are_copies_and_results_come_back(notebook):
    assert notebook.printed("votes-report").startswith("votes in this notebook: 0,")
    assert notebook.printed("votes-counted") == "6 votes"


def test_photos_become_paintings_on_two_workers(notebook):
    assert notebook.printed("oil-processes") == notebook.printed("oil-sequential")
    assert len(notebook.lanes("oil-processes")) == 2
    for sheet in ("photos", "oil-sheet"):
        assert "image/png" in notebook.outputs(sheet)[0].data


def test_fresh_workers_are_seen_to_start(notebook):
    assert "starting, sending" in notebook.states("fresh")
    assert "start-up" in notebook.numbers("fresh")


def test_what_is_sent_is_counted(notebook):
    there, back = numbers_in(notebook.printed("send-compared"))
    assert 128 <= there < 140 and 128 <= back < 140
    assert "starting, sending" in notebook.states("send")
    assert "starting, sending" not in notebook.states("send-threads")
    assert notebook.numbers("send")["sent"].startswith("128 MB")


def test_what_cannot_be_sent_is_named(notebook):
    message = notebook.error("unsendable-run")
    assert "image" in message and "BufferedImage" in message


def test_a_crash_hurts_one_task(notebook):
    assert "1 of 10 tasks failed" in notebook.error("crash-run")
    assert "task 2" in notebook.error("crash-run")
    assert notebook.printed("crash-report").startswith("9 of 10")


def test_two_workers_wait_for_two_things_at_once(notebook):
    assert notebook.numbers("waiting")["in flight"] == "2"
    assert notebook.numbers("waiting-threads")["in flight"] == "8"


def test_the_exercise_is_wasteful_at_first_and_right_at_last(notebook):
    assert "more than there is" in notebook.printed("check")
    before = float(re.search(r"([\d.]+) MB sent", notebook.printed("check")).group(1))
    after = float(re.search(r"([\d.]+) MB sent", notebook.printed("solution-check")).group(1))
    assert after < before / 2
    assert notebook.printed("exercise-answer") == notebook.printed("solution")
