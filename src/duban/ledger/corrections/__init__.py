"""A person's corrections: `<report>.corrections.yml` beside a report, each with a reason.

```yaml
- action: change          # add, change or drop
  type: figure            # figure (if left out), target or commitment
  text: 46.08亿元          # the entry's characters; or start: 110 and end: 117
  sentence: 预算收入46.08   # any passage around it, where the same characters occur twice
  occurrence: 1           # or its number among them
  set:
    indicator: 地方一般公共预算收入
  reason: 与决算报表口径一致
```
"""

from duban.ledger.corrections.applying import apply
from duban.ledger.corrections.file import Corrections, Edit, find, load

__all__ = ["Corrections", "Edit", "apply", "find", "load"]
