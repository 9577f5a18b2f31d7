"""Letters and lines on the pages of a PDF become blocks. Stays out: opening files (`formats/pdf.py`) and meaning."""
