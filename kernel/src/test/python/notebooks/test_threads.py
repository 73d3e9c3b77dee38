"""What 02-threads.ipynb claims, read from its outputs."""

import re

import pytest

from executed import numbers_in


@pytest.fixture(scope="module")
def notebook(run_once):
    return run_once("02-threads")


def test_tasks_share_a_process_and_a_pool(notebook):
    ran = re.findall(r"(thread-\d+) of process (\d+)", notebook.printed("first"))
    assert len(ran) == 6
    assert {thread for thread, _ in ran} <= {"thread-1", "thread-2", "thread-3"}
    assert len({process for _, process in ran}) == 1


def test_the_picture_is_the_same_work_on_one_thread_and_on_four(notebook):
    one, four = notebook.printed("paint-sequential"), notebook.printed("paint-threads")
    assert one == four
    assert len(notebook.lanes("paint-sequential")) == 1
    assert len(notebook.lanes("paint-threads")) == 4
    assert notebook.numbers("paint-sequential")["in flight"] == "1"


def test_large_pieces_are_uneven(notebook):
    steps = numbers_in(notebook.printed("paint-large"))
    assert len(steps) == 4
    assert max(steps) > 3 * min(steps)
    most = re.findall(r"at most ([\d.]+) times", notebook.printed("balance-table"))
    assert float(most[0]) < 4 < float(most[1])


def test_a_pool_has_as_many_under_way_as_threads(notebook):
    rows = [line.split() for line in notebook.printed("pool-sizes-run").splitlines()[2:]]
    assert [int(row[0]) for row in rows] == [1, 4, 16, 32]
    assert [int(row[1]) for row in rows[:2]] == [1, 4]
    for row in rows:
        assert int(row[1]) <= int(row[0]) and int(row[5]) <= int(row[0])
    assert int(rows[3][1]) > 4


@pytest.mark.parametrize("repair", ["lock", "atomic", "own"])
def test_repaired_searches_find_all(notebook, repair):
    assert notebook.printed(f"{repair}-report") == notebook.printed("truth-report")


def test_a_race_loses_what_others_found(notebook):
    assert 0 < numbers_in(notebook.printed("race-report"))[0] \
        < numbers_in(notebook.printed("truth-report"))[0]


def test_seats_are_oversold_only_without_a_lock(notebook):
    assert numbers_in(notebook.printed("oversold-report"))[0] > 12
    assert numbers_in(notebook.printed("patient-report"))[0] == 12
    assert numbers_in(notebook.printed("quick-report"))[0] == 12


def test_a_lock_held_for_long_is_what_buyers_wait_for(notebook):
    assert notebook.percent("patient-run", "waiting for a lock") > 50
    assert notebook.percent("quick-run", "waiting for a lock") < 20
    assert "waiting for a lock" in notebook.states("patient-run")


def test_philosophers_starve_and_eat(notebook):
    assert "5 of 5 tasks" in notebook.error("dinner")
    assert "DeadlockException" in notebook.error("dinner")
    assert "deadlock" in notebook.finding("dinner")
    assert notebook.states("dinner-repaired") >= {"waiting for a lock"}
    assert re.search(r"task \d waits for Fork@\w+ held by task \d", notebook.error("dinner"))
    assert notebook.printed("dinner-repaired").count("has eaten") == 5


def test_the_exercise_is_wrong_at_first_and_right_at_last(notebook):
    assert "more than once" in notebook.printed("check")
    requests, pages, at_once = numbers_in(notebook.printed("solution-check"))
    assert requests == pages == 4
    assert 1 < at_once <= 4
