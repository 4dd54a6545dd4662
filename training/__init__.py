"""The recipe that makes the bundled pipeline: treebank, bullets, train, evaluate, export."""
