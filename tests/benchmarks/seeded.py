"""Papers with one seeded defect each: the program's own paragraphs, changed by a rule."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from safer_desktop.report.claims.nouns import TextParagraph

_PERCENT = re.compile(
    r"(?<=by )(\d+)%|(?<=was )(\d+)%(?= higher| lower)|(?<=difference of )(\d+)%|"
    r"(?<=fall of )(\d+)%"
)
_VERBS = {
    " rose by ": " fell by ", " fell by ": " rose by ", " higher in the ": " lower in the ",
    " a fall of ": " a rise of ", " lower in the ": " higher in the ",
}  # fmt: skip
_COUNTS = re.compile(r"\((\d[\d,]*) to (\d[\d,]*) ")
_RATES = re.compile(r"from (\d+\.\d+) to (\d+\.\d+)")
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th) of (\d+)")
_MORE = re.compile(r"(\d+) (more|fewer) ")
_AVERAGE = re.compile(r"is (higher|lower) than the (.{5,60}? average)")
_PRODUCT = re.compile(r"= (\d+)\)")


@dataclass(frozen=True)
class Mutation:
    """A changed paper, where it was changed, and how."""

    rule: str
    at: int
    paragraphs: tuple[TextParagraph, ...]


def wrong_percent(text: str, rng: random.Random) -> str:
    return _sub(_PERCENT, text, rng, lambda m: _other(m.group(), rng))


def points_as_percent(text: str, _rng: random.Random) -> str:
    return re.sub(r"(\d) percentage points", r"\1%", text, count=1)


def flipped_verb(text: str, rng: random.Random) -> str:
    there = [it for it in _VERBS if it in text]
    if not there:
        return text
    verb = rng.choice(there)
    return text.replace(verb, _VERBS[verb], 1)


def changed_count(text: str, rng: random.Random) -> str:
    def moved(match: re.Match[str]) -> str:
        value = int(match[2].replace(",", ""))
        return match.group().replace(match[2], f"{round(value * rng.choice((0.8, 1.15, 1.3))):,}")

    return _sub(_COUNTS, text, rng, moved)


def changed_rate(text: str, rng: random.Random) -> str:
    def moved(match: re.Match[str]) -> str:
        return match.group().replace(match[2], f"{float(match[2]) * rng.choice((0.85, 1.2)):.2f}")

    return _sub(_RATES, text, rng, moved)


def rank_beyond(text: str, rng: random.Random) -> str:
    return _sub(_ORDINAL, text, rng, lambda m: f"{int(m[2]) + 2}th of {m[2]}")


def rank_otherwise(text: str, rng: random.Random) -> str:
    return _sub(_ORDINAL, text, rng, lambda m: f"{int(m[1]) % int(m[2]) + 2}th of {m[2]}")


def wrong_difference(text: str, rng: random.Random) -> str:
    return _sub(_MORE, text, rng, lambda m: f"{int(m[1]) + rng.choice((3, 10, 20))} {m[2]} ")


def average_turned(text: str, rng: random.Random) -> str:
    turned = {"higher": "lower", "lower": "higher"}
    return _sub(_AVERAGE, text, rng, lambda m: f"is {turned[m[1]]} than the {m[2]}")


def wrong_product(text: str, rng: random.Random) -> str:
    return _sub(_PRODUCT, text, rng, lambda m: f"= {int(m[1]) + rng.choice((1, 10, 100))})")


def impossible_period(text: str, _rng: random.Random) -> str:
    return re.sub(r"(20\d\d)/(\d\d)", lambda m: f"{m[1]}/{int(m[2]) + 1}", text, count=1)


def unlike_periods(text: str, _rng: random.Random) -> str:
    return re.sub(
        r"against (\d+) in the same months of (\d+)", r"down from \g<1>0 in 2015/16", text
    )


def parts_do_not_add(text: str, _rng: random.Random) -> str:
    turned = {
        "four got worse": "six got worse",
        "six met it": "five met it",
        "three got better": "four got better",
        "two showed": "four showed",
    }
    for one, other in turned.items():
        if one in text and "Of the" in text:
            return text.replace(one, other, 1)
    return text


def summary_turned(text: str, _rng: random.Random) -> str:
    return text.replace(
        "the majority of indicators are getting worse", "the majority of indicators are improving"
    )


def summary_figure(text: str, rng: random.Random) -> str:
    return _sub(
        re.compile(r"\([+\u2212](\d+)%\)"),
        text,
        rng,
        lambda m: m.group().replace(m[1], str(int(m[1]) + 5)),
    )


RULES: tuple[Callable[[str, random.Random], str], ...] = (
    wrong_percent, points_as_percent, flipped_verb, changed_count, changed_rate, rank_beyond,
    rank_otherwise, wrong_difference, average_turned, wrong_product, impossible_period,
    unlike_periods, parts_do_not_add, summary_turned, summary_figure,
)  # fmt: skip


def mutations(
    papers: Sequence[tuple[TextParagraph, ...]], many: int, seed: int
) -> Iterator[Mutation]:
    """``many`` different papers with one defect each, every rule in turn."""
    rng = random.Random(seed)
    done: set[tuple[int, int, str]] = set()
    tries = 0
    while len(done) < many and tries < 100 * many:
        rule = RULES[tries % len(RULES)]
        tries += 1
        which = rng.randrange(len(papers))
        paper = papers[which]
        places = [at for at, it in enumerate(paper) if not it.table and not it.is_heading]
        rng.shuffle(places)
        for at in places:
            text = rule(paper[at].text, rng)
            key = (which, at, text)
            if text != paper[at].text and key not in done:
                done.add(key)
                changed = (*paper[:at], replace(paper[at], text=text), *paper[at + 1 :])
                yield Mutation(rule.__name__, at, changed)
                break


def _sub(
    pattern: re.Pattern[str], text: str, rng: random.Random, make: Callable[[re.Match[str]], str]
) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return text
    match = rng.choice(found)
    return text[: match.start()] + make(match) + text[match.end() :]


def _other(printed: str, rng: random.Random) -> str:
    value = int(printed.rstrip("%"))
    return f"{value + rng.choice((-4, -3, 2, 3, 5, 10)) if value > 5 else value + 4}%"
