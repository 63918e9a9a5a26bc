"""Why the system refused to read or write a file, in the reader's language."""

from __future__ import annotations

import errno
import os

_CHINESE = {
    errno.EACCES: "没有权限",
    errno.EPERM: "系统不允许",
    errno.ENOENT: "路径不存在",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EISDIR: "是文件夹",
    errno.EROFS: "所在磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出磁盘配额",
    errno.EFBIG: "文件太大",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EBUSY: "正被别的程序占用",
    errno.ETXTBSY: "正被别的程序占用",
    errno.EIO: "磁盘读写故障",
    errno.ESTALE: "网络磁盘已断开",
    errno.EHOSTDOWN: "网络磁盘已断开",
    errno.ETIMEDOUT: "网络磁盘没有回应",
    errno.ENXIO: "设备不存在",
    errno.ENODEV: "设备不存在",
    errno.EBADF: "已经关闭",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ENOMEM: "内存不足",
    errno.EINVAL: "名称或位置无效",
}


def reason(error: OSError) -> tuple[str, str]:
    """Return what `error` means in Chinese and in English, without numbers and paths.

    >>> reason(OSError(28, "No space left on device"))
    ('磁盘已满', 'No space left on device')
    """
    number = error.errno or 0
    unknown = f"系统错误 {number}" if number else "系统错误"
    english = os.strerror(number) if number else str(error) or "system error"
    return _CHINESE.get(number, unknown), english


def why(error: Exception) -> tuple[str, str]:
    r"""Return what any failure to read a text file means in Chinese and in English.

    >>> why(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"))
    ('不是 UTF-8 编码', 'not UTF-8')
    """
    if isinstance(error, OSError):
        return reason(error)
    if isinstance(error, UnicodeDecodeError):
        return "不是 UTF-8 编码", "not UTF-8"
    return str(error), str(error)
