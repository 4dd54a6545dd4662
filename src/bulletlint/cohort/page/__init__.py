"""The pages of a cohort: one for everybody, a list for each advisor, a hand-out for each person; without script."""
