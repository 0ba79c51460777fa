"""Tables for networking: who seeks meets who offers, in some rounds, at full tables."""
