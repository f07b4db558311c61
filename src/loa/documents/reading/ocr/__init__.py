"""Reading the letters of scans and photos with Tesseract: an extra that a machine may have or not."""
