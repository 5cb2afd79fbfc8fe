"""Settings of the test suite: the product's own, with a fixed key and jobs run at once."""
