/** Short names of the 34 first-level divisions of China (GB/T 2260), longest first. */
const SHORT = [
  '内蒙古',
  '黑龙江',
  '北京',
  '天津',
  '河北',
  '山西',
  '辽宁',
  '吉林',
  '上海',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '广西',
  '海南',
  '重庆',
  '四川',
  '贵州',
  '云南',
  '西藏',
  '陕西',
  '甘肃',
  '青海',
  '宁夏',
  '新疆',
  '香港',
  '澳门',
  '台湾',
] as const;

/** The one province that a normalised message names; undefined for none, or for several. */
export function provinceIn(normalised: string): string | undefined {
  const named = SHORT.filter((name) => normalised.includes(name));
  return named.length === 1 ? named[0] : undefined;
}
