"""What a cohort is written as: three tables, each in parts that are there whole or not at all."""
