"""The small words of English that show where the thing counted begins and ends."""

_S = str.split

ABBREVIATIONS = frozenset(_S("approx no nos e.g i.e etc mr mrs ms dr st sept inc ref"))
DETERMINERS = frozenset(
    _S("a an the this that these those its their our his her each every both all any some such")
)
# Words that lead a name on: a capital after them begins no new sentence.
LINKS = DETERMINERS | frozenset(
    _S("of in for and & to at with by from on or across near the op operation x over")
)

BE_AND_HAVE = frozenset(
    _S(
        "is are was were be been being has have had having will would can could shall should may might "
        "must do does did"
    )
)
# Verbs after which the subject has ended; many are also participles, see PARTICIPLES.
VERBS = frozenset(
    _S(
        "remain remains remained saw see sees seen shows show showed shown showing rose rise rises fell "
        "fall falls went goes go"
        " gone came come comes took take takes ran run runs running gave give gives got get gets made "
        "make makes met meet meets"
        " stands stood stand continues continue continued says said say accounts account brought led "
        "lead leads left"
        " began begin begins started starts became become becomes kept keep keeps found find finds told "
        "tell wrote"
        " attended visited reached carried received reported recorded issued dropped dropping"
        " increased increases decreased decreases reduced reduces reducing declined improved improves "
        "climbed grew grows jumped"
        " seized served used worked helped trained supported signed agreed stayed"
    )
)
# Prepositions and others that end the thing counted.
ENDS = frozenset(
    _S(
        "in at by from since during through throughout into within under after before between against "
        "per as because while"
        " whilst including using via across over than until till upon towards about above below around "
        "despite following"
        " who which whose where when that this these those there they we it he she you i all some so if "
        "but although"
        " however therefore due owing and/or whereas plus versus vs compared compare today now then "
        "also not still currently"
        " reaching involving resulting resulted covering targeting giving making bringing taking costing"
        " accounting engaging attending seeing leading together"
        " already again only just last previous same ago year-to-date ytd too up down on off out"
    )
)
# May stand inside the thing counted: "editions of newsletter", "notices for litter".
INSIDE = frozenset(_S("of for to with"))
JOINS = frozenset(_S("and & or"))
PRONOUNS = frozenset(_S("them these those which us whom it"))
LEADING_NOISE = DETERMINERS | frozenset(
    _S(
        "x of out further more and & or to in for on by there overall approximately about over only "
        "just also however no nil zero"
    )
)
TRAILING_NOISE = (
    DETERMINERS
    | INSIDE
    | JOINS
    | frozenset(_S("is was were are in on at by x then also but has have with been further"))
)
ADVERBS = frozenset(
    _S(
        "slightly significantly considerably further overall now currently only recently again also so "
        "just generally well almost nearly"
    )
)
# Irregular participles; all words in -ed count as participles too.
PARTICIPLES = frozenset(
    _S(
        "held given taken made sent put run seen found sold paid met lent built shown spent set won "
        "kept brought known done caught"
        " fined hit left drawn written stopped-and-searched stop/searched led begun taught heard let sought"
    )
)
NOT_PARTICIPLES = frozenset(
    _S("need speed seed feed shed red bed hundred indeed exceed proceed succeed weed breed deed greed")
)
MONTHS = frozenset(
    _S(
        "january february march april may june july august september october november december jan feb "
        "mar apr jun jul aug sept sep"
        " oct nov dec q1 q2 q3 q4 monday tuesday wednesday thursday friday saturday sunday christmas "
        "easter halloween quarter"
        " spring summer autumn winter year months weeks quarters most"
    )
)
# Said of the whole area; passed over on the way to the thing counted.
WIDE_PLACES = (
    "across the country",
    "across the county",
    "across the district",
    "across the area",
    "across the borough",
    "nationally",
)
