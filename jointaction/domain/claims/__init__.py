"""What updates claim: the figures they state, and the questions a careful colleague would ask about them."""
