"""What the coach keeps."""
