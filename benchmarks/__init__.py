"""What is timed, against what. `make bench` prints every figure as a ratio."""
