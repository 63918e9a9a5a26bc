"""Places by their names."""

from __future__ import annotations

import re

import pytest

from duban.reference.regions import Region, find_region, place_names, regions


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("青海省", "630000"),
        ("海东市", "630200"),
        ("海东", "630200"),
        ("内蒙古", "150000"),
        ("宁夏回族自治区", "640000"),
        ("香港", "810000"),
        ("民和回族土族自治县", "630222"),
        ("民和", "630222"),
        ("民和县", "630222"),
        ("凉山州", "513400"),
        ("黔东南", "522600"),
        ("鄂伦春", "150723"),
        ("东乡族自治县", "622926"),
        ("济源市", "419001"),
        ("浦东新区", "310115"),
        ("上海市浦东新区", "310115"),
        ("浙江省杭州市西湖区", "330106"),
        ("南京市鼓楼区", "320106"),
        ("全国", "100000"),
    ],
)
def test_find(name: str, code: str) -> None:
    found = find_region(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "code", "until"),
    [("襄樊市", "420600", 2010), ("绍兴县", "330621", 2013), ("海东地区", "632100", 2013)],
)
def test_former_names(name: str, code: str, until: int) -> None:
    assert find_region(name) == Region(code, name, until)


def test_higher_level_goes_first() -> None:
    assert find_region("吉林") == Region("220000", "吉林省")
    assert find_region("朝阳") == Region("211300", "朝阳市")


@pytest.mark.parametrize("name", ["云山市", "鼓楼区", "西湖区", "郊区", "省", "", "全国人民"])
def test_unknown_or_shared(name: str) -> None:
    assert find_region(name) is None


def test_within_tells_shared_names_apart() -> None:
    assert find_region("鼓楼区", find_region("南京市")) == Region("320106", "鼓楼区")
    assert find_region("鼓楼区", find_region("福建省")) == Region("350102", "鼓楼区")
    assert find_region("鼓楼区", find_region("青海省")) is None


@pytest.mark.parametrize(
    ("name", "level"),
    [("全国", "nation"), ("青海省", "province"), ("海东市", "prefecture"), ("民和", "county")],
)
def test_levels(name: str, level: str) -> None:
    found = find_region(name)
    assert found is not None
    assert found.level == level


def test_is_within() -> None:
    nation, province, prefecture, county = (
        found
        for name in ("全国", "青海省", "海东市", "民和")
        if (found := find_region(name)) is not None
    )
    assert county.is_within(prefecture)
    assert county.is_within(province)
    assert prefecture.is_within(nation)
    assert prefecture.is_within(prefecture)
    assert not prefecture.is_within(county)
    assert not county.is_within(Region("630100", "西宁市"))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("青海省", "青海"),
        ("广西壮族自治区", "广西"),
        ("湘西土家族苗族自治州", "湘西"),
        ("巴里坤哈萨克自治县", "巴里坤"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("阿鲁科尔沁旗", "阿鲁科尔沁"),
        ("神农架林区", "神农架"),
        ("通县", "通县"),
        ("郊区", "郊区"),
    ],
)
def test_short_name(name: str, short: str) -> None:
    assert Region("000000", name).short_name == short


def test_place_names() -> None:
    names = place_names()
    assert {"青海省", "青海", "海东", "民和", "民和回族土族自治县"} <= names
    assert names.isdisjoint({"全国", "郊区", "城区", "襄樊市"})
    assert all(len(name) > 1 for name in names)


def test_place_names_within() -> None:
    names = place_names(find_region("海东市"))
    assert {"海东", "乐都", "平安", "民和", "循化撒拉族自治县"} <= names
    assert "西宁" not in names


def test_data_is_whole() -> None:
    rows = regions()
    assert [r.code for r in rows] == sorted(r.code for r in rows)
    assert all(re.fullmatch("[1-9][0-9]{5}", r.code) for r in rows)
    today = [r for r in rows if r.until is None]
    assert len({r.code for r in today}) == len(today)
    provinces = {r.code[:2] for r in today if r.level == "province"}
    assert len(provinces) == 34
    assert {r.code[:2] for r in today if r.level != "nation"} == provinces
    assert len(today) > 3000
