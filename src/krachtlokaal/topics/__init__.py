"""The field's vocabulary: themes, V.O.S., basisfuncties, target groups; and the table of offers.

Rooms above publish what they offer here; rooms that advise read it here.
May import register and what is below it.
"""
