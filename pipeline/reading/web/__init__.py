"""Web pages and messages written like them become blocks. Stays out: files (`formats/web_page.py`) and meaning."""
