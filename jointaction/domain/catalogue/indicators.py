"""The retired National Indicators that partnerships' plans cite, in short words of our own."""

from collections.abc import Iterator
from datetime import date

from jointaction.domain.indicators import IndicatorMeaning

NATIONAL = "National Indicators 2008 to 2011"
ENDED = date(2011, 3, 31)
# A number, a title and who counted; beneath it what is counted.
_LINES = """
1 | People who get on well together | Place Survey
    Adults who say that people of different backgrounds get on well in their area.
2 | People who feel they belong | Place Survey
    Adults who feel that they belong to their neighbourhood.
5 | Satisfaction with the area | Place Survey
    Adults who are satisfied with their area as a place to live.
6 | Regular volunteering | Place Survey
    Adults who give unpaid help at least once a month.
15 | Most serious violent crime | Police records; a change of counting in April 2008 broke the series
    Recorded offences of the most serious violence, for each 1,000 people.
16 | Serious acquisitive crime | Police records
    Recorded burglary of homes, robbery, theft of and from vehicles, for each 1,000 people.
17 | Anti-social behaviour seen as a problem | Place Survey
    Adults to whom seven kinds of anti-social behaviour together are a big problem.
18 | Re-offending by adults on probation | Probation and police records
    Adults under probation supervision who offend again, against what was expected.
19 | Re-offending by young people | Youth offending teams
    Proven further offences by young offenders.
20 | Assault with injury | Police records
    Recorded assaults with less serious injury, for each 1,000 people.
21 | Council and police deal with local concerns | Place Survey
    Adults who agree that both deal with the anti-social behaviour and crime that matter locally.
22 | Parents taking responsibility | Place Survey
    Adults who agree that local parents answer for how their children behave.
23 | Respect and consideration | Place Survey
    Adults to whom a lack of respect and consideration is a local problem.
24 | Satisfaction with how anti-social behaviour was dealt with | Survey of people who reported
    People who reported it and are satisfied with what police and council did.
25 | The same for different groups | Survey of people who reported
    Satisfaction with how anti-social behaviour was dealt with, group by group.
26 | Support after serious sexual offences | Support services
    Victims of a serious sexual offence who get specialist support.
27 | Council and police understand local concerns | Place Survey
    Adults who agree that both ask for people’s views on local anti-social behaviour and crime.
28 | Serious knife crime | Police records
    Recorded serious offences with a knife, for each 1,000 people.
29 | Gun crime | Police records
    Recorded offences with a firearm, for each 1,000 people.
30 | Re-offending by prolific and priority offenders | Police records
    Convictions of offenders on the scheme, against those before.
31 | Re-offending by registered sex offenders | Police records
    Registered sex offenders who offend again.
32 | Repeat domestic violence | MARAC
    Cases that came to MARAC again within a year, as a share of all its cases.
33 | Arson | Fire and rescue service
    Deliberate fires, for each 10,000 people: in buildings and vehicles, and others.
34 | Domestic murder | Police records
    Domestic killings, for each 1,000 people.
35 | Resilience to violent extremism | Self-assessment
    A self-assessment of local work against violent extremism, on a scale of five.
36 | Protection against terrorist attack | Police assessment
    A self-assessment of how crowded places are protected.
37 | Knowing what to do in an emergency | Place Survey
    Adults who feel informed on what to do in a large emergency.
38 | Class A drug offenders | Police and drug programme records
    Offending by people identified as class A drug users, against what was expected.
39 | Alcohol-related hospital admissions | Hospital records
    Admissions for harm related to alcohol, for each 100,000 people.
40 | Drug users in effective treatment | Treatment records
    Users of opiates or crack who stay in treatment, as a change on 2007-08.
41 | Drunk or rowdy behaviour | Place Survey
    Adults to whom drunk or rowdy behaviour is a local problem.
42 | Drug use and dealing | Place Survey
    Adults to whom drug use or dealing is a local problem.
43 | Young people sentenced to custody | Youth offending teams
    Convicted young people who are sentenced to custody, as a share.
44 | Ethnic background of young offenders | Youth offending teams
    Young offenders by ethnic group, against all young people.
45 | Young offenders in education, training or work | Youth offending teams
    Young offenders in suitable education, training or employment at the end of their order.
46 | Young offenders’ homes | Youth offending teams
    Young offenders with suitable accommodation.
47 | People killed or badly hurt on the roads | Police records
    Change in people killed or seriously injured on the roads, as an average of three years.
48 | Children killed or badly hurt on the roads | Police records
    Change in children killed or seriously injured on the roads, as an average of three years.
49 | Fires, deaths and injuries | Fire and rescue service
    Primary fires, deaths and injuries in them, for each 100,000 people.
110 | Young people in positive activities | School survey
    Young people who took part in a positive activity.
111 | First entrants to youth justice | Police records
    Young people who enter the youth justice system for the first time, for each 100,000.
115 | Young people and substances | School survey
    Young people who often misuse alcohol, drugs or other substances.
117 | Not in education, work or training | Local records
    People of 16 to 18 who are in none of them.
143 | Homes for people on probation | Probation records
    Offenders in settled accommodation at the end of their order.
144 | Work for people on probation | Probation records
    Offenders in work at the end of their order.
195 | Clean streets | Council survey
    Land and roads with litter, detritus, graffiti or fly-posting below a standard.
196 | Fly-tipping | Council records
    A grade for the change in fly-tipping and in enforcement against it.
"""


def _meanings() -> Iterator[IndicatorMeaning]:
    lines = _LINES.strip().splitlines()
    for told, definition in zip(lines[::2], lines[1::2], strict=True):
        number, title, source = (part.strip() for part in told.split("|"))
        yield IndicatorMeaning(NATIONAL, f"NI {number}", title, definition.strip(), source, ENDED)


INDICATORS: dict[str, IndicatorMeaning] = {meaning.code: meaning for meaning in _meanings()}
