"""What people keep by hand in raw/, one module for each kind of file, and the meeting's folder with its files.

In: the files of raw/. Out: plain objects, and errors that name file, line and field.
Stays out: what replies say (`reading/`), and every judgement.
"""
