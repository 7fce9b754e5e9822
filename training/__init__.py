"""How the coach's word models are made: labelled statements, a fit, and a test set kept apart."""
