/** Endings of the names of companies, the longer before what they end with. */
const ENDINGS = ['股份有限公司', '有限责任公司', '集团有限公司', '有限公司', '集团公司', '股份公司', '公司'] as const;
const UNIT =
  /公司|集团|企业|事务所|合作社|工作室|商行|经营部|服务部|门市部|协会|学会|基金会|中心|医院|学校|大学|[^\s](?:厂|店|社)$/;

/** Whether a name is that of a unit, not of a person: 王学会 is a person. */
export function isUnit(name: string): boolean {
  return [...name].length >= 4 && UNIT.test(name);
}

/** A company's name cut before its ending; the ending is empty where there is none. */
export function cutEnding(name: string): readonly [string, string] {
  const ending = ENDINGS.find((known) => name.endsWith(known)) ?? '';
  return [name.slice(0, name.length - ending.length), ending];
}
