"""Every rule finishes.

Finds: a rule that broke off with an error of its own, on this report.
Why: what that rule would have tested is untested; the other rules are not affected.
Example: a rule of a third party cannot read a ratio without digits and stops.
Do: report it with the sentence that it broke on to those who maintain the rule.
Silent: when all rules finish.

———

每条规则都跑完。

发现：某条规则在这份报告上中途出错。
为什么：它本应核对的关系没有核对；其余规则不受影响。
例子：第三方的一条规则读不懂没有数字的比例，停了下来。
怎么办：请连同出错的句子告诉规则的维护者。
不报：全部规则都跑完时。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "rule-crashed"
SEVERITY = Severity.WARNING


def check(report: Report) -> Iterator[Outcome]:
    """Yield nothing: the runner itself reports a crash under this code."""
    del report
    return iter(())
