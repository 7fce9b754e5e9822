"""How a sentence is read before it is judged: words, amounts, dates, rhythm, and how it opens."""
