import { HEAD, LAST, type Told, WHO, whoIn } from './who.ts';

const WRITTEN = '[那这个一栏里上名字写填登记备案报的挂留用了成就也都才又还其实确实已经现在当初改换错选是系为]';
/** Who the head of the site is. */
const HEADS: readonly RegExp[] = [
  new RegExp(
    `${HEAD}(?<how>${WRITTEN}{0,9}?)(?<not>不是|不系|并不是)?(?<who>${WHO})(?!填|写|登记|来|要|选|让|帮|负责)`,
    'g',
  ),
  new RegExp(
    `(?<who>${WHO})(?:[就也都又才既还]|同时|确实|其实|并){0,4}(?<not>不)?(?:是|系|当|担任|作为)(?:备案|登记|[那这][个位]|该|我们|公司|[上里中填写的]){0,5}(?:网站的?|站点)?负责人(?!的?(?:秘书|助理|同事|朋友|老婆|老公|家|委托|证|身份|手机)|让|叫|吗|么)`,
    'g',
  ),
  new RegExp(
    `(?:备案|资料|页面|系统|上面|里面)[上里面中填写的登记]{0,4}(?<how>写|填|登记|报|挂|留)[的了]?[就也都又才还其实确实]{0,4}(?<not>不)?(?:是|系)(?<who>${WHO})`,
    'g',
  ),
];
const COPULA = /[是系为写填登报挂留换改当]/;
const PRONOUN = /^[我俺咱他她]$/;
/** 是我, 是我没错; 是我发小 is another. */
const ALONE = /^($|[啊呀嘛的吧了哈呢本自一没无不在刷扫也都还可但就怎咋为而且并跟和来去这那确,网名])/;
const NOT_BUT = new RegExp(`^(?:,|而|可|并)?不[是系](?<who>${WHO})`);
const BUT = new RegExp(`^(?:,|而)?[是系](?<who>${WHO})`);

/** Those whom a clause, after what was said before, tells to be the head of the site, or not to. */
export function headsIn(text: string, before: string): readonly Told[] {
  return HEADS.flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((one, other) => one.index - other.index)
    .slice(-LAST)
    .flatMap((match) => {
      const { how, not, who = '' } = match.groups ?? {};
      const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
      if (!not && !says(how, who, behind)) return [];
      if (match[0].endsWith(who) && PRONOUN.test(who) && !ALONE.test(behind))
        return [{ who: { name: who + behind.slice(0, 3) }, is: not === undefined, former: false }];
      const told = {
        who: whoIn(match, before + text.slice(Math.max(0, match.index - 80), match.index)),
        is: not === undefined,
        former: false,
      };
      const end = match.index + match[0].length;
      const turn = (told.is ? NOT_BUT : BUT).exec(text.slice(end, end + 12));
      if (!turn) return [told];
      return [told, { ...told, who: whoIn(turn, before + text.slice(Math.max(0, end - 80), end)), is: !told.is }];
    });
}

/** Whether a word between says "is": 网站负责人写的是小李, not 网站负责人的同事; or nothing stands between or behind: 网站负责人小李. */
function says(how: string | undefined, who: string, behind: string): boolean {
  if (how === undefined || COPULA.test(how) || who === '另有其人') return true;
  return how === '' && /^(,|$)/.test(behind);
}
