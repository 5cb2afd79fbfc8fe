from jointaction.domain.fields import Field
from jointaction.sources.documents.knownnames import known_names
from jointaction.sources.documents.outline import Section
from tests.sources.documents.stage_values import columns, strip


def test_names_are_learned_from_whole_rows_only():
    own = columns(Field.REF, Field.LEAD_AGENCY, Field.LEAD_GROUP)
    rows = strip(("1", "Police, Council", "N/A"), ("2", "Rangers", "Park Group"), ("Market Group", "Police"))

    found = known_names([Section(0, None, None, own, strips=[rows])])

    assert found[Field.LEAD_AGENCY] == {"police", "council", "rangers"}
    assert found[Field.LEAD_GROUP] == {"park group"}
