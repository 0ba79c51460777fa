"""An organisation list on its way into the register, and out again.

`uploads` takes a list in, `mapping` says what its columns hold, `checking` decides what would
happen with each row, `choices` lets people decide otherwise, `writing` carries it out, `undoing`
takes it back. The register itself is written by the last two alone.
"""
