from jointaction.reports.drawable import MISSING, stand_ins


def nothing(_character: str) -> bool:
    return False


def test_what_can_be_drawn_is_left_alone() -> None:
    assert stand_ins("café – £5", lambda _character: True) == {}


def test_plain_letters_are_never_asked_about() -> None:
    assert stand_ins('plain "text" 1+1', nothing) == {}


def test_a_symbol_becomes_its_name() -> None:
    assert stand_ins("\N{BICYCLE}", nothing) == {"\N{BICYCLE}": "(bicycle)"}


def test_a_wide_sign_becomes_the_plain_one() -> None:
    assert stand_ins("＝", nothing) == {"＝": "="}


def test_a_lone_accent_goes_and_other_letters_are_marked() -> None:
    assert stand_ins("\u0337\u6f22", nothing) == {"\u0337": "", "\u6f22": MISSING}
