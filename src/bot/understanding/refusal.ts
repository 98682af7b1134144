type Refusal = 'forgery' | 'others' | 'instructions';

const WHOSE =
  /别人|他人|其他用户|上一个用户|所有(用户|人)|前女友|老板的|隔壁|某某?公司|竞争对手|张三|同事上传|是谁|谁的|another user|other users/;
const WHAT = /证|资料|号|照片|执照|授权书|名单|人脸|电话|结果|账号|id/;
const OTHERS =
  /(查|找|给).{0,6}(他|她|人|法人|老板|负责人).{0,4}(的)?(证件号|身份证号|手机号|电话|前科|有几家)|(证号|身份证号|手机号).{0,4}(是谁|查)/;
const FORGES =
  /(假|伪造|仿造|模仿|冒充|冒用|偷偷|涂改|合成|绕过|绕开|骗|糊弄|忽悠|破解|跳过|作弊|代刷|代过|换脸|面具|模拟器|注入|抓包|p(一|张|图|成|个|新|掉|营|身|到|多)|ps|修图|抠|人头|内部渠道|走后门|红包|花钱|塞钱|买|睡着|不告诉|不让他知道|不知情|捡到|fake|forge|bypass|trick|deepfake|cheat|photoshop|skip|jia shen|pian guo|raoguo)/;

/** What is refused in a normalised message that asks for something we don't do. */
export function refusalOf(normalised: string): Refusal {
  if (asksOfOthers(normalised)) return 'others';
  return FORGES.test(normalised) ? 'forgery' : 'instructions';
}

/** 别人的身份证号: what is asked for stands behind whose it is, however far. */
function asksOfOthers(normalised: string): boolean {
  const whose = WHOSE.exec(normalised);
  return (whose !== null && WHAT.test(normalised.slice(whose.index + whose[0].length))) || OTHERS.test(normalised);
}
