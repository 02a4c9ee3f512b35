from __future__ import annotations

from dataclasses import replace

from safer_desktop.risk.editions import MatrixInputs, inputs_of
from safer_desktop.risk.movement import Cause, Move, Moved, movement
from safer_desktop.risk.scheme import IncidentType
from tests.risk.precedent import default_scheme, types

BASE = inputs_of(default_scheme(), types(), {})


def changed(code: str, **fields: object) -> MatrixInputs:
    kinds = tuple(replace(t, **fields) if t.code == code else t for t in BASE.types)  # type: ignore[arg-type]
    return replace(BASE, types=kinds)


def moves(now: MatrixInputs) -> dict[str, Moved]:
    return dict(movement(BASE, now, "last edition").by_code())


def test_nothing_changed_moves_nothing() -> None:
    found = movement(BASE, BASE, "last edition")

    assert {it.move for it in found.moved} == {Move.SAME}
    assert found.sentences == (f"Since the last edition: {len(BASE.types)} in the same place.",)


def test_robbery_up_because_of_volume_only() -> None:
    # By hand: 250 of 1,225 is 20.4%, probability 17; 17 x 18 = 306, level with criminal damage.
    found = moves(changed("robbery", count=250))

    assert (found["robbery"].move, found["robbery"].causes) == (Move.UP, (Cause.VOLUME,))
    assert found["robbery"].words == (
        "Robbery moved up from place 6 to 1, because of volume (count 25 before, 250 now)."
    )
    burglary = found["burglary dwelling"]
    assert burglary.causes == (Cause.VOLUME,)
    assert "the volume of other types" in burglary.words


def test_score_and_not_volume() -> None:
    found = moves(changed("murder", harm=19, probability=17))

    assert (found["murder"].move, found["murder"].causes) == (Move.UP, (Cause.SCORES,))
    assert found["criminal damage"].move is Move.DOWN
    assert "the scores of other types" in found["criminal damage"].words


def test_scheme_moves_what_only_the_scheme_changed() -> None:
    flat = replace(
        BASE.scheme,
        version=2,
        bands=tuple(replace(b, score=min(5, b.score)) for b in BASE.scheme.bands),
    )
    found = moves(replace(BASE, scheme=flat))

    # 5 x 18 for both: robbery shares the first place.
    assert (found["robbery"].rank_now, found["robbery"].causes) == (1, (Cause.SCHEME,))


def test_new_gone_ranked_and_unranked() -> None:
    kinds = [t for t in BASE.types if t.code != "murder"]
    kinds = [replace(t, harm=5) if t.code == "rest" else t for t in kinds]
    kinds = [replace(t, harm=None) if t.code == "robbery" else t for t in kinds]
    new = IncidentType("arson", "Arson", count=3, harm=12)
    found = moves(replace(BASE, types=(*kinds, new)))

    assert found["murder"].move is Move.GONE
    assert found["arson"].move is Move.NEW
    assert found["rest"].move is Move.RANKED
    assert found["robbery"].move is Move.UNRANKED
    assert "is no longer in the matrix; it was at place 8" in found["murder"].words


def test_two_changes_that_move_it_only_together() -> None:
    # Child sexual offences score 2 x 19 = 38. Murder, 1 x 15: harm 20 alone gives 1 x 20 = 20,
    # count 6 alone 0.6%, 2 x 15 = 30; both give 2 x 20 = 40.
    assert moves(changed("murder", harm=20))["murder"].move is Move.SAME
    assert moves(changed("murder", count=6))["murder"].move is Move.SAME

    found = moves(changed("murder", count=6, harm=20))["murder"]

    assert (found.move, found.together) == (Move.UP, True)
    assert found.words == (
        "Murder moved up from place 8 to 7, because of volume and scores together, none of them "
        "alone."
    )
