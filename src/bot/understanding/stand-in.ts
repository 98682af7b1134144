import { type Clause, clausesIn } from './people/clauses.ts';
import { WHO } from './people/who.ts';

const FACE =
  '(?:刷个?脸|刷人脸|刷|唰|涮|扫个?脸|扫人脸|验个?脸|做个?脸|做人脸|弄[个下]?人?脸|人脸|核验|验证|认证|识别|露个?脸|出镜|上镜|眨眼)';
/** What is done at the camera, also by a verb that says so only behind 让 or 替. */
const DO = `(?:${FACE}|[做弄搞整来去上操验顶](?=$|[吗么嘛不行可成中得能一下作的了这,?])|试(?=试|一?下|$))`;
/** The roles have their own questions: 法人要刷脸吗. */
const ROLE = '法定代表人|法人代表|法人|法代|主体负责人|主办单位负责人|单位负责人';
const OTHER = `(?:(?!${ROLE})(?:${WHO}|别个|人家|家里(?:人|的)?|其他同事|有人|谁|任何人|任意一个人|公司(?:里)?的?(?:任何|其他)?人)|代办公司|第三方)`;
const FOR = `(?:[代替帮](?:为|做|着)?(?:${WHO}|负责人|网站负责人|人|本人|忙|一下|个)?|代替(?:${WHO}|网站负责人|负责人|本人)|顶替?(?:${WHO})?)`;
const SELF =
  '(?:(?:网站|法人|他|她|我|老板)?(?:负责人)?的?(?:本人|亲自|亲身|本尊|真人|自己)|(?:网站)?负责人(?:亲自|到场|到现场|去现场))';
const THING =
  '(?!.{0,2}(?:身份证|证|手机|签|信息|资料|手持|电话|号|银行|名|账|支付宝|照片?|的(?!脸)|传|上传|拍|填|写|登))';

/** Somebody else is to do it. */
const ANOTHER: readonly RegExp[] = [
  new RegExp(`${OTHER}(?:[来去也先]|在场|直接|就|可以|能|可不可以|能不能){0,3}(?:${FOR})(?:来|去)?${DO}`),
  new RegExp(
    `(?:让|叫|请|找|由|派|喊|换|换成|用|借)(?:个|一个|公司|我们)?${OTHER}(?:[来去也先给]|直接|上阵){0,2}${DO}`,
  ),
  new RegExp(
    `(?<!我自己|自己)(?<!(?:等|和|跟|与|陪)[^,]{0,3})(?!我自己)${OTHER}(?:[来去]|可以|能|可不可以|能不能|能否){0,3}${FACE}`,
  ),
  new RegExp(
    `(?:代|替)(?:为|人|做|他人|别人)?(?:来|去)?${FACE}|代劳|替身|(?:长得|长相)[^,]{0,3}像[^,]{0,8}(?:刷|过)|(?:代替|顶替|替)(?:${WHO}|本人|负责人|(?=$|吗|么|不|一?下|行|可以|成))|冒充|冒名`,
  ),
  new RegExp(
    `(?:换|找|让|叫|请|喊|派|安排)(?:一?个|别的?|其他|另一?个|另外)?(?:的)?(?:人|谁)(?!工|脸|家|帮我看|处理|审)(?:来|去|代|帮忙?|替)*(?:${DO}|(?=$|行|可以|成|吗|么|中|能|好))`,
  ),
  new RegExp(`(?:用|拿|刷|扫|借|换成?)(?:的|是)?${OTHER}的?(?:大|这张)?脸`),
  new RegExp(`(?:谁|随便谁|任何人|哪个人?|啥人)(?:来|去)?(?:${DO})?(?:都|也)?(?:行|可以|成|一样|能|无所谓)`),
  new RegExp(
    `(?:${ROLE})(?:来|去|可以|能){0,2}(?:${FOR})(?:来|去)?${DO}|(?:让|叫|换成?|由|请)(?:${ROLE})[来去代]{0,2}${DO}`,
  ),
];
/** Whether it must be the head in person: 一定要本人吗. */
const MUST =
  '(?:必须|必需|一定|非得?|非要|只能|只有|须|需要?|要不要|用不用|要|得|限|是不是|不(?:用|是|要|需要?)|不|可以不|能不)';
const IN_PERSON: readonly RegExp[] = [
  new RegExp(
    `${MUST}(?:要|得|是|由|让|叫|用|非){0,4}(?:[^,]{0,3}?)${SELF}${THING}(?:来|去|到场|在场|在|过来)*(?:${DO}|到|在|本人|才|行|可以|吗|么|嘛|不|$|[?])`,
  ),
  new RegExp(
    `(?:本人|(?:网站)?负责人)(?:没法|没空|没时间|不|没)(?:能|方便|想|肯|去|来|到场?|在场?|出面|露面|出镜|亲自)*(?:${FACE})?[^,]{0,6}(?:行|可以|成|能|中|得)|不是(?:网站)?(?:负责人)?(?:本人|亲自)[^,]{0,4}(?:行|可以|成|能|算|过)`,
  ),
];
const TRICK = /照片|相片|视频|录像|录屏|截图|面具|头套|换脸|头像|证件照|\bai\b|ai换|软件/;
/** 别人的手机 is a device, 客服 our desk. */
const THINGS = new RegExp(
  `(?:用|拿|借|换)?了?(?:${WHO}|别个|其他人)的?(?:手机|电话|号码?|账号|账户|电脑|网络?|wi-?fi|流量|支付宝|微信|阿里云|app|热点)|(?:让|叫|请|找|喊|换)?(?:客服|人工|你们?|小二|专员|工作人员|审核员?)`,
  'g',
);
const NOT_DONE =
  /教|刷脸?的时|[次就]过了|失败|(?<!会)不过(?!$)|没过|(?<!通)过不|不一致|没通过|未通过|(?:时候|时).{0,8}(?:为什么|怎么|咋)/;
const OTHER_MATTER = /上?传|进[入去]?上传|看看|看一?下|处理|审核|催|备案(?=吗|么|不|$)|登录|下载|手持|授权书|签字/;

const LEAVE =
  '(?:(?:这样|那样|这|那|也|都|应该|还|就)*(?:可以|行|能行|能|得|中|成|好|有问题|没问题|没事|没关系|允许|算数?|违规|合规)(?:不(?:可以|行|能|成|中|得|好)?|吗|么|嘛|吧|没|呢|啊|[?])*)';
const BARE = new RegExp(`^${LEAVE}$`);
const ASKS =
  /(?:行|可以|没事|没问题|没关系|能行|不要紧|可行|中|成)吧$|(?<may>[行成中得能])不\k<may>|可不可|准不准|许不许|允不允许|有没有|能否|可否|支持|(?:行|可以|能|成|中)不$|谁|代刷(?:服务|脸服务)/;

/** Whether a normalised message asks if somebody else than the head of the site may do the face verification. */
export function asksForStandIn(normalised: string): boolean {
  const clauses = clausesIn(normalised);
  return clauses.some((clause, at) => {
    const before = BARE.test(clause.text) ? (clauses[at - 1]?.text ?? '') : '';
    return asks(clause, normalised) && isOfStandIn(before + clause.text);
  });
}

function asks({ text, asks }: Clause, whole: string): boolean {
  return asks || ASKS.test(text) || (/代刷|替刷/.test(text) && /[?]|怎么|咋/.test(whole));
}

function isOfStandIn(text: string): boolean {
  const told = text.replace(THINGS, '');
  if (TRICK.test(told) || NOT_DONE.test(told) || OTHER_MATTER.test(told)) return false;
  return ANOTHER.some((pattern) => pattern.test(told)) || IN_PERSON.some((pattern) => pattern.test(told));
}
