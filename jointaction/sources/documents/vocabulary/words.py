"""Words a reader of plans knows: verbs that begin actions, nouns that begin measures, status words."""

from jointaction.sources.documents.vocabulary.wordset import word_set

ACTION_VERBS = word_set(
    """
    accredit achieve act adapt add address administer adopt advertise advise agree align analyse apply
    appoint arrange assess assign assist attend audit be begin bid brief bring broaden build campaign
    carry chair challenge check circulate clean clear close co-ordinate collate collect commission
    communicate compile complete conclude conduct connect consider consolidate consult continue
    contribute control convene coordinate counter create cut deal decide define delay deliver
    demonstrate deploy design detect determine develop devise discourage display disrupt distribute
    divert draft drive educate embed empower enable encourage enforce engage enhance ensure equip erase
    erect escalate establish evaluate examine exchange execute expand exploit explore extend facilitate
    feed field film find fine finish fit focus follow form formalise forward fund gain gather give grow
    guide handle harness help hold host identify implement improve include increase influence inform
    initiate inspect inspire install integrate intervene interview introduce investigate invite involve
    issue join keep launch lead liaise light lobby lock log look lower maintain make manage map mark
    market maximise mediate meet mentor merge minimise mobilise monitor move negotiate nominate nurture
    observe obtain offer open operate organise oversee participate patrol persuade phase pilot place
    plan post prepare present prevent prioritise proceed procure produce promote propose prosecute
    protect provide publicise publish purchase pursue put raise reach reassure rebuild recommend record
    recruit reduce refer refresh refurbish reinforce relaunch relocate remove renew repeat replace
    report research resource respond restore review revise revisit roll run safeguard scale scan scope
    secure seek seize select send serve set shape share showcase sign signpost simplify source spread
    staff stage start stop streamline strengthen strive submit supervise supply support surface survey
    sustain swap sweep tackle take target teach tell test tighten track train transfer transform trial
    turn undertake update upgrade uphold use utilise value verify visit volunteer warn weed widen win
    work write
    """
)
# Nouns and other words with which a new action begins, when they have a capital after a small letter.
ACTION_STARTS = word_set(
    """
    attendance completion continuation continued continuing creation delivery deployment development
    distribution enforcement engagement expansion further implementation improved improvement increased
    introduction joint maintenance ongoing production promotion provision publication reduction referral
    referrals regular roll-out to
    """
)
# Verbs that are as often part of a name: Case Review Group, Victim Support, Place Survey.
NAMING_VERBS = word_set(
    """
    action address audit brief campaign contact design focus help host issue market plan place post
    prevent project report research review support survey target test track train use work
    """
)
# Words with which a new measure begins, whatever stood before.
MEASURE_STARTS = frozenset(
    {"no", "no.", "nos", "number", "numbers", "amount", "percentage", "%", "rate", "level"}
)
# Words that end a complete measure although they do not end in -ed.
DONE_WORDS = word_set(
    """
    held run set-up up out made given taken sent met done built shown put begun seen found kept place
    """
)
STATUS_WORDS = word_set(
    """
    red amber green blue grey gray r a g b complete completed ongoing on-going started progress achieved
    target track delayed behind schedule near not on in off overdue pending under control closed open
    cancelled deferred superseded exceeded missed risk some issues no data received yet due by for is to
    partially partly fully
    """
)
STATUS_HEADINGS = frozenset(
    {
        "completed",
        "complete",
        "completed actions",
        "ongoing",
        "on-going",
        "ongoing actions",
        "outstanding",
        "outstanding actions",
        "in progress",
        "actions in progress",
        "not started",
        "closed",
        "closed actions",
        "open",
        "open actions",
        "superseded",
        "not progressed",
    }
)
NAME_WORDS = word_set(
    """
    agency association authority board borough chair charity college commission communications community
    constabulary coordinator co-ordinator council county district fire forum group health housing
    inspector inspectors manager officer officers panel partner partners partnership police prevention
    probation projects rescue safety school schools service services sergeant sergeants standards team
    trading trust unit ward watch youth
    """
)
TIME_HINTS = word_set(
    """
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sept sep oct nov dec spring summer autumn winter month months monthly week weeks
    weekly quarter quarterly annual annually year years yearly ongoing on-going day days daily termly
    bi-monthly fortnightly
    """
)
# Parts of compound words which authors also write apart: never taken for a broken word.
COMMON_WORDS = word_set(
    """
    saw heard lost sent kept rose fell grew gave took via
    a about above across act action actions after again age agency air all along also always am an and
    any are area areas around as ask at away back bar base be bed been before below bench best better
    between big block board body book both box break bring build but by call came can car card care case
    cases cat centre chair check child city class clear club co come cross cut cyber data date day days
    dead did do does dog done door down drink drive drug due each early east eight end even ever every
    eye face fall family far few field file find fire first five flow fly focus follow foot for force
    form forward found four free from front full fund game gave get give go goes going gold good got
    great green ground group grow guide had half hall hand hard has have he head health help her here
    high him his hit hold home hot hour house how hundred i if in ink inner into is it its job joint key
    kind know knife land large last late law lead leaf led left less let letter level life light like
    line link list live load local long look loss lot low made mail main make man many map mark market
    mate may me mean meet men met mid mile mind mini more most motor move much multi my name near need
    net never new news next night nine no non nor north not note now of off office often old on once one
    only open or other our out over own pack paper park part pass past pay per phone pin place plan play
    point port post pre price print pro proof public put quick race raise ran rate re read real red re
    right ring road room round rule run safe said same say school sea see self sell set she shop short
    should show side sign since site six size skill so some son south spot staff stand start state step
    still stop store story street such sub sum super take talk task team ten term test text than that
    the their them then there these they thing this those though thousand three through time times to
    today together told too took tool top total town track trade train trans turn two type under until
    up upon us use used user van very view visit walk wall want ward was watch water way we wear web
    week weeks well went were west what when where which while who whole why wide will wind with within
    without wood word work would write year years yes yet you young your youth
    """
)
# Ends of words which cannot stand alone.
WORD_ENDS = word_set(
    """
    s d y g t n l r e ed es ly al ty ng ns nt nts ds ts er ers rs ing ings ion ions tion tions sion
    sions ment ments ness ance ances ence ences ity ities ally ies ied ible ably ional tional ation
    ations ative ives ive ous ously ards ioner ioners ioned ioning ionally ement ements itment itments
    """
) - {"a", "i"}
# Words that often begin compound words, which authors write apart or together as they like.
COMPOUND_STARTS = word_set(
    """
    after back bench by case check cross down drop fire fly fore front good ground half hand hard head
    home hot house key land life like mail main market mini multi neighbour news night off on out over
    pay play road safe school self shop side street test time town track under up way web week work
    """
)
