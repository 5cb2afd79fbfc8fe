"""PDFs made for tests by typst, from texts given as data and never as markup."""

import json
from collections.abc import Sequence

import typst

_PLAN = """
#let plan = json(bytes(sys.inputs.plan))
#set page(width: 842pt, height: plan.height * 1pt, margin: 50pt, header: plan.header, footer: context [
  Page #counter(page).display() of #counter(page).final().first()
])
#set text(size: 10pt)
#text(size: 16pt, weight: "bold", plan.title)

#plan.before

#table(columns: plan.rows.first().len(), ..plan.rows.flatten().map(cell => [#cell]))

#plan.after
"""


def plan_pdf(
    rows: Sequence[Sequence[str]],
    *,
    title: str = "Community plan",
    before: str = "",
    after: str = "",
    header: str = "",
    height: int = 595,
) -> bytes:
    """A PDF with a title, a ruled table between two texts, a running head and page numbers."""
    plan = {
        "rows": rows,
        "title": title,
        "before": before,
        "after": after,
        "header": header,
        "height": height,
    }
    return typst_pdf(_PLAN, plan)


def typst_pdf(markup: str, plan: object = None) -> bytes:
    """The PDF of a typst document that may read `plan` as JSON."""
    made = typst.compile(markup.encode(), sys_inputs={"plan": json.dumps(plan)})
    assert isinstance(made, bytes)
    return made
