"""Gửi và phát: orders with their honest states, tries, receipts and proofs."""
