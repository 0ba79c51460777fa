"""One module per command: `add_arguments(parser)` and `run(options)`.

`run` returns what is printed as JSON, or raises `reading.Unusable` with a sentence per fault.
A command imports numpy and scipy where it needs them, so that it starts fast.
"""
