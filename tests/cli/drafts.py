"""A report that does not hold together, and one that does."""

from __future__ import annotations

REPORT = """云山县人民政府工作报告
——2025年1月10日在云山县第十八届人民代表大会第四次会议上

各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
全县粮食播种面积200万亩，单产300公斤/亩，总产量65万吨。
二、2025年工作安排
油菜播种面积20万亩，单产200公斤/亩，总产量4万吨。
"""
CLEAN = REPORT.replace("65万吨", "60万吨")
