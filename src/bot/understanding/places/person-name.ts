const SURNAMES =
  '周李陈王刘赵黄林吴徐孙朱胡郭罗梁宋郑韩唐冯邓董萧肖程曹袁沈彭吕苏蒋蔡魏叶杜丁姜崔钟谭汪廖邹熊孟秦邱侯贾尹薛闫阎毛郝龚邵赖殷倪庞翁樊柯俞莫葛阮卢姚戴夏潘田张何谢许余范陆曾马高于方文金石江龙史黎贺顾孔白康严温钱施章苗柴骆霍耿涂祝裴甄褚焦聂晏岑乔季麦';
/** After these a name of a person stands. */
const BEFORE_SURNAME =
  /(?:^|[,。!?;:、"'“(\s]|叫|是|和|与|跟|给|让|找|由|替|帮|请|我|的|人|代表|老板|经理|总监|会计|核验者|董事长|股东|同事|客户|朋友|先生|女士|姓名|名字)$/u;
const IS_CALLED =
  /(?:我叫|名叫|姓.[,。]?单?名?叫|姓名[是为:]?|名字[叫是为:]?|(?:法人|代表人|负责人|老板|核验人|联系人|经办人|人)(?:叫|名叫|姓名[是为:]?))$/u;
/** What follows makes it a place, or a firm's name, after all. */
const PLACE_AFTER = /^(?:省|市|县|区|公司|分公司|企业|注册|备案|管局|这边|那边)/u;
const SUFFIX_AFTER = /^(?:省|市|县|区)/u;
const ROLE = /(?:人|核验者|姓名:?|叫)$/u;
/** 黄山先生, 吴江涛是法人. */
const TITLE_AFTER = /^\p{Script=Han}?(?:先生|女士|是(?:我们?的?)?(?:公司的?)?(?:法人|负责人|老板|法定代表人)(?!的))/u;
const FIRM_AFTER = /^[^,。!?;]{0,16}(?:公司|厂|店|工作室|中心|集团|合作社)/u;

/** Whether a place's name is a person's: 周广西, 我叫吴忠. `free` tells whether the character before belongs to no place. */
export function isPersonName(text: string, start: number, end: number, free: boolean): boolean {
  const after = text.slice(end, end + 20);
  const before = text.slice(Math.max(0, start - 8), start);
  const role = ROLE.test(before.slice(0, -1));
  if (end - start > 3 || (role ? SUFFIX_AFTER : PLACE_AFTER).test(after)) return false;
  if (free && SURNAMES.includes(text.charAt(start)) && TITLE_AFTER.test(after)) return true;
  if (IS_CALLED.test(before)) return !FIRM_AFTER.test(after);
  return free && SURNAMES.includes(before.at(-1) ?? ' ') && BEFORE_SURNAME.test(before.slice(0, -1)) && before !== '';
}
