import sys
print(sys.argv)
#> not recorded

