import { clausesIn } from './clauses.ts';
import { ANY_ROLE, ROLES, type Role, rolesNamedIn } from './role-words.ts';

export { type RoleQuestion, roleQuestionIn } from './role-question.ts';
export { ROLES, type Role, rolesNamedIn } from './role-words.ts';
export { sameHeadIn } from './same-head.ts';

const ME = '(?:我|俺|咱|本人)';
const IS = '(?:既|就|也|才|都|又|同时|只|确实)*(?:是|系|当的?|作为|担任)';
const ALONE = '(?=$|[啊呀嘛的吧了哈本自一来填刷怎为但可还都也])(?!的[^,])';
/** 我是…法人: nothing in between may make it another's. */
const I_AM = new RegExp(
  `(?<![如假]果?|果|要是|不|万一)${ME}${IS}[^不给帮替代说问想觉怕要跟和让找叫请用拿在否还]{0,8}?(${ANY_ROLE})(?!的(?![啊呀哈]?$)|老婆|老公|秘书|助理|委托|授权|的?朋友|同事|儿|女|媳妇|爱人|家|代办|还是|吗|么|嘛|的话|证|身份|单位|独资)`,
);
const ALSO = new RegExp(`^(?:也|同时|还|又|并且|而且|兼)+(?:兼|兼任)?(?:是|系)?(?:${ANY_ROLE})`);
const IS_ME = new RegExp(
  `(?:${ANY_ROLE})(?:和|跟|、|还有|都|全|也|就|才|写的?|填的?|登记的?|用的|报的|这?三个|人)*(?:是|系|写|填|的)${ME}${ALONE}`,
);
const ONE_WITH = new RegExp(
  `${ME}(?:和|跟|与|同)(?:${ANY_ROLE})(?:就|都)?是(?:同)?一个?人|(?:${ANY_ROLE})(?:和|跟|与|同)${ME}(?:就|都)?是(?:同)?一个?人`,
);

const ENDS_WITH_ROLE = new RegExp(`(?:${ANY_ROLE})$`);
const DENIED = new RegExp(`不(?:是|系)(?:${ANY_ROLE})|(?:${ANY_ROLE})不(?:是|系)`);
const TURN = /但是?|可是|不过|然而/g;

/** The roles the writer of a normalised message says to have. */
export function rolesIn(normalised: string): readonly Role[] {
  const own = new Set<Role>();
  let lastSaid = false;
  let carried = '';
  for (const { text, supposes } of clausesIn(normalised.replace(TURN, ','))) {
    // 法人、主体负责人,网站负责人都是我: what came before an enumeration's end belongs to it.
    const whole = carried + text;
    carried = /^[^是系]*$/.test(text) && ENDS_WITH_ROLE.test(text) ? `${whole.slice(-30)}、` : '';
    if (supposes || /是不是|是否|假如|如果/.test(whole)) continue;
    const said: boolean =
      I_AM.test(whole) || IS_ME.test(whole) || ONE_WITH.test(whole) || (lastSaid && ALSO.test(whole));
    const denied = DENIED.test(whole);
    lastSaid = said;
    if (said && !denied && !/(是|系)(我|俺)吗/.test(whole)) for (const role of rolesNamedIn(whole)) own.add(role);
  }
  return ROLES.filter((role) => own.has(role));
}
