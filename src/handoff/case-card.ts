import { chinaTime } from '../text/china-time.ts';
import { mask } from '../text/mask.ts';
import { isCorrectable } from './corrections.ts';

/** What is known of a case; unknown ones are left out. Texts for people are in Chinese already. */
export interface CardInput {
  /** The person said that they no longer want to live. For agents alone. */
  readonly urgent?: boolean;
  /** `web`, `wechat`. */
  readonly channel?: string;
  /** The phone that runs the APP. */
  readonly platform?: 'android' | 'ios' | 'harmony';
  /** `4.4.2` */
  readonly osVersion?: string;
  /** `6.7.0` */
  readonly appVersion?: string;
  readonly appUpToDate?: boolean;
  /** 网站负责人 */
  readonly roles?: readonly string[];
  /** Whether the head of the site is at the camera in person. */
  readonly inPerson?: boolean;
  /** Short name: 广东. */
  readonly province?: string;
  /** Title of the entry it is about. */
  readonly entry?: string;
  readonly errorText?: string;
  readonly faceAttempts?: number;
  /** What was tried, in the order it was; `at` in ISO 8601. */
  readonly steps?: readonly { readonly at: string; readonly what: string; readonly result: string }[];
  /** By the labels of the document and of the verdict. */
  readonly pictures?: readonly { readonly document: string; readonly verdict: string }[];
  /** Masked. */
  readonly idNumber?: string;
  /** What the person wants, in their words. */
  readonly wish?: string;
}

export type CardKey = keyof CardInput;

/** One line of the card, as people read it. */
export interface CardField {
  readonly key: CardKey;
  readonly label: string;
  readonly value: string;
  /** Whether its person may correct it. */
  readonly editable: boolean;
}

/** What we put together for the agent, and show to its person. Numbers in free texts are masked here once more. */
export function caseCard(input: CardInput): readonly CardField[] {
  return ROWS.flatMap(({ key, label, say }) => {
    const value = (say(input) || undefined)?.trim();
    return value ? [{ key, label, value, editable: isCorrectable(key) }] : [];
  });
}

/** What a line of the card is called. */
export function labelOf(key: CardKey): string {
  return ROWS.find((row) => row.key === key)?.label ?? key;
}

interface Row {
  readonly key: CardKey;
  readonly label: string;
  say(input: CardInput): string | false | undefined;
}

const ROWS: readonly Row[] = [
  { key: 'urgent', label: '紧急', say: ({ urgent }) => urgent && '说过不想活，请马上接，先关心人' },
  { key: 'channel', label: '咨询渠道', say: ({ channel }) => CHANNELS.get(channel ?? '') },
  { key: 'platform', label: '手机系统', say: ({ platform }) => platform && PLATFORMS[platform] },
  { key: 'osVersion', label: '系统版本', say: ({ osVersion }) => osVersion },
  { key: 'appVersion', label: '阿里云APP版本', say: ({ appVersion }) => appVersion },
  {
    key: 'appUpToDate',
    label: 'APP是否最新版',
    say: ({ appUpToDate }) => either(appUpToDate, '是最新版', '不是最新版'),
  },
  { key: 'roles', label: '身份', say: ({ roles }) => roles?.join('、') },
  { key: 'inPerson', label: '人脸核验时', say: ({ inPerson }) => either(inPerson, '本人在场', '本人不在场') },
  { key: 'province', label: '备案省份', say: ({ province }) => province },
  { key: 'entry', label: '遇到的问题', say: ({ entry }) => entry },
  { key: 'errorText', label: '页面提示', say: ({ errorText }) => errorText && mask(errorText) },
  {
    key: 'faceAttempts',
    label: '人脸核验失败',
    say: ({ faceAttempts: times }) => (times === undefined ? undefined : `${times} 次`),
  },
  { key: 'steps', label: '已经做过', say: ({ steps }) => steps && saySteps(steps) },
  {
    key: 'pictures',
    label: '图片检查',
    say: ({ pictures }) => pictures?.map(({ document, verdict }) => `${document}（${verdict}）`).join('；'),
  },
  { key: 'idNumber', label: '证件号', say: ({ idNumber }) => idNumber && mask(idNumber) },
  { key: 'wish', label: '想解决的事', say: ({ wish }) => wish && mask(wish) },
];

const CHANNELS: ReadonlyMap<string, string> = new Map([
  ['web', '网页'],
  ['dingtalk', '钉钉'],
  ['wechat', '微信'],
  ['wecom', '企业微信'],
  ['terminal', '命令行'],
]);

const PLATFORMS = { android: '安卓', ios: '苹果', harmony: '鸿蒙' } as const;

function either(fact: boolean | undefined, yes: string, no: string): string | undefined {
  if (fact === undefined) return undefined;
  return fact ? yes : no;
}

function saySteps(steps: NonNullable<CardInput['steps']>): string {
  return steps
    .map(({ at, what, result }) => `${chinaTime(at)} ${mask(what)}${result ? `，${mask(result)}` : ''}`)
    .join('；');
}
