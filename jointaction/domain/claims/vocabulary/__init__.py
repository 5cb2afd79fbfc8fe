"""The words the claims reader goes by: change a list here, not the reader."""
