"""The demo organization, Kestrel Bikes: what it is, and how it comes to be."""
