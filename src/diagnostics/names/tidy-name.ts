/** From here on a person asks or thanks. */
const TALK =
  /(?<=\p{L}.{0,3})[\s。.!！,，?？]*(?:请问|麻烦|帮我|帮忙|看看|看一下|是不是|对不对|对吗|有没有|哪里|哪儿|哪个|为什么|怎么|不一样|一样|一致吗|有区别|有问题|没问题|行不行|行吗|可以吗|算不算|谢谢|谢了|報錯|报错|不对|少了|多了|差了?一|就?是这(?:样|两)个?).*$/su;
/** Said before a name. */
const LEAD =
  /^(?:[\s:：,，、。;；]|你好|您好|请|麻烦|帮我?|再|看一?下|看看|对比|核对|比较|比一?下|一下|两个名字|名字|姓名|名称|单位名称|公司名称|企业名称|分别|前面?(?:的|一个)?是|后面?(?:的|一个)?是|第[一二]个|\d[.、)）]|[①②]|我叫|叫|是|为)+/u;
const PARTICLES =
  /(?<=..)(?<!..(?:[了啊呀呢吧哦嘛。!！?？~～…]|(?<![a-z])\.))(?:[了啊呀呢吧哦嘛。!！?？~～…]|(?<![a-z])\.)+$/iu;
const QUOTED = /[“"「『《'‘]([^“”"「」『』《》'‘’]{1,100})[”"」』》'’]/u;
const EACH_QUOTED = new RegExp(QUOTED, 'gu');

/** One name out of what stands around it. What is quoted is taken as it is; else blanks at its ends are layout. */
export function tidyName(text: string): string {
  const quoted = QUOTED.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  const bare = withoutEnds(text);
  const led = bare.replace(LEAD, '');
  const told = withoutEnds((/\p{L}/u.test(led) ? led : bare).replace(TALK, ''));
  return withoutEnds(told.replace(PARTICLES, ''));
}

/** What is quoted in a text, in its order. */
export function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(EACH_QUOTED)].map(([, inside = '']) => inside);
}

function withoutEnds(text: string): string {
  return text.replace(/^[ \t\r\n,，、:：;；|｜=]+|(?<![ \t\r\n,，、:：;；|｜=])[ \t\r\n,，、:：;；|｜=]+$/gu, '');
}
