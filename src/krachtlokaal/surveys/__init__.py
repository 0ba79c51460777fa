"""Questionnaires and their versions, waves, invitations, answers, and an organisation's report.

Answers and who took part are kept apart; figures leave through the disclosure layer alone.
May import topics and what is below it, and analysis.
"""
