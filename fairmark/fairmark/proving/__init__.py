"""Proof before students see it: keys are built from answers that ran, and checks are tried out."""
