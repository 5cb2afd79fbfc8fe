"""What councils call the columns of a plan, as data: each phrase is the heading's telling words."""

from jointaction.domain.fields import Field
from jointaction.sources.documents.vocabulary.wordset import phrases, word_set

HEADINGS: dict[Field, tuple[str, ...]] = {
    Field.REF: phrases(
        """
        ref, reference, ref no, jag ref, action ref, objective ref, pi ref, no, number, action no,
        action number, objective no, item, item no, id, code, row, serial
        """
    ),
    Field.THEME: phrases(
        """
        theme, priority, priority area, priority theme, strategic priority, workstream, work stream,
        heading, section, pillar
        """
    ),
    Field.OBJECTIVE: phrases(
        """
        objective, strategic objective, key objective, aim, goal, ambition, recommendation,
        commitment, requirement, guidance requirement, guidance extract, guidance, duty, issue, what
        want achieve, what are we trying achieve, problem, pledge, end state, desired end state,
        purpose, expected result, vision, strategic outcome, priority objective, need, issue
        identified, concern
        """
    ),
    Field.ACTION: phrases(
        """
        action, key action, priority action, action plan, action taken, planned action, agreed
        action, specific action, activity, what activity, how what activity, how, how will achieve,
        what, what will do, what we will do, task, key task, step, intervention, action required, further
        action, further action recommendation, developing action, initiative, project, deliverable,
        delivery, tactic, proposed action, response, detailed action, work planned, next step, what
        are going to do, approach, method, how will do
        """
    ),
    Field.MEASURE: phrases(
        """
        measure, measure success, success measure, performance measure, key measure, indicator,
        performance indicator, performance indicator outcome, key performance indicator, pi
        description, pi, kpi, indicator description, outcome, expected outcome, intended outcome,
        desired outcome, outcome measure, outcome how will know, how will know, how will measure,
        how measure success, success criteria, what will success look like, what success look like,
        success look like, success, output, evidence, impact, expected impact, description
        """
    ),
    Field.BASELINE: phrases(
        """
        baseline, baseline figure, previous performance, previous year performance, previous year,
        last year, last year performance, last year outturn, previous outturn, starting point,
        current performance, current level
        """
    ),
    Field.TARGET: phrases(
        """
        target, output target, output target date, annual target, year end target, target value,
        target figure, trajectory, planned trajectory, milestone target, target outcome
        """
    ),
    Field.INDICATOR: phrases(
        """
        national indicator, ref national indicator, link national indicator, ni, ni ref, ni no,
        indicator ref, indicator code, laa indicator, laa ref, external indicator
        """
    ),
    Field.LEAD_AGENCY: phrases(
        """
        lead, lead agency, lead officer, lead agency officer, lead organisation, lead partner, lead
        body, lead department, lead service, lead person, lead name, lead member, lead member chief
        officer, chief officer, csp lead, named lead, named csp lead, delivery lead, responsible,
        responsible agency, responsible officer, responsible lead, responsible person, responsible
        body, person responsible, officer responsible, agency responsible, responsibility, owner,
        action owner, accountable, accountable officer, who, by whom, whom, who will do, who will
        lead, sro, senior responsible officer, responsible owner, contact, named officer, agency,
        officer
        """
    ),
    Field.LEAD_GROUP: phrases(
        """
        lead group, lead action group, group, action group, delivery group, lead delivery group,
        lead sub group, sub group, working group, task group, responsible group, board, lead board
        """
    ),
    Field.SUPPORT: phrases(
        """
        support, supporting, supported by, support agency, supporting agency, supporting partner,
        support partner, partner, key partner, other partner, other agency, partner agency, partner
        involved, agency involved, partner organisation, contributor, contributing partner, delivery
        partner, with whom, who will help, who help, who else, help from, other involved, involved
        """
    ),
    Field.TIMESCALE: phrases(
        """
        timescale, time scale, timescale achieved by, timescale when achieved by, target date,
        target date completion, completion date, expected completion, date completion, planned
        completion, deadline, by when, when, date, due, due date, end date, start date, review date,
        timeframe, time frame, timeline, timing, milestone, key milestone, key milestone achieved enacting
        recommendation, key date, checkpoint,
        when will done, time, period, schedule
        """
    ),
    Field.FUNDING: phrases(
        """
        funding, funding source, funding status, fund, cost, indicative cost, estimated cost,
        resource, resource implication, resource required, budget, finance, financial implication
        """
    ),
    Field.STATUS: phrases(
        """
        status, current status, progress status, action status, rag, rag status, rag rating,
        quarterly rag, brag, brag status, brag rating, rating, progress rating, target marker,
        track, traffic light, colour, colour monitoring, state
        """
    ),
    Field.UPDATE: phrases(
        """
        update, latest update, progress, progress update, progress update comment, progress date,
        progress report, progress comment, progress made, action progress, comment, commentary,
        comment action, comment on action, work date, work to date, work completed, position,
        current position, latest position, outturn, actual, actual performance, achievement,
        achieved, completed, narrative, result, monitoring, report, what have done, what happened,
        happened so far, what happened so far, so far, how are doing, where now, delivery update,
        summary progress, overall progress, evidence progress, completion date outcome, date
        completion outcome, action outcome, outcome achieved, performance
        """
    ),
    Field.NOTE: phrases(
        """
        note, scope, scope recommendation, polarity, frequency, reporting frequency, format,
        pressure point, laa flag, flag, laa, affected strand, strand, compared last year, compared
        to last year, direction travel, trend, source, data source, risk, link, from strategic
        threat assessment, strategic threat assessment, strategic assessment, evidence source, area,
        location, ward
        """
    ),
}

# Headings that mean something else than their words: as tokens with single blanks.
WHOLE_HEADINGS: dict[str, Field] = {
    "on target": Field.STATUS,
    "on track": Field.STATUS,
    "met": Field.STATUS,
    "target met": Field.STATUS,
}

# Words of a heading that say nothing about which field it is.
SILENT_WORDS = word_set(
    """
    the a an of and or for to by this be is are was were will we our in on at with from as s please each
    per how? do you their them its it i ii
    """
)
MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
MONTH_STARTS = frozenset({month[:3] for month in MONTHS} | {"sept"})
TIME_WORDS = word_set("quarter qtr q q1 q2 q3 q4 1st 2nd 3rd 4th first second third fourth half year")
# What a line that only states the period of the updates may say beside quarter and months.
PERIOD_LINE_WORDS = word_set(
    "update progress report reporting monitoring position performance ending end period"
)
TITLE_WORDS = word_set("plan plans strategy programme framework priorities agreement report")
THEME_WORDS = word_set(
    """
    theme priority priorities aim objective section strand workstream outcome pillar chapter goal area
    """
)
