const OTHER =
  '(?:别人|他人|其他人|旁人|同事|朋友|家人|家属|亲戚|老婆|老公|媳妇|太太|先生|爱人|对象|儿子|女儿|爸|妈|弟弟?|哥哥?|姐姐?|妹妹?|双胞胎|员工|经办人?|助理|秘书|代办|中介|下属|财务|会计|行政|前台|我)';
const FACE = '(?:刷脸|刷个脸|刷|扫脸|人脸|做脸|核验|验证|认证|验|做)';
const MAY = '(?:能|可以|可不可以|能不能|行不行|行吗|好不好|是否|能否)';
const STANDS_IN = new RegExp(
  `${MAY}.{0,6}(?:让|叫|请|找|由|拿|用|派|喊)?.{0,3}${OTHER}.{0,6}(?:代|替|帮|来|去|给)?.{0,6}${FACE}|(?:让|叫|请|找|由|派|喊)${OTHER}.{0,6}(?:代|替|帮|来|去|给)?.{0,4}${FACE}.{0,6}(?:吗|么|不|行|可以|能)|${OTHER}(?:代|替|帮|来|去|给)?.{0,3}${FACE}.{0,4}(?:行不|行吗|可以|能不|能行|成不|得不|中不|有用吗)|(?:代|替)${FACE}.{0,6}(?:行不|行吗|可以|能不|吗|么)`,
);
const NOT_ALLOWED_TO_ASK = /本人.{0,3}(?:刷|做|核验|来)|失败|不过|不通过|不一致|没过|过不/;

/** Whether a normalised message asks if somebody else may do the face verification. */
export function asksForStandIn(normalised: string): boolean {
  return STANDS_IN.test(normalised) && !NOT_ALLOWED_TO_ASK.test(normalised);
}
