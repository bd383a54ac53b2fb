"""claimtrack: who said what, when and for which side; where the sides agree, diverge or stay silent."""
