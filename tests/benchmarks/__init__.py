"""Benchmarks: each module `bench_NAME.py` here has `run()`, which gives its measures.

`python run.py bench [NAME]` runs them and prints each figure beside its goal.
"""
