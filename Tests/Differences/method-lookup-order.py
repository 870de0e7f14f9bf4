# differs: in `object.method(arguments)` the arguments are evaluated before the method is looked up.
# The method and its call are one instruction, which makes calls faster. It shows only where both fail, or where an argument replaces
# the method. Instead: `method = object.method` on a line of its own.
'text'.missing(undefined_name)  # raises: NameError: name 'undefined_name' is not defined
