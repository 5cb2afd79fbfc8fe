"""Values of sheets in words."""

from datetime import date, datetime, time, timedelta

import pytest

from jointaction.sources.documents.sheet_values import cell_text


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (12.0, "", "12"),
        (0.1 + 0.2, "", "0.3"),
        (1e20, "", "1e+20"),
        (-3.0, "", "-3"),
        (0.155, "0.0%", "15.5%"),
        (0.4, '0%" of all"', "40%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (-1200.0, '"£"#,##0', "-£1,200"),
        (1200.0, "[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", "£1,200.00"),
        (5.0, '0" per 100%"', "500%"),
        (5.0, "[Red]0", "5"),
        (False, "", "FALSE"),
        ("=not a formula", "", "=not a formula"),
        (date(2009, 3, 31), "", "31 March 2009"),
        (datetime.fromisoformat("2009-03-31"), "", "31 March 2009"),
        (datetime.fromisoformat("2009-03-31 14:05"), "", "31 March 2009 14:05"),
        (time(14, 5, 9), "", "14:05:09"),
        (timedelta(hours=30), "", "1 day, 6:00:00"),
    ],
)
def test_a_value_reads_as_in_its_sheet(value, number_format, text):
    assert cell_text(value, number_format) == text
