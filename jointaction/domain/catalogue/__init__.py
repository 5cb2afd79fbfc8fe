"""What every partnership starts from, as data: layouts, status schemes, indicators."""
