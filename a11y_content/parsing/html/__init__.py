"""The HTML door: what a browser would build, cleaned, mended and read into the located tree."""
