"""Plans of any length with words that differ, the same at each run: what the timings are taken on."""

from dataclasses import replace
from pathlib import Path
from random import Random

from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft, ThemeDraft, UpdateDraft
from tests.domain.drafts import a_plan, full_row

WHAT, DONE, WHERE = (
    line.split(", ")
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
)
LEADS = ("Constabulary", "AVDC", "Library Service", "Fire and Rescue", "Probation", "Housing Trust")
ROWS_A_THEME = 10


def invented_plan(rows: int, *, year: str = "2031-32", seed: int = 1) -> DocumentDraft:
    """A plan with this many objectives, each with every field filled."""
    chance = Random(f"{seed} {year}")
    made = [_row(number, chance) for number in range(1, rows + 1)]
    themes = tuple(
        ThemeDraft(str(at // ROWS_A_THEME + 1), _sentence(chance, 3), tuple(made[at : at + ROWS_A_THEME]))
        for at in range(0, rows, ROWS_A_THEME)
    )
    plan: PlanDraft = replace(a_plan(title=f"Safer Sheds {year}", year=year), themes=themes)
    return DocumentDraft((plan,))


def _row(number: int, chance: Random) -> RowDraft:
    return replace(
        full_row(f"r{number}"),
        ref=f"{(number - 1) // ROWS_A_THEME + 1}.{(number - 1) % ROWS_A_THEME + 1}",
        objective=_sentence(chance, 2),
        actions=(_sentence(chance, 4),),
        measures=(_sentence(chance, 2),),
        lead_agencies=(chance.choice(LEADS),),
        updates=(UpdateDraft(_sentence(chance, 25), "2031-32 Q4", None),),
    )


def _sentence(chance: Random, clauses: int) -> str:
    told = [f"{chance.choice(WHAT)} {chance.choice(DONE)} at {chance.choice(WHERE)}" for _ in range(clauses)]
    return "; ".join(told).capitalize()
