"""Trains, exports and evaluates the bundled translation model; README.md says how."""
