"""The typed content model: documents, blocks, inlines, and the untyped located tree that they are built from."""
