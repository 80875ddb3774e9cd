"""The sample gazette."""
