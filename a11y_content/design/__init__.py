"""Design: tokens, themes, contrast maths, the one table of preferences, modes, and the stylesheet made from them."""
