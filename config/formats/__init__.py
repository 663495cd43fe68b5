"""How dates and numbers are written, where Django's own locale files disagree with Vietnamese usage."""
