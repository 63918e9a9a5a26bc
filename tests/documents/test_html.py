"""Pages as government sites print them, all invented."""

from __future__ import annotations

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duban.documents import html
from duban.model import UserError

TITLE = "云山市人民政府工作报告"
HEADINGS = ["一、2024年工作回顾", "二、2025年工作总体要求", "三、2025年重点工作"]
SENTENCE = "云山市完成投资40.4亿元，增长2.6%；新建改造农村公路590公里，惠及群众3.2万人。"
# The report as people see it, in any number of paragraphs.
REPORT = [line for h in HEADINGS for line in (h, "（一）" + SENTENCE, "（二）" + SENTENCE)]

NAVIGATION = "".join(
    f"<li><a href='/{i}'>{word}</a></li>"
    for i, word in enumerate(["首页", "政务公开", "政务服务", "互动交流", "走进云山"])
)
FOOT = """<div class="footer"><p>主办：云山市人民政府办公室　承办：云山市大数据局</p>
<p>地址：云山市人民路1号　邮编：000000　电话：0000-0000000，欢迎您提出宝贵意见，感谢支持。</p>
<p>网站标识码：0000000001　<a href="#">某ICP备00000001号</a>　<a href="#">某公网安备 01号</a></p>
<p>版权所有：云山市人民政府　技术支持：云山数据公司</p></div>"""
RELATED = """<div class="related"><h3>相关链接</h3><ul>
<li><a href="a">图解：云山市政府工作报告</a></li>
<li><a href="b">关于2024年预算执行情况的报告，请阅读</a></li></ul></div>"""
SHARE = '<div class="share"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div>'


def page(body: str, head: str = "", charset: str = "utf-8") -> bytes:
    text = (
        f"<!DOCTYPE html><html><head><meta charset='{charset}'>"
        f"<title>{TITLE}_政府工作报告_云山市人民政府</title>{head}</head><body>{body}</body></html>"
    )
    return text.encode("gb18030" if charset.startswith("gb") else charset)


def texts(data: bytes) -> list[str]:
    content = html.read(data, "a.html")
    return [p.span.of(content.text) for p in content.paragraphs]


def test_a_page_of_today() -> None:
    body = f"""
    <script>var a = "脚本，内容。";</script><style>.x{{}}</style>
    <div class="top"><a href="#">无障碍阅读</a><a>登录</a><a>注册</a></div>
    <div class="nav"><ul>{NAVIGATION}</ul></div>
    <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/b">政务公开</a></div>
    <div class="main"><h1>{TITLE}</h1>
    <div class="info"><span>发布时间：2025-01-20 09:30</span> <span>来源：云山日报</span>
      <span>浏览次数：<b>1234</b></span> <span>字号：[<a>大</a> <a>中</a> <a>小</a>]</span>
      <span><a href="javascript:window.print()">打印</a></span>
      <span><a href="#">关闭</a></span></div>
    <div id="UCAP-CONTENT">{"".join(f'<p style="text-indent:2em">{t}</p>' for t in REPORT)}</div>
    <div class="editor">责任编辑：张某</div>{SHARE}</div>{RELATED}{FOOT}"""

    assert texts(page(body)) == [TITLE, "发布时间：2025-01-20 09:30 来源：云山日报", *REPORT]


def test_a_page_laid_out_in_tables_with_line_breaks() -> None:
    text = "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{t}" for t in REPORT)
    body = f"""<table><tr><td><img src=a.gif></td></tr><tr><td>{NAVIGATION}</td></tr></table>
    <table><tr><td width=200><table><tr><td>栏目导航</td></tr>
    <tr><td><a href=1>领导之窗</a></td></tr>
    </table></td><td><table><tr><td align=center><font size=5>{TITLE}</font></td></tr>
    <tr><td>发布日期：2008-02-15　来源：政府办　【字体：大 中 小】</td></tr>
    <tr><td><font size=3>{text}</font></td></tr><tr><td>【打印本页】【关闭窗口】</td></tr></table>
    </td></tr></table><table><tr><td>版权所有 云山市人民政府 某ICP备05000001号</td></tr></table>"""

    assert texts(page(body, charset="gb2312")) == [
        TITLE,
        "发布日期：2008-02-15　来源：政府办",
        *REPORT,
    ]


def test_headings_tables_and_the_masthead_above_the_text_are_kept() -> None:
    table = (
        "<table><tr><th>指标</th><th>单位</th><th>目标</th></tr>"
        "<tr><td><p>粮食产量</p></td><td>万吨</td><td>56.7</td></tr></table>"
    )
    text = "".join(f"<h2>{t}</h2>" if t in HEADINGS else f"<p>{t}</p>" for t in REPORT)
    body = f"""<header><ul>{NAVIGATION}</ul></header><div class="left"><h2>{TITLE}</h2>
    <p>——2025年1月8日在云山市第五届人民代表大会第四次会议上</p><p>云山市人民政府市长　李某某</p>
    <div class="TRS_Editor">{text}{table}</div><p>附件：<a href="x.doc">1. 名词解释.doc</a></p>
    <p>扫一扫在手机打开当前页</p><p>上一篇：<a href="q">云山市2024年政府工作报告</a></p>
    <p>下一篇：没有了</p></div>{FOOT}"""
    content = html.read(page(body), "a.html")

    assert texts(page(body)) == [
        TITLE,
        "——2025年1月8日在云山市第五届人民代表大会第四次会议上",
        "云山市人民政府市长　李某某",
        *REPORT,
        "指标\t单位\t目标",
        "粮食产量\t万吨\t56.7",
    ]
    assert [p.style for p in content.paragraphs[2:5]] == ["", "h2", ""]


def test_words_of_furniture_inside_the_report_stay() -> None:
    inside = "推广3D打印　主办：云山市博览会"
    body = f"<div><p>{SENTENCE}</p><p>{inside}</p><p>{SENTENCE}</p><p>责任编辑：张某</p></div>"

    assert texts(page(body)) == [SENTENCE, inside, SENTENCE]


def test_what_the_page_hides_is_not_read() -> None:
    hidden = "隐藏的文字，不应出现。"
    body = (
        f"<div style='display: none'>{hidden}</div><p hidden>{hidden}</p>"
        f"<div><p>{SENTENCE}</p><noscript>{hidden}</noscript><p>{SENTENCE * 3}</p></div>"
    )

    assert texts(page(body)) == [SENTENCE, SENTENCE * 3]


def test_a_text_that_a_script_would_unhide_is_read() -> None:
    assert texts(page(f"<div id=content style='display:none'><p>{SENTENCE}</p></div>")) == [
        SENTENCE
    ]


def test_a_title_that_the_page_does_not_declare_is_kept() -> None:
    body = (
        f"<div>{NAVIGATION}</div><div class=bt>在人代会上的报告</div><div>（摘要）</div>"
        f"<div class=nr><p>{SENTENCE}</p><p>{SENTENCE * 4}</p></div>"
    )

    assert texts(page(body)) == ["在人代会上的报告", "（摘要）", SENTENCE, SENTENCE * 4]


def test_a_closing_and_a_table_below_the_text_are_kept() -> None:
    table = "<table><tr><td>粮食</td><td>57万吨</td></tr></table>"
    body = (
        f"<div class=nr><p>{SENTENCE}</p><p>{SENTENCE}</p></div><div>谢谢大家！</div>{table}"
        "<div>热点专题</div><ul><li><a href=z>为民实事</a></li></ul><p>承办：云山市大数据局</p>"
    )

    assert texts(page(body)) == [SENTENCE, SENTENCE, "谢谢大家！", "粮食\t57万吨"]


@given(st.lists(st.text("全市增长，。5%", min_size=1), min_size=1), st.data())
@settings(deadline=None)
def test_no_text_is_doubled_or_lost(paragraphs: list[str], data: st.DataObject) -> None:
    shapes = st.sampled_from(
        ["<p>{}</p>", "<div><span>{}</span></div>", "{}<br>", "<h3>{}</h3>", "<ul><li>{}</ul>",
         "<table><tr><td>{}</td></tr></table>", "<p><b>{}</b></p>\n", "<div><p>{}</p></div>"]
    )  # fmt: skip
    body = "".join(data.draw(shapes).format(text) for text in paragraphs)

    assert texts(page(f"<div>{body}</div>")) == paragraphs


def test_the_title_is_not_doubled() -> None:
    body = f"<h1>{TITLE}</h1><div><p>{TITLE}</p><p>{SENTENCE}</p><p>{SENTENCE}</p></div>"

    assert texts(page(body)) == [TITLE, SENTENCE, SENTENCE]


def test_lines_wrapped_in_the_source_are_one_line() -> None:
    body = "<p>\n    全市完成\n    投资40.4亿元，\n增长2.6%。\n</p><p>Belt\nand Road，共建。</p>"

    assert texts(page(body)) == ["全市完成投资40.4亿元，增长2.6%。", "Belt and Road，共建。"]


def test_comments_and_tails_lose_no_text() -> None:
    body = "<p>甲<!-- 注 -->乙<script>x</script>丙<b>丁</b>戊，完。</p>己<br>庚"

    assert texts(page(body)) == ["甲乙丙丁戊，完。", "己", "庚"]


def test_preformatted_lines_stay_lines() -> None:
    assert texts(page("<pre>第一行，\n第二行。\n</pre>")) == ["第一行，", "第二行。"]


def test_places_that_word_marks_are_no_links() -> None:
    body = "<p class=MsoNormal><a name='_Toc1'>一、工作回顾</a></p><p>全市增长，平稳。</p>"

    assert texts(page(body)) == ["一、工作回顾", "全市增长，平稳。"]


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "gb18030", "utf-8"])
def test_the_declared_encoding_is_found(charset: str) -> None:
    content = html.read(page(f"<p>{SENTENCE}</p>", charset=charset), "a.html")

    assert content.encoding == ("utf-8" if charset == "utf-8" else "gb18030")


def test_a_wrong_declaration_does_not_count() -> None:
    declared_wrong = page(f"<p>{SENTENCE}</p>").replace(b"utf-8", b"gb2312")

    assert texts(declared_wrong) == [SENTENCE]


def test_one_broken_byte_does_not_lose_the_page() -> None:
    data = page(f"<p>{SENTENCE * 40}</p><p>坏字：X，完。</p>").replace(b"X", b"\xff")

    assert texts(data) == [SENTENCE * 40, "坏字：\ufffd，完。"]


def test_a_web_archive_is_opened() -> None:
    archive = MIMEMultipart("related")
    archive.attach(MIMEText(page(f"<p>{SENTENCE}</p>").decode(), "html", "utf-8"))

    assert texts(archive.as_bytes()) == [SENTENCE]


@pytest.mark.parametrize("body", ["", "<script>load()</script>", "<!-- 空 -->"])
def test_a_page_without_text(body: str) -> None:
    with pytest.raises(UserError) as caught:
        html.read(page(body), "a.html")

    assert caught.value.code == "DC019"


def test_too_deep_a_page_is_refused_instead_of_half_read() -> None:
    with pytest.raises(UserError) as caught:
        html.read(page("<div>层，" * 5000), "a.html")

    assert caught.value.code == "DC019"


@pytest.mark.parametrize(
    "unit", ["字，数。", " \n", "<a href=x>首页</a> ", "<input>字", "<p>字，", "<td>字，", "<"]
)
def test_a_large_page_takes_time_in_proportion(unit: str) -> None:
    data = page("<p>甲，乙。</p>" + unit * (1_000_000 // len(unit)))
    start = process_time()
    html.read(data, "a.html")

    assert process_time() - start < 15
