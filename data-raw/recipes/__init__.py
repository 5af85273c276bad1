"""Code that derives: one module per publisher or subject, one function per table.

A recipe takes `builder.inputs.Inputs` and the table's descriptor and returns a DataFrame. A table
that is a CSV file as it stands needs none.
"""
