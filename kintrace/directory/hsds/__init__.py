"""Our listings in the shape of Open Referral's Human Services Data Specification 3.0, and back.

A file is a list of whole services, each with its organisation and the places where it is given.
What HSDS has no column for stands in attributes, as it asks: the kind of help, words in other
languages, when and whether a place was confirmed.
"""
