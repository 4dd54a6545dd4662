"""What a cohort comes to: shares with their intervals, by group, and never of fewer than five people."""
