import { Converter } from 'opencc-js/t2cn';
import { syllables } from '../../text/syllables.ts';

const simplified = Converter({ from: 't', to: 'cn' });

type Why = 'variant' | 'looks' | 'rare' | 'surname';

const REASONS: Readonly<Record<Why, string>> = {
  variant: '这两个字意思相通，但算两个不同的字',
  looks: '这两个字长得很像',
  rare: '生僻字打不出来时，常被换成别的字；手写输入法可以写出来',
  surname: '这个姓常有两种写法，以证件为准',
};

/**
 * Characters of names that people take for one another. `variant`: one is, or
 * once was, a form of the other. `rare`: what is typed where the input method
 * lacks the character, or a part of it. Same-sounding ones need no row here.
 */
const GROUPS: Readonly<Record<Why, string>> = {
  variant:
    '喆哲 堃坤 昇升 陞升 淼渺 叡睿 龢和 邨村 迺乃 仝同 犇奔 甦苏 澂澄 甯宁 锺钟 祕秘 钜巨 珪圭 濛蒙 脩修 絜洁 頫俯 𫖯俯 飏扬 镕熔 榘矩 氾泛 乾干 喦岩',
  looks:
    '己已巳 未末 士土 日曰 戊戌戍 冼洗 泠冷 禇褚 睢雎 荀苟 吴昊 祎袆 祇衹祗 晟盛 彧或 玮炜伟 珏钰 毋母毌 余佘 亳毫 侯候 刁习 菅管 萱宣 晗含 钧均 骁晓 颍颖 辛幸',
  rare: '垚尧 琇秀 玥月 珺君 赟斌 翊羽 喆吉 垚土 焱火 犇牛 骉马 淼水 鑫金 堃方 曌照 劼吉 弢韬 燊荣 昶永 晢哲 翀冲 湉恬 瀞静 妤予 嫄原 祎韦 晞希 琤争 瑀禹 翾宣',
  surname: '萧肖 傅付 阎闫 戴代 蓝兰 邱丘 於于',
};

const TABLE: readonly { readonly why: Why; readonly group: ReadonlySet<string> }[] = Object.entries(GROUPS).flatMap(
  ([why, groups]) => groups.split(' ').map((group) => ({ why: why as Why, group: new Set(group) })),
);

/** Why one character was taken for another; undefined where nothing is known. */
export function whyConfused(typed: string, meant: string): string | undefined {
  if (!/\p{Script=Han}/u.test(typed)) return /^[?？*■□○〇_]$/.test(typed) ? '打不出来的字不能用符号代替' : undefined;
  const listed = TABLE.find(({ group }) => group.has(typed) && group.has(meant));
  if (listed) return REASONS[listed.why];
  if (simplified(typed) === simplified(meant)) return '一个是繁体或异体，一个是简体';
  return syllables(typed)[0] === syllables(meant)[0] ? '这两个字读音相同' : undefined;
}
