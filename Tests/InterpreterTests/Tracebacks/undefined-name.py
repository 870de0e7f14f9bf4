value = 5
def show():
    print(vale)
show()
