"""What 01-async.ipynb claims, read from its outputs."""

import pytest

from executed import numbers_in


@pytest.fixture(scope="module")
def notebook(run_once):
    return run_once("01-async")


def test_tasks_begin_in_order_and_go_on_when_their_wait_is_over(notebook):
    assert notebook.printed("first").split("\n")[:6] == [
        "task 0 begins", "task 1 begins", "task 2 begins",
        "task 2 goes on", "task 1 goes on", "task 0 goes on"]


def test_one_thread_waits_for_all_pages_at_once(notebook):
    assert notebook.printed("fetch-async") == notebook.printed("fetch-sequential")
    assert notebook.numbers("fetch-sequential")["in flight"] == "1"
    assert notebook.numbers("fetch-async")["in flight"] == "12"
    assert notebook.lanes("fetch-async") == ["event loop", *(f"task {n}" for n in range(12))]
    assert "1 thread" in notebook.finding("fetch-async")


def test_a_crowd_waits_on_one_thread_and_a_pool_holds_forty(notebook):
    loop, pool = map(numbers_in, notebook.printed("crowd-table").strip().splitlines())
    assert loop[0] == 10_000 and loop[1] > 5_000
    assert pool[:2] == [120, 40]


def test_computing_holds_the_loop_until_it_is_offloaded(notebook):
    assert notebook.printed("hold") == notebook.printed("offload")
    assert "held the loop" in notebook.finding("hold")
    assert "task 2" in notebook.finding("hold")
    assert "held the loop" not in notebook.finding("offload")
    assert notebook.lanes("offload")[-1] == "offload-1"


def test_computing_tasks_take_turns(notebook):
    assert notebook.numbers("compute")["in flight"] == "1"
    assert notebook.printed("virtual") == notebook.printed("compute")


def test_a_pipe_holds_the_loop_until_it_is_offloaded(notebook):
    assert notebook.numbers("pipe")["in flight"] == "1"
    assert notebook.numbers("pipe-offload")["in flight"] == "4"
    assert notebook.printed("pipe") == notebook.printed("pipe-offload")


def test_no_count_is_lost(notebook):
    assert notebook.printed("hits-report") == "8,000,000 of 8,000,000"


def test_seats_are_oversold_only_by_waiting_in_between(notebook):
    assert numbers_in(notebook.printed("oversold-report")) == [8, 3]
    assert numbers_in(notebook.printed("sold-report")) == [3, 3]


def test_a_failure_cancels_the_others(notebook):
    assert "no page 105" in notebook.error("failing-run")
    assert "cancelled" in notebook.error("failing-run")


def test_the_exercise_is_wrong_at_first_and_right_at_last(notebook):
    assert "more than its owner likes" in notebook.printed("check")
    assert numbers_in(notebook.printed("solution-check")) == [4]
