"""The processes of the product: the command line, the embedded database, web and worker.

Owns how things are started and stopped; holds no business words. May import every room.
"""
