"""Reads the facts of a press text on a provincial meeting: text in, frozen facts out, each with its span and rule.

`extract` of `meetings.extraction.steps` is the whole of it. It needs Python alone. Nothing is imported here: pages and
models need a word or a unit of it, and the patterns of the whole take a second to compile.
"""
