"""Makes the weights of the choice between the wordings of a blank."""
