"""The way of a report: one table decides who may do what with it, and nothing else is possible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.workflow import EDITABLE, HOLDERS, MOVES, Holder, Move, Refusal, State, Verb, move, moves_from

OFFICE = (
    (Verb.SUBMIT, Holder.SPECIALIST, State.CHECKING),
    (Verb.CHECK, Holder.DIVISION_HEAD, State.APPROVING),
    (Verb.APPROVE, Holder.AGENCY_HEAD, State.SENT),
    (Verb.RECEIVE, Holder.RECEIVER, State.RECEIVED),
    (Verb.VERIFY, Holder.RECEIVER, State.VERIFIED),
)


def test_a_report_goes_from_the_specialist_to_its_verification():
    state = State.DRAFT
    for verb, by, to in OFFICE:
        made = move(state, verb, by)
        assert isinstance(made, Move)
        assert made.to is to
        state = made.to


def test_an_office_without_divisions_sends_straight_to_its_head():
    made = move(State.DRAFT, Verb.SUBMIT, Holder.SPECIALIST, divisions=False)

    assert made == Move(verb=Verb.SUBMIT, from_=State.DRAFT, to=State.APPROVING, by=Holder.SPECIALIST)
    assert move(State.APPROVING, Verb.APPROVE, Holder.AGENCY_HEAD, divisions=False).to is State.SENT


@pytest.mark.parametrize(
    ("state", "verb", "by"),
    [
        (State.CHECKING, Verb.SEND_BACK, Holder.DIVISION_HEAD),
        (State.APPROVING, Verb.SEND_BACK, Holder.AGENCY_HEAD),
        (State.SENT, Verb.RETURN, Holder.RECEIVER),
        (State.RECEIVED, Verb.RETURN, Holder.RECEIVER),
        (State.VERIFIED, Verb.CORRECT, Holder.AGENCY_HEAD),
    ],
)
def test_sending_back_and_correcting_need_a_reason(state, verb, by):
    assert move(state, verb, by, reason="  ") == Refusal(code="reason")
    assert isinstance(move(state, verb, by, reason="Số liệu mục 3 thiếu minh chứng"), Move)


def test_a_correction_after_acceptance_makes_a_new_version():
    made = move(State.VERIFIED, Verb.CORRECT, Holder.AGENCY_HEAD, reason="Đếm sót 2 hội nghị")

    assert (made.to, made.new_version) == (State.DRAFT, True)
    assert [each.verb for each in MOVES if each.new_version] == [Verb.CORRECT] * 3


def test_a_refusal_names_who_or_which_state_it_needs():
    assert move(State.APPROVING, Verb.APPROVE, Holder.DIVISION_HEAD) == Refusal(code="holder", needs=("agency_head",))
    assert move(State.DRAFT, Verb.VERIFY, Holder.RECEIVER) == Refusal(code="state", needs=("received",))


def test_every_holder_can_move_what_waits_for_them():
    for state, holder in HOLDERS.items():
        if holder is not None:
            assert moves_from(state, holder)


def test_only_the_specialist_s_states_can_be_edited():
    assert {state for state, holder in HOLDERS.items() if holder is Holder.SPECIALIST} == EDITABLE


@given(
    st.lists(st.tuples(st.sampled_from(Verb), st.sampled_from(Holder), st.sampled_from(["", "lý do"]))), st.booleans()
)
def test_whatever_is_tried_a_report_moves_only_along_the_table(steps, divisions):
    state = State.DRAFT
    for verb, by, reason in steps:
        made = move(state, verb, by, reason=reason, divisions=divisions)
        offered = moves_from(state, by, divisions=divisions)
        if isinstance(made, Refusal):
            assert all(each.verb is not verb or (each.reason and not reason) for each in offered)
            continue
        assert made in offered
        assert reason or not made.reason
        assert divisions or made.to is not State.CHECKING
        state = made.to
