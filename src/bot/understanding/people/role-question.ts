import { ANY_ROLE, type Role, rolesNamedIn } from './role-words.ts';

/** A question about the four roles. */
export interface RoleQuestion {
  /** Those it names; none for 谁来刷脸. */
  readonly roles: readonly Role[];
  readonly about: 'who-is' | 'difference' | 'who-verifies' | 'who-uploads';
}

const FACE = '(?:刷脸|刷个脸|人脸|扫脸|核验(?!者|人)|实人|脸|眨眼)';
const NEED = '(?:也|都|还|到底|是不是|是否|用不用|要不要|需不需要|需要|必须|一定|非得?|用|得|要|本人|亲自|来|去|再)+';
const ASKS = '(?:吗|么|嘛|不|呢|啊)*[?]*$';
const CARD = '(?:证件|身份证|资料|证)';

/** Where somebody is, who stands in and the provinces' rule are matters of the entries, not of the roles. */
const OTHER_MATTER =
  /国外|外地|异地|出差|不在|请假|没空|来不了|外省|老家|远程|怎么(刷|传|核验|弄|办|拍|做)|如何|替|代刷|帮|别人|不管|无论|随便谁|谁.{0,6}都|工商|不一致|必须(是|为|得是)?法|一定(要|得)?是?法|可以不是|要求.{0,8}法|省份|哪些省|失败|过不|不过|可以吗|行吗|换了|离职/;

const DIFFERENCE = new RegExp(
  `(?:${ANY_ROLE}).{0,12}(?:${ANY_ROLE}).{0,6}(?:区别|不同|不一样|差别|一样吗|一回事|什么关系|啥关系|分别(?:是|指)|怎么分|搞不清|分不清|混)|(?:分不清|搞不清|搞不懂|弄不清|弄不懂|搞混|区分).{0,6}(?:${ANY_ROLE}).{0,4}(?:${ANY_ROLE})`,
);
const WHO_IS = new RegExp(
  `(?:${ANY_ROLE})(?:到底|究竟|又|就|指的?|说的|具体|算)*(?:是|指)(?:的是)?(?:谁|哪个|哪位|哪一个|什么人|啥人|什么意思|啥意思|什么|啥|干嘛|干啥|干什么)|(?:${ANY_ROLE})(?:什么|啥)意思|(?:谁|哪个)(?:才|算)?是(?:${ANY_ROLE})|(?:${ANY_ROLE})(?:和|跟|与|同).{0,2}(?:${ANY_ROLE})(?:就|都|算)?是(?:同)?一个?人(?:吗|么|不)|(?:${ANY_ROLE})(?:就|是不是就?|不就)?(?:是|等于)(?:${ANY_ROLE})${ASKS}`,
);
const WHO_VERIFIES = new RegExp(
  `谁(?:的|来|去|要|该|需要|必须|得|做|负责|本人|应该|才能){1,3}(?:刷|${FACE}|认证|做|验)|(?:刷|验|拍|扫|用)谁的?脸|${FACE}.{0,10}(?:该|由|是|要|得|应该|让|叫|归)谁(?:来|去|做|刷|弄|$)|${FACE}.{0,6}谁(?:来|去)?(?:做|刷|弄|${FACE})`,
);
const ROLE_VERIFIES = new RegExp(
  `(?:${ANY_ROLE})${NEED}(?:做|进行|过|弄)?(?:真人|实人)?${FACE}(?:识别|核验|认证|验证)?${ASKS}|(?:要|得|必须|一定要|非得|需要|是)(?:${ANY_ROLE})(?:本人|亲自|来|去)*(?:做|刷|${FACE})[^,]{0,12}(?:吗|么|还是|[?])`,
);
const WHO_UPLOADS = new RegExp(
  `(?:上?传|拍|交|用|提交)谁的?(?:的|${CARD})|${CARD}(?:要|是|该|得)?(?:上?传|拍|用|交)谁的|谁(?:的|要|来|该)(?:上?传)?${CARD}(?:要|该)`,
);
const ROLE_UPLOADS = new RegExp(
  `(?:${ANY_ROLE})(?:的)?(?:${CARD})?${NEED}(?:上?传|交|提供|提交|拍)(?:${CARD})?${ASKS}`,
);
const QUESTION =
  /谁|吗|么|什么|啥|哪|不不?[?]*$|要不要|用不用|是不是|是否|需不需要|还是|区别|不同|不一样|差别|分不清|搞不|弄不|搞混|[?]/;

/** The question about roles that a normalised message asks, if it is one. */
export function roleQuestionIn(normalised: string): RoleQuestion | undefined {
  if (!QUESTION.test(normalised)) return undefined;
  const roles = rolesNamedIn(normalised);
  const clear = !OTHER_MATTER.test(normalised);
  if (roles.length > 1 && DIFFERENCE.test(normalised)) return { roles, about: 'difference' };
  if (!clear) return undefined;
  if (WHO_UPLOADS.test(normalised) || ROLE_UPLOADS.test(normalised)) return { roles, about: 'who-uploads' };
  if (WHO_VERIFIES.test(normalised) || ROLE_VERIFIES.test(normalised)) return { roles, about: 'who-verifies' };
  return WHO_IS.test(normalised) ? { roles, about: 'who-is' } : undefined;
}
