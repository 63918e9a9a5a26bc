"""Of which indicators growth can be set against levels.

To be replaced by `reference/price_basis.yaml`, which says the same of more indicators.
"""

from __future__ import annotations

import re

# Growth of these is published at constant prices.
_CONSTANT = re.compile(
    r"(?:生产总值|GDP|增加值|总产值|国民收入|国民总收入|生产率|业务总量|经济总?量?|经济)(?:总量|总额|规模|水平)?$"
)
# Growth of these is published on the scope of now, or both ways; levels stay as they were.
_COMPARABLE = re.compile(
    r"(?:投资|零售总?额|销售额|利润|营业收入|预算收入|财政收入|税收|可支配收入|纯收入|居民收入|人均收入"
    r"|支出|消费|工资|收入水平)(?:总量|总额|规模|水平)?$"
)


def at_constant_prices(indicator: str) -> bool:
    """Say whether an indicator's growth is never to be compared with its levels."""
    return bool(_CONSTANT.search(indicator))


def may_be_restated(indicator: str) -> bool:
    """Say whether levels and growth may differ and both be right."""
    return bool(_COMPARABLE.search(indicator))
