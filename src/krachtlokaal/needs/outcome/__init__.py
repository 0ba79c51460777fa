"""What a needs survey found, as it may leave: estimates, and what of them stays in. No Django.

`model` is what others read; `engine` makes it from respondents and the population.
"""
