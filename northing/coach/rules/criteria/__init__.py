"""One file a criterion: a case in, one finding out."""
