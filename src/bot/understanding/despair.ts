const DESPAIR = [
  /(不想|不愿意?|不要)(再)?活(了|下去|着)/,
  /活(不下去|够了|着(好|真|太|很)?(没(有)?(意思|意义|劲)|累))/,
  /(想|要|准备|打算)(去)?(自杀|轻生|寻死|寻短见|死了算了|结束(自己的?)?生命|跳楼|跳河|割腕|上吊|了结自己)/,
  /^(我)?(真的?|好|只)?想死了?[。.!！]*$/,
  /(死了算了|不如死了|死了一了百了|没有活下去|唔想生|不想活)/,
  /(don'?t|do not) want to live|kill myself|want to die|end my life|suicid/,
];

/** Whether somebody says that they no longer want to live. "急死了", "烦死了" are not meant. */
export function despairs(normalised: string): boolean {
  return DESPAIR.some((pattern) => pattern.test(normalised));
}
