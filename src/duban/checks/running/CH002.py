"""Every suppression still applies.

Finds: a suppression, in the file beside the report or in a comment of the text, without a finding.
Why: it is a leftover: the words were mended since, and it could hide a fault of a later draft.
Example: 65万吨 was let stand; the draft now says 60万吨, and the entry is still in the file.
Do: remove the entry or the comment; where the words only changed, compare and write them anew.
Silent: when the rule that is suppressed was not run.

———

每一条免报都还用得着。

发现：旁边文件里或正文注释里的一条免报，已没有对应的问题。
为什么：文字已经改过，留着它，以后稿子里的错误会被它盖住。
例子：原来对“65万吨”免报，稿子现已改为60万吨，免报还留在文件里。
怎么办：删去这一条；如只是文字变动，请核对后按新的文字重写。
不报：被免报的规则这次没有运行时。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "suppression-out-of-date"
SEVERITY = Severity.NOTE


def check(report: Report) -> Iterator[Outcome]:
    """Yield nothing: what applies the suppressions reports those without a finding."""
    del report
    return iter(())
