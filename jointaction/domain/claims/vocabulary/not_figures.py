"""Numbers that state no figure: what they are, and how they look."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ORDINAL = r"\d{1,2}\s?(?:st|nd|rd|th)\b"
_DAY = rf"(?:{_ORDINAL}|(?:0?[1-9]|[12]\d|3[01])(?!\d|[.,]\d|\s?%))"
_YEAR = r"(?:(?:19|20)\d\d(?!\d|,\d))"
_TO = r"\s*(?:-|–|—|/|to|and|&|until|till)\s*"
_NUMBER = (
    r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen"
    r"|eighteen|twenty|thirty|half an?)"
)
_LONG = r"(?:seconds?|secs?|minutes?|mins?|days?|weeks?|months?|years?|quarters?|decades?)"
_SEASON = r"(?:early|late|mid|spring|summer|autumn|winter|easter|christmas|halloween)"
_VERB_IN_S = r"(?!is\b|was\b|has\b|as\b|this\b|its\b)"
_NUMBERED = (
    r"phase|stage|tier|level|zone|band|grade|version|year|years|ward|beat|area|room|unit|objective"
    r"|priority|action"
    r"|measure|ref(?:erence)?|item|theme|strand|step|appendix|annex|table|figure|page|line|option|lot"
    r"|block|plot|flat"
    r"|channel|class|kpi|indicator|outcome|aim|group|junction|route|bus|key stage|category|cat|type|model"
    r"|chapter|volume|issue"
    r"|wave|cohort|round|wards|flats|plots|units|rooms|junctions|blocks|phases|stages"
)
_LENGTH_LEADS = r"(?:over|within|every|last|past|previous|next|first|after|lasting|for)"

# (why, pattern), matched without regard to capitals unless the pattern says otherwise.
NOT_FIGURES: tuple[tuple[str, str], ...] = (
    # "28 Oct-Dec" is 28 of something in a quarter, not a day.
    (
        "date",
        rf"\b{_DAY}(?:{_TO}{_DAY})?\s*(?:of\s+)?{_MONTH}(?!\s*[-–]\s*{_MONTH})(?:\s*,?\s*(?:{_YEAR}|'?\d\d\b))?",
    ),
    ("date", rf"\b{_MONTH}\s*(?:{_TO}{_MONTH}\s*)?,?\s*(?:{_YEAR}|['’]\d\d\b|0\d\b)"),
    ("date", rf"\b{_MONTH}\s+{_DAY}(?:{_TO}(?:{_MONTH}\s+)?{_DAY})?(?!\s*(?:%|[a-z]))(?:\s*,?\s*{_YEAR})?"),
    ("date", rf"\b{_MONTH}\s+{_ORDINAL}"),
    ("date", r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)\b"),
    ("date", r"\b\d{4}-\d\d-\d\d\b"),
    ("date", r"\b(?:19|20)\d\d\s*[-/–—]\s*-?\s*(?:(?:19|20)\d\d|\d{1,2})\b(?!\s*%)"),
    ("date", rf"\b(?:in|since|by|until|during|{_SEASON})[ -]{_YEAR}\b(?!\s*%)"),
    (
        "date",
        rf"(?<![£,.\d])\b{_YEAR}\b(?!\s*%|(?:\s+[a-z-]+){{0,2}}\s+{_VERB_IN_S}[a-z]+s\b|\s+people\b)",
    ),
    ("date", r"(?<!\w)['’]\d\d\b"),
    ("date", rf"\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\s+{_ORDINAL}"),
    ("date", r"\b(?:first|second|third|fourth|last)\s+(?:quarter|half)\b"),
    ("quarter", r"\bq(?:uarter|tr)?s?\.?\s?[1-4](?:\s*(?:,|/|-|–|&|and|to)\s*(?:q(?:uarter)?\s?)?[1-4])*\b"),
    ("time", r"\b\d{3,4}\s*(?:-|–|to)\s*\d{3,4}\s*(?:hrs?|hours)\b"),
    (
        "time",
        r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:(?:am|pm)?\s*(?:-|–|to)\s*\d{1,2}(?:[:.]\d\d)?\s*)?"
        r"(?:am|pm|a\.m|p\.m|noon|midnight)\b",
    ),
    ("time", r"\b\d{1,2}:\d\d\b(?:\s*(?:hrs?|hours))?"),
    ("time", r"\b[012]\d[0-5]\d\s*(?:hrs|hours)\b"),
    ("name", r"\b24\s*[/-]\s*7\b|\b24[- ]hours?\b(?!\s+of)"),
    (
        "name",
        r"\b(?:sections?|sects?\.?|ss?\.|schedule|article|regulation|paragraph|para\.?|clause"
        r"|part)\s?\d+\w*",
    ),
    ("name", r"\b(?:act|bill|order|regulations)\s+(?:1[6-9]|20)\d\d\b"),
    (
        "name",
        rf"\b(?:{_NUMBERED})\s+\d+(?:\.\d+)*[a-z]?(?:\s*(?:and|&|,|-|–|to)\s*\d+)*\b(?!\s*%|,\d|\s+[a-z]{{4,}}s\b)",
    ),
    ("name", r"(?-i:\bYears? (?:1[0-3]|[1-9])(?:\s*(?:and|&|,|-|–|to)\s*(?:1[0-3]|[1-9]))*\b)"),
    ("name", r"\bnil returns?\b"),
    ("name", r"\b(?:a|an|the|in)\s+[2-7]0(?:\s?mph)?\s+(?:limit|zone)\b"),
    ("name", r"(?-i:\b(?!X\d+\b)[A-Z]{1,5}[-/]?\d+(?:[./-]?\d+)*[a-z]?\b)"),
    ("name", r"(?-i:\b\d+(?!X\b)[A-Z]{1,2}\d*\b)"),
    ("name", r"(?-i:\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b)"),
    (
        "name",
        r"\b(?:call(?:ing|ed|s)?|dial(?:ling|led)?|phon(?:e|ing|ed)|ring|via|through|on|using"
        r"|to)\s+(?:101|999|111)\b",
    ),
    ("name", r"\b(?:101|999|111)\s+(?:calls?|number|system|service|line|reports?|form)\b"),
    ("name", r"\b0\d{3,4}\s?\d{3}\s?\d{3,4}\b"),
    ("name", r"(?-i:\b(?:[Nn]o\.?|[Nn]umber)\s+\d+\s+(?=[A-Z]))"),
    ("name", r"\b100\s?%\s+(?:\w+\s+)?(?:free|cotton|recycled|safe|committed|behind)\b"),
    (
        "name",
        r"(?-i:\b16 Days\b)|\b(?:office|windows)\s+365\b|\b360[ -]degree|\b4\s?x\s?4s?\b"
        r"|\bcovid[- ]19\b|\b[45]g\b",
    ),
    (
        "name",
        r"\bone[- ](?:off|to[- ]one|stop|way|another|day|sided|punch|or more)\b|\bone\s+(?:of|by one)\b"
        r"|\bno[- ]one\b",
    ),
    (
        "name",
        r"\b(?:this|that|which|any|every|another|as|new|next|last|no|than|each)\s+one\b"
        r"|\bthe\s+one\b|\bone['’]s\b|\bat one time\b|\b(?:in|for) one\b(?=\s*[,.;]|\s+(?:and|or|is"
        r"|was)\b)",
    ),
    (
        "name",
        r"\btwo[- ](?:tier|way)\b|\bthird[- ](?:party|sector|parties)\b|\bfirst[- ](?:aid|time)\b"
        r"|\bzero[- ]tolerance\b"
        r"|\bsecond[- ]hand\b|\bhalf[- ](?:term|day|way|hour|yearly|year)\b|\ball four\b"
        r"|\bsixth[- ]form\w*|\bone-",
    ),
    ("name", r"\bno\s+cold\s+calling\b|\b(?:per|in every|out of every|for every)\s+\d[\d,]*\b"),
    ("age", r"\baged?\s+(?:between\s+|over\s+|under\s+)?\d+(?:\s*(?:-|–|to|and)\s*\d+)?\b"),
    (
        "age",
        r"\b\d+(?:\s*(?:-|–|to|and)\s*\d+)?[- ]?years?[- ]olds?\b|\b(?:under|over)[- ]?(?:1[0-9]|2[0-9]"
        r"|65)['’]?s?\b(?=s|['’]|\s+(?:can|who|were|are|in)\b|[.,;])",
    ),
    ("age", r"\b\d{1,2}\s*(?:-|–)\s*\d{1,2}\s*s\b|\b\d+\s+to\s+\d+\s+years\b"),
    (
        "length",
        rf"\b{_NUMBER}(?:\s*(?:-|–|to|or|and)\s*{_NUMBER})?[- ]?(?:working\s+|calendar\s+|school\s+"
        rf"|full\s+|long\s+)?"
        rf"{_LONG}\b(?!\s+of\s+action)",
    ),
    (
        "length",
        rf"\b{_LENGTH_LEADS}\s+(?:the\s+|about\s+|up to\s+)*{_NUMBER}[- ](?:hours?|hrs?|nights?"
        rf"|weekends?)\b"
        r"(?!\s+(?:of|a|per|each)\b)",
    ),
    (
        "length",
        rf"\b{_NUMBER}[- ](?:hour|hr|night)\b|\b{_NUMBER}\s+(?:hours?|hrs?)\s+(?:notice|later|earlier"
        rf"|a day|apart)\b",
    ),
    ("length", r"\b\d+(?:\s*(?:-|–|to)\s*\d+)?\s*(?:-\s*)?(?:weekly|monthly|yearly|hourly|daily)\b"),
    ("length", r"\b\d+(?:\.\d+)?\s*(?:miles?|metres?|meters?|km|cm|mm|acres?|hectares?|feet|ft)\b"),
    ("list number", r"(?:^|\n)\s*(?:\(?\d{1,2}[.)](?=\s)|(?-i:\d+(?:\.\d+)+\.?(?=\s+[A-Z][a-z])))"),
    (
        "reference",
        r"\b(?:see|refer to|under|and see)\s+\d{1,2}\.\d{1,2}\b(?!\s*(?:%|m\b|million|hours|per|times"
        r"|pp|percent)|,)",
    ),
    ("name", r"\b\d+(?:st|nd|rd|th)\b(?!\s+(?:lowest|highest|largest|smallest|best|worst|safest))"),
)
