"""What can be wrong with the files that steer a check, each with its code and what to do."""

from __future__ import annotations

from duban.model import UserError

# Chinese and English.
Pair = tuple[str, str]


def settings_unreadable(name: str, detail: Pair) -> UserError:
    """CF001: the settings cannot be opened, or are no TOML in UTF-8."""
    return UserError(
        "CF001",
        zh=f"设置文件 {name} 读不出来（{detail[0]}），不知道该查什么，因此没有检查。"
        "请按 TOML 书写、存为 UTF-8。",
        en=f"The settings {name} cannot be read ({detail[1]}); what to check would be a guess, so "
        "nothing was checked. Write TOML in UTF-8.",
    )


def settings_wrong(name: str, detail: Pair) -> UserError:
    """CF002: the settings have an unknown key or a wrong value."""
    return UserError(
        "CF002",
        zh=f"设置文件 {name}：{detail[0]}。看不懂的设置不能猜着用，请对照 docs/checks.md 改正。",
        en=f"The settings {name}: {detail[1]}. They are not guessed at; mend them as "
        "docs/checks.md says.",
    )


def settings_code(name: str, code: str) -> UserError:
    """CF003: the settings name a rule that does not exist."""
    return UserError(
        "CF003",
        zh=f"设置文件 {name}：没有以 {code!r} 开头的规则，写了也不起作用。"
        "请用 duban rule 查看规则代码。",
        en=f"The settings {name}: no rule begins with {code!r}, so it would do nothing. "
        "See duban rule for the codes.",
    )


def suppressions_unreadable(name: str, detail: Pair) -> UserError:
    """SP001: the suppressions cannot be opened, or are no YAML list in UTF-8."""
    return UserError(
        "SP001",
        zh=f"免报文件 {name} 读不出来（{detail[0]}），不知道哪些问题可以不报，因此没有检查。"
        "请按 YAML 列表书写、存为 UTF-8。",
        en=f"The suppressions {name} cannot be read ({detail[1]}); what may stand would be a "
        "guess, so nothing was checked. Write a YAML list in UTF-8.",
    )


def suppression_wrong(place: Pair, detail: Pair) -> UserError:
    """SP002: a suppression has unknown keys, wrong values, or lacks one that it needs."""
    return UserError(
        "SP002",
        zh=f"{place[0]}：{detail[0]}。看不懂的免报不能猜着用，请改正后重试。",
        en=f"{place[1]}: {detail[1]}. A suppression that is not understood is not guessed at; "
        "mend it.",
    )


def suppression_without_reason(place: Pair) -> UserError:
    """SP003: a suppression gives no reason."""
    return UserError(
        "SP003",
        zh=f"{place[0]}没有写理由。不报的问题都要说得出依据，请加上一句话的理由。",
        en=f"{place[1]} gives no reason. Whoever signs the report must learn why a finding may "
        "stand: add one sentence.",
    )


def suppression_code(place: Pair, code: str) -> UserError:
    """SP004: a suppression names a rule that does not exist."""
    return UserError(
        "SP004",
        zh=f"{place[0]}：没有以 {code!r} 开头的规则，写了也不起作用。"
        "请用 duban rule 查看规则代码。",
        en=f"{place[1]}: no rule begins with {code!r}, so it would do nothing. See duban rule for "
        "the codes.",
    )


def baseline_unreadable(name: str, detail: Pair) -> UserError:
    """BL001: the baseline cannot be opened, or was not written by `--write-baseline`."""
    return UserError(
        "BL001",
        zh=f"基线文件 {name} 读不出来（{detail[0]}），分不清新旧问题，因此没有检查。"
        "请用 duban check 报告 --write-baseline 重新生成。",
        en=f"The baseline {name} cannot be read ({detail[1]}); old findings could not be told "
        "from new ones, so nothing was checked. Write it again with duban check REPORT "
        "--write-baseline.",
    )


def baseline_newer(name: str, version: int) -> UserError:
    """BL002: a later duban wrote the baseline."""
    return UserError(
        "BL002",
        zh=f"基线文件 {name} 的版本是 {version}，由更新的 duban 写出，读下去会读错。"
        "请升级 duban，或重新生成基线。",
        en=f"The baseline {name} has version {version}, which a later duban wrote. Upgrade duban, "
        "or write the baseline again.",
    )


def not_word(name: str) -> UserError:
    """AN001: comments can only be written into a docx."""
    return UserError(
        "AN001",
        zh=f"“{name}”不是 docx，批注没有地方写。"
        "请用 docx 原稿，或用 --format html 输出带批注的网页。",
        en=f"“{name}” is no docx and cannot hold comments. Give the docx, or write a page with "
        "the notes beside the text by --format html.",
    )
