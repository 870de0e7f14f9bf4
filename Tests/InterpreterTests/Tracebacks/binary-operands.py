x = 10
y = "text"
z = (x + 5) * (y - 2)
