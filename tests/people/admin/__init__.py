"""The admin of the register."""
