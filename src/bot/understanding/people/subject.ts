const UNIT_WORD =
  '企业|公司(?!的?(?:网|wi|宽带|里|楼|电脑|同事|附近|的?人|刷|没人))|个体工?商?户|个体户|个体经营|个体(?=$|[的啊,])|工商户|事业单位|机关|学校|协会|学会|社团|基金会|医院|诊所|门诊|工厂|合作社|事务所|律所|商行|商会|集团|幼儿园|民办非企业|社会团体|政府|有限责任|我司|(?:我们?|俺们|咱们?|以|是|本)单位|单位(?:备案|性质|名义|的网站|网站)|\\bcompany\\b|\\benterprise\\b';
const UNIT = new RegExp(`(?<!在|到|你们|阿里云|贵|云|从|去|回|来)(?:${UNIT_WORD})`);
const PERSON =
  /(?<![一二两俩三四五六七八九十几多同那这哪每整好半\d])个人(?!信息|中心|证件|身份|资料|感觉|认为|觉得|征信|隐私|名片|独资)|私人(网站|备案|博客|的)|\bpersonal\b|\bindividual\b/;
const NOT_UNIT = new RegExp(`(?:不是|没有?|并非|(?<!民办)非)(?:什么)?(?:${UNIT_WORD})`);
const NOT_PERSON = /(不是|并非|非)个人/;

/** Whether the filing party of a normalised message is a 单位 or a person; undefined where it names neither or both. */
export function subjectIn(normalised: string): 'unit' | 'person' | undefined {
  const unit = !NOT_UNIT.test(normalised) && UNIT.test(normalised);
  const person = !NOT_PERSON.test(normalised) && PERSON.test(normalised);
  if (unit === person) return undefined;
  return unit ? 'unit' : 'person';
}
