import pytest

from jointaction.sources.documents.names import codes, names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police, Council", ("Police", "Council")),
        ("Police; Council / Rangers", ("Police", "Council", "Rangers")),
        ("Police\nCouncil", ("Police", "Council")),
        ("Safety Coordinator, (NMC)", ("Safety Coordinator, (NMC)",)),
        (
            "Team Manager, (NMC) Police Inspectors/ Sergeants",
            ("Team Manager, (NMC)", "Police Inspectors/ Sergeants"),
        ),
        ("Police Police", ("Police",)),
        ("Police , Council,", ("Police", "Council")),
        ("N/A", ()),
        ("", ()),
        ("A&D group, a&d Group", ("A&D group",)),
    ],
)
def test_names_are_cut_at_commas_and_line_ends(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("S-A1.5, NI17", ("S-A1.5", "NI17")),
        ("NI 32 NI17", ("NI 32", "NI17")),
        ("NI16\nNI16", ("NI16",)),
        ("Local indicator of calm", ("Local indicator of calm",)),
        ("n/a", ()),
    ],
)
def test_codes_are_cut_with_and_without_commas(text, found):
    assert codes(text) == found
