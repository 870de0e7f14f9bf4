#!/usr/bin/env python
# -*- coding: utf-8 -*-
# ---
# rtol: 0.01
# jupyter:
#   kernelspec:
#     name: python3
# ---

import math
#%% A title here [md] key="va lue" list=[1, 2]
# text
#
#no space

"""
not prose
"""
# %%
# %%time
# # %matplotlib inline
# !ls
x = 1  


#> ä

#>
#>  two spaces
# %% [raw]
anything
#> not an output
# %%
print('#> x')
# a comment
#> looks like output
#>---
#> #> x

# %%% deeper [markdown]
"""
Prose in
quotes
"""

# %% last
y
