# differs: `match`, `async` and `await` are refused by name.
# Lectures do not use them. Instead: `if … elif … else` and dictionaries.
try:
    exec('match 5:\n    case 5: pass')
except SyntaxError as e:
    print(e.msg)
try:
    exec('async def f(): pass')
except SyntaxError as e:
    print(e.msg)
# expect:
# 'match' is not supported
# 'async' is not supported
