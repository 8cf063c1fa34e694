"""The Sanctions Explorer: who supplies what to whom, who says so, and what would a sanction change?"""
