"""What can be wrong with a file, in one table: codes, and what we tell its owner.

Every message says what is wrong, where, why it matters and what to do.
Codes are for ever: a retired one is never used again.
"""

from __future__ import annotations

from typing import NamedTuple

from duban.model import UserError


class Fault(NamedTuple):
    """One way in which a file cannot be read.

    Attributes:
        code: `DC` and three digits.
        zh: the message in Chinese, with named places for the facts.
        en: the message in English, with the same places.
    """

    code: str
    zh: str
    en: str

    def error(self, **facts: object) -> UserError:
        """Return the error with its facts filled in, ready to be raised.

        A fact that is a pair is said in Chinese and in English.
        """
        zh, en = ({k: _in(i, v) for k, v in facts.items()} for i in (0, 1))
        return UserError(self.code, zh=self.zh.format(**zh), en=self.en.format(**en))


def _in(language: int, fact: object) -> object:
    return fact[language] if isinstance(fact, tuple) else fact


NOT_FOUND = Fault(
    "DC001",
    zh="找不到文件“{name}”，因此没有读取任何内容。请检查路径和文件名（含扩展名）是否写对。",
    en="There is no file “{name}”, so nothing was read. Check the path and the name.",
)
IS_FOLDER = Fault(
    "DC002",
    zh="“{name}”是文件夹，不是报告文件，无法读取。请给出其中某一个文件的路径。",
    en="“{name}” is a folder, not a report, and cannot be read. Name one of the files in it.",
)
NO_PERMISSION = Fault(
    "DC003",
    zh="没有读取“{name}”的权限，内容未能读入。请修改文件权限，或复制到自己的文件夹后再试。",
    en=(
        "“{name}” may not be read by you, so its text stayed closed. "
        "Change its permissions, or copy it to a folder of your own."
    ),
)
UNREADABLE = Fault(
    "DC004",
    zh="读取“{name}”时出错（{reason}），内容未能读入。请把它复制为本机磁盘上的普通文件后再试。",
    en=(
        "Reading “{name}” failed ({reason}), so there is no text. "
        "Copy it to an ordinary file on a local disk and try again."
    ),
)
TOO_LARGE = Fault(
    "DC005",
    zh=(
        "“{name}”{what}大于 {limit} MB 的上限，为避免占满内存没有读取。"
        "一份报告通常不到 1 MB：请确认没有拿错文件，或压缩其中的图片、按章节拆分后再试。"
    ),
    en=(
        "{what}“{name}” is larger than the limit of {limit} MB and was left alone to spare the "
        "memory. "
        "A report is seldom over 1 MB: check that it is the right file, or shrink its pictures "
        "or split it."
    ),
)
EMPTY = Fault(
    "DC006",
    zh="“{name}”是空的，没有任何文字可读。请检查文件是否保存完整，或重新下载。",
    en="“{name}” is empty: it has no text. Check that it was saved whole, or fetch it again.",
)
BINARY = Fault(
    "DC007",
    zh=(
        "“{name}”含有文本里不会有的控制字符，也不是能识别的文档格式，读出来会是乱码。"
        "若本是文本，请用记事本或 WPS 打开，另存为 UTF-8；"
        "否则请提供 docx、pdf、html、txt、md 文件，或者扫描图片（png、jpg、tif）。"
    ),
    en=(
        "“{name}” has control characters that no text has, nor is it a document of a known kind; "
        "it would give noise. If it is a text, open it in an editor and save it as UTF-8; if not, "
        "give a docx, pdf, html, txt or md file, or a scan (png, jpg, tif)."
    ),
)
UNDECODABLE = Fault(
    "DC008",
    zh=(
        "“{name}”的文字编码无法识别：{where}。硬读会产生错字、错数。"
        "请用记事本或 WPS 打开，确认文字正常后另存为 UTF-8 编码。"
    ),
    en=(
        "The characters of “{name}” cannot be decoded: {where}. Guessing would give wrong words "
        "and numbers. Open it in an editor, see that the text is right, and save it as UTF-8."
    ),
)
UNSUPPORTED = Fault(
    "DC009",
    zh="“{name}”是{kind}，不能直接读取。请先{remedy}，再读取得到的文件。",
    en="“{name}” is {kind}, which cannot be read directly. First {remedy}, then read the result.",
)
OLD_WORD = Fault(
    "DC010",
    zh=(
        "“{name}”是旧版 Word 或 WPS 文字格式（.doc、.wps），不能直接读取。"
        "请用 Word 或 WPS 打开，另存为 .docx 后再试。"
    ),
    en=(
        "“{name}” is in the old format of Word or WPS Writer (.doc, .wps), which cannot be read. "
        "Open it in Word or WPS and save it as .docx."
    ),
)
WORD_ENCRYPTED = Fault(
    "DC011",
    zh="“{name}”设有打开密码，内容已加密，无法读取。请用密码打开并取消密码，保存后再试。",
    en=(
        "“{name}” is encrypted with a password, so its text cannot be read. "
        "Open it with the password, remove the protection, save and try again."
    ),
)
WORD_DAMAGED = Fault(
    "DC012",
    zh=(
        "“{name}”不是完整的 docx 文件（{reason}），正文无法可靠读出。"
        "请重新下载或复制；若 Word、WPS 还能打开，请另存为新的 .docx。"
    ),
    en=(
        "“{name}” is not a whole docx file ({reason}), so its text cannot be relied on. "
        "Fetch it again; if Word or WPS still opens it, save it as a new .docx."
    ),
)
ZIP_BOMB = Fault(
    "DC013",
    zh=(
        "“{name}”解压后大得反常（{reason}），像是压缩炸弹，为保护本机没有展开。"
        "请核实文件来源；若确是报告，请用 Word 或 WPS 另存一份后再试。"
    ),
    en=(
        "“{name}” would unpack to an abnormal size ({reason}), like a zip bomb, and was not "
        "unpacked. Check where it came from; if it is a report, save it anew in Word or WPS."
    ),
)
PDF_ENCRYPTED = Fault(
    "DC014",
    zh="“{name}”设有打开密码，内容已加密，无法读取。请用密码打开，另存为不加密的 PDF 后再试。",
    en=(
        "“{name}” is encrypted with a password, so its text cannot be read. "
        "Open it with the password and save it as a PDF without one."
    ),
)
PDF_DAMAGED = Fault(
    "DC015",
    zh="“{name}”不是完整的 PDF（{reason}），读出的内容会有缺失。请重新下载或复制完整的文件。",
    en="“{name}” is not a whole PDF ({reason}), so parts of it would be missing. Fetch it again.",
)
PDF_NO_PAGES = Fault(
    "DC016",
    zh="“{name}”是没有任何页面的 PDF，没有内容可读。请从原文档重新导出 PDF。",
    en="“{name}” is a PDF without pages: there is nothing to read. Export it again.",
)
IMAGE_DAMAGED = Fault(
    "DC017",
    zh="图片“{name}”已损坏或不完整（{reason}），无法识别文字。请重新扫描或重新下载。",
    en="The picture “{name}” is damaged or cut off ({reason}) and cannot be read. Scan it again.",
)
OCR_MISSING = Fault(
    "DC018",
    zh=(
        "“{name}”{where}是扫描图片，没有文字层，需要文字识别组件才能读取，目前尚未安装。"
        '请运行 pip install "duban[ocr]" 后再试；安装后识别过程不需要联网。'
    ),
    en=(
        "“{name}” has scanned pages without text ({where}); reading them takes the recognition "
        'extra, which is not installed. Run pip install "duban[ocr]"; it then works offline.'
    ),
)
NO_TEXT = Fault(
    "DC019",
    zh=(
        "在“{name}”里没有找到任何文字（{reason}），无法继续。"
        "请确认文件内容；若是扫描件，请提高清晰度（200 dpi 以上）并摆正后重新扫描。"
    ),
    en=(
        "No text was found in “{name}” ({reason}), so there is nothing to go on with. Look at the "
        "file; if it is a scan, scan it again upright and at 200 dpi or more."
    ),
)
NOT_A_REPORT = Fault(
    "DC020",
    zh=(
        "“{name}”看起来不是政府工作报告：没有找到工作回顾、目标或工作安排的内容，"
        "硬读得到的台账没有意义。请确认没有拿错文件。"
    ),
    en=(
        "“{name}” does not look like a government work report: it has no review, objectives or "
        "plan, and a ledger of it would mean nothing. Check that it is the right file."
    ),
)
IMAGE_TOO_LARGE = Fault(
    "DC021",
    zh=(
        "图片“{name}”有 {pixels} 万像素，超过 {limit} 万像素的上限，为避免占满内存没有读取。"
        "请按 A4 纸 200 至 300 dpi 重新导出，或按页拆分。"
    ),
    en=(
        "The picture “{name}” has {pixels}0,000 pixels, over the limit of {limit}0,000, and was "
        "left alone to spare the memory. Export it at 200 to 300 dpi of A4, or split it by pages."
    ),
)

FAULTS = (
    NOT_FOUND,
    IS_FOLDER,
    NO_PERMISSION,
    UNREADABLE,
    TOO_LARGE,
    EMPTY,
    BINARY,
    UNDECODABLE,
    UNSUPPORTED,
    OLD_WORD,
    WORD_ENCRYPTED,
    WORD_DAMAGED,
    ZIP_BOMB,
    PDF_ENCRYPTED,
    PDF_DAMAGED,
    PDF_NO_PAGES,
    IMAGE_DAMAGED,
    OCR_MISSING,
    NO_TEXT,
    NOT_A_REPORT,
    IMAGE_TOO_LARGE,
)


def not_a_report(name: str) -> UserError:
    """Return the error for a file that was read but holds no government work report."""
    return NOT_A_REPORT.error(name=name)
