const PLACES = '(省份?|地区|地方|城市|省市|自治区|直辖市)';
const ASKS = new RegExp(
  `(哪些|哪几个|哪几|哪个|有哪|多少个?|几个|所有|全部|列出|列一下|列举|名单).{0,6}${PLACES}|${PLACES}.{0,8}(有哪些|哪些|名单|列表|列一下|列出来|都列|清单)|(which|what) provinces`,
);
/** After the rule was the matter, fewer words do. */
const ASKS_AGAIN =
  /(一共|总共|到底|都有|分别)(是)?(几|多少|哪)|(18|19|十八|十九)(个|处)|(几|多少)个(省|地方)?|写了?(两|2)(遍|次)|重复|名单|列(出来|一下|全)/;
const DOUBLING = /(两遍|两次|2遍|2次|重复|写重|19|十九)/;

/** Whether a normalised message asks which provinces have the rule. `again`: it was the matter just now. */
export function asksForProvinces(normalised: string, again: boolean): boolean {
  return ASKS.test(normalised) || (again && ASKS_AGAIN.test(normalised));
}

/** Whether it asks why one stands there twice. */
export function asksOfDoubling(normalised: string): boolean {
  return DOUBLING.test(normalised);
}
