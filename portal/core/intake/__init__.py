"""One way in for files from outside: receive, read apart, keep, preview, confirm.

`refusals`: why a file is not taken, in words that say what to do. `apart`: reading in a program of its
own that can be stopped. `parcels`: what waits between preview and confirmation. `screens`: the steps that
a person takes. See docs/decisions/0025-one-intake.md.
"""
