"""A cohort on an engine: one pure function, and what calls it on Ray, Spark and Dask."""
