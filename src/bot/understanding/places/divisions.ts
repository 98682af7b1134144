import { areaList } from '@vant/area-data';
import { provinceByCode } from '../../../diagnostics/provinces/names.ts';

export type Level = 'province' | 'city' | 'county' | 'town';

/** An administrative division of the package: GB/T 2260, and below the counties what the package adds. */
export interface Division {
  readonly name: string;
  /** Names without the suffix: 海淀, and 海南州 for 海南藏族自治州. */
  readonly short: readonly string[];
  readonly level: Level;
  /** Short name. */
  readonly province: string;
}

const PEOPLES =
  '土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|哈萨克|柯尔克孜|朝鲜|满|达斡尔|畲|瑶|各|仫佬|毛南|黎|仡佬|水|纳西|拉祜|佤|布朗|独龙|怒|普米|裕固|保安|东乡|撒拉|土|锡伯|塔吉克';
const AUTONOMOUS = new RegExp(`^(.{2,8}?)(?:(?:${PEOPLES})族?)+自治([州县旗])$`, 'u');
const PROVINCE = /(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/u;
const SUFFIX = {
  province: PROVINCE,
  city: /(?:市|盟|地区)$/u,
  county: /(?:新区|林区|特区|市|区|县|旗)$/u,
  town: /$^/u,
} as const;
/** A second-level entry of the list that only holds counties: 省直辖县. */
const HOLDER = /^(?:省直辖县|县|自治区直辖县级行政区划)$/u;
const TOWN = /(?:镇|乡|街道)$/u;
/** Taiwan, Hong Kong, Macau. */
const OVERSEAS = /^(?:71|81|82)/;

/** All divisions, provinces first; of counties overseas only those whose names no mainland county has. */
export function divisions(): readonly Division[] {
  const { province_list, city_list, county_list } = areaList;
  const mainland = new Set(Object.entries(county_list).flatMap(([code, name]) => (OVERSEAS.test(code) ? [] : [name])));
  return [
    ...Object.entries(province_list).map(([code, name]) => division(code, name, 'province')),
    ...Object.entries(city_list)
      .filter(([, name]) => !HOLDER.test(name))
      .map(([code, name]) => division(code, name, 'city')),
    ...Object.entries(county_list)
      .filter(([code, name]) => !OVERSEAS.test(code) || !mainland.has(name))
      .map(([code, name]) => division(code, name, TOWN.test(name) ? 'town' : 'county')),
  ];
}

function division(code: string, name: string, level: Level): Division {
  const short = OVERSEAS.test(code) && level !== 'province' && level !== 'city' ? [] : shortNames(name, level);
  return { name, short, level, province: provinceByCode[code.slice(0, 2)] ?? '' };
}

function shortNames(name: string, level: Level): readonly string[] {
  const [, base, kind] = level === 'province' ? [] : (AUTONOMOUS.exec(name) ?? []);
  if (base && kind) return [base, `${base}${kind}`];
  const short = name.replace(/族?自治[州县旗]$/u, '').replace(SUFFIX[level], '');
  return short === name || short.length < 2 ? [] : [short];
}
