"""Words that say a figure moved, and which way."""

_S = str.split

UP = frozenset(
    _S(
        "increase increases increased increasing rise rises rose risen rising up upward grew grow grown "
        "growth growing higher climbed"
        " climb jumped jump surged surge gain gained added extra additional worsened doubled trebled "
        "tripled upturn uplift"
    )
)
DOWN = frozenset(
    _S(
        "decrease decreases decreased decreasing reduction reductions reduced reduce reduces reducing "
        "fall falls fell fallen falling"
        " down downward drop drops dropped dropping lower lowered decline declines declining fewer less "
        "halved cut"
        " decreases shrank slump slumped downturn"
    )
)
NOUNS = frozenset(
    _S(
        "increase increases rise rises reduction reductions decrease decreases fall falls drop drops "
        "decline growth cut change jump difference uplift"
    )
)
VERBS = frozenset(
    _S(
        "increased increases increase rose risen fell fallen reduced reduces reduce decreased decrease "
        "dropped grew climbed jumped lowered cut declined"
        " down up rising falling"
    )
)
# Directly before or after a count these make it a change: "4 further offences", "5 fewer".
COUNT_UP = frozenset(_S("further extra additional more"))
COUNT_DOWN = frozenset(_S("fewer less"))
# A thing measured in percent of a whole: "detection rate 13%".
RATE_THINGS = frozenset(
    _S(
        "rate rates detection detections proportion share percentage satisfaction confidence attendance "
        "compliance occupancy uptake take-up coverage engagement"
    )
)
# What objectives begin with.
DOING = tuple(
    _S("reduce tackle prevent address improve increase stop raise provide support continue offer keep")
)
PERIODS = frozenset(_S("week month year quarter night day weekend evening fortnight annum hour"))
# Crimes and their short names: never places though written large.
OFFENCES = frozenset(
    _S(
        "crime crimes burglary burglaries theft thefts shoplifting offences offence assault assaults "
        "damage arson robbery robberies violence asb anti-social"
        " antisocial tfmv tomv dwelling vehicle drugs fraud incidents nuisance graffiti fly-tipping "
        "metal criminal domestic hate"
    )
)
TOTALS = frozenset(_S("total number figure tally"))
# Too thin to stand alone: the topic or the sentence's subject is added.
THIN = frozenset(
    _S(
        "times offences offence incidents incident cases case repeats repeat total hours crimes reports "
        "report recorded meetings people passes failures left change"
    )
)
