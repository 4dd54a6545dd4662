"""Trains the evidence reader: a small network that says what a bullet proves, from labelled bullets."""
