"""How a person's name is known: a title, or a common given name before a surname."""

import re

TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|PC|PCSO|Sgt|Sergeant|Insp|Inspector|Supt|Superintendent|DC"
    r"|DS|DI|DCI|Chief Inspector)\.?"
    r"\s+(?:[A-Z][a-z'’-]+\s+)?(?!(?:Team|Post|Posts|Officer|Officers|Scheme|Patrols?|Surger\w+"
    r"|Training|Role|Area|Ward|Network|Lead|Powers|Contact|Support|Visits?|Briefings?|Meetings?|Hours"
    r"|Cover)\b)[A-Z][a-z'’-]{2,}\b(?!\s+(?:Team|Post|Scheme))"
)
TWO_NAMES = re.compile(r"\b(?P<first>[A-Z][a-z]+)\s+(?P<last>(?:Mc|Mac|O['’]|[A-Z][a-z]+-)?[A-Z][a-z]+)\b")
GIVEN_NAMES = frozenset(
    str.split(
        """
    aaron abigail adam adrian agnes ahmed aisha alan albert alex alexander alexandra ali alice alison
    amanda amber amelia amina amy andrea andrew angela anita ann anna anne anthony antony arthur barbara
    barry ben benjamin bernard beth betty beverley bob brenda brian bruce callum cameron carl carol
    caroline catherine charles charlotte cheryl chloe chris christina christine christopher claire clare
    clive colin connor craig daniel danielle darren dave david dean debbie deborah denise dennis derek
    diana diane donald donna dorothy douglas duncan dylan edward eileen elaine eleanor elizabeth ellen
    ellie emily emma eric ethan evelyn fatima fiona frances francis frank fred gareth garry gary gavin
    gemma geoff geoffrey george georgina gerald gillian glen gordon graham greg gregory hannah harry
    hassan hayley hazel helen henry howard hugh ian imran irene isabel jack jacob jacqueline jake james
    jamie jan jane janet janice jason jean jeffrey jennifer jenny jeremy jessica jill jim joan joanna
    joanne joe john jonathan jordan joseph josh joshua joyce judith julia julian julie karen kate
    katherine kathleen kathryn katie keith kelly ken kenneth kerry kevin kieran kim kirsty laura lauren
    lawrence leah lee leonard lesley leslie lewis liam linda lisa liz lorraine louis louise lucy luke
    lynn malcolm marc margaret maria marie marilyn marion mark martin mary matthew maureen max megan
    melanie michael michelle mike mohammed muhammad nancy natalie natasha nathan neil nicholas nicola
    nigel nikki norman oliver olivia oscar pamela patricia patrick paul paula pauline peter phil philip
    rachel ralph raymond rebecca rhys richard rita rob robert robin roger ronald rosemary ross roy
    russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean shane sharon sheila shirley
    simon sophie stacey stanley stephanie stephen steve steven stewart stuart sue susan suzanne sylvia
    tanya teresa terry thomas tim timothy tina tom tony tracey tracy trevor valerie vanessa victor
    vincent wayne wendy william yvonne zoe
    """
    )
)
NOT_SURNAMES = frozenset(
    str.split(
        """
    action april arms august avenue award awards bar bridge campaign centre church close club college
    common community council court day december drive estate february fields forum foundation fund
    funding gardens green group hall hill hospital hotel house initiative inn january july june lane
    library march may november october office officer park place plan police programme project property
    road scheme school september square street surgery team tools trust ward way week
    """
    )
)
