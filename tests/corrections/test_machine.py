"""Any order of loads and corrections; `python -m bench.corrections` runs many more sequences of the same machine."""

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.corrections.machine import Corrections

SEQUENCES = int(os.environ.get("CORRECTION_SEQUENCES", "25"))
STEPS = 12


@pytest.mark.django_db
def test_what_people_say_holds_in_any_order_of_events() -> None:
    chosen = settings(
        max_examples=SEQUENCES,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(Corrections, settings=chosen)
    print(f"{Corrections.sequences} sequences of up to {STEPS} steps")
