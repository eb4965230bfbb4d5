"""How the embedding model that ships inside was made better: `python -m training` goes through the steps (training/README.md)."""
