"""Hostile submissions: what each tries, in the words of the person who would write it."""
