import type { Platform } from '../../../diagnostics/phone-fields.ts';
import type { Rules } from './rules.ts';

/** What a word of the lexicon is. `api` and `release` turn into versions of Android. */
export type WordKind =
  | 'system'
  | 'device'
  | 'rom'
  | 'store'
  | 'app'
  | 'os'
  | 'version'
  | 'other'
  | 'part'
  | 'api'
  | 'release';

export interface Word {
  readonly text: string;
  readonly kind: WordKind;
  readonly platform?: Platform | undefined;
  /** The version that a code name stands for. */
  readonly release?: string;
  /** It counts only right before a digit. */
  readonly beforeDigit: boolean;
  readonly notFollowedBy: readonly string[];
  readonly notPrecededBy: readonly string[];
}

/** Everything that the scanner recognises. */
export interface Lexicon {
  /** By first character; of two that fit the longer stands first. */
  readonly words: ReadonlyMap<string, readonly Word[]>;
  /** API level → version. */
  readonly api: ReadonlyMap<number, string>;
  /** What follows the word Android instead of a number: `oreo`, `q` → version. */
  readonly afterAndroid: ReadonlyMap<string, string>;
  readonly harmonyReleases: readonly string[];
}

/** The filing APP, as people call it. 阿里云 alone is also a company: what follows decides. */
const APP = [
  '阿里云app',
  '阿里app',
  '阿里云软件',
  '阿里云客户端',
  '阿里云手机端',
  'app',
  'apk',
  '软件',
  '客户端',
  'aliyun app',
  'aliyun',
  '阿里云',
];
const NOT_THE_APP = [
  '盘',
  '邮',
  '服务器',
  '账',
  '帐',
  '官',
  '备案',
  '客服',
  '控制台',
  '平台',
  '售后',
  '代备',
  '公司',
  '的服务',
  '域名',
  '实名',
];
const OS = ['系统版本', '系统', '手机版本', '手机的版本', '机子版本', '手机系统', '手机系统版本', 'system'];
const VERSION = ['版本号', '版本', '版号', 'version'];

export function createLexicon({ android, phones }: Rules): Lexicon {
  const plain = (texts: readonly string[], kind: WordKind, rest: Partial<Word> = {}): readonly Word[] =>
    texts.map((text) => ({
      notFollowedBy: [],
      notPrecededBy: [],
      kind,
      ...rest,
      text: text.replace(/#$/, ''),
      beforeDigit: text.endsWith('#'),
    }));
  const all = [
    ...phones.systems.flatMap(({ names, platform }) => plain(names, 'system', { platform })),
    ...phones.roms.flatMap(({ names, platform }) => plain(names, 'rom', { platform })),
    ...phones.devices.flatMap(({ names, platform, notFollowedBy, notPrecededBy }) =>
      plain(names, 'device', { platform, notPrecededBy, notFollowedBy: [...notFollowedBy, ...phones.notPhones] }),
    ),
    ...plain(phones.stores, 'store', { platform: 'ios' }),
    ...plain(phones.others, 'other'),
    ...plain(phones.parts, 'part'),
    ...plain(['api', 'sdk'], 'api', { platform: 'android' }),
    ...plain(APP, 'app', { notFollowedBy: NOT_THE_APP }),
    ...plain(OS, 'os'),
    ...plain(VERSION, 'version'),
    ...android.releases.flatMap(({ names = [], version }) =>
      plain(names, 'release', { platform: 'android', release: version }),
    ),
  ].sort((a, b) => b.text.length - a.text.length);
  const words = new Map<string, readonly Word[]>();
  for (const word of all) words.set(word.text.charAt(0), [...(words.get(word.text.charAt(0)) ?? []), word]);
  return {
    words,
    api: new Map(android.releases.flatMap(({ api, version }) => api.map((level) => [level, version]))),
    afterAndroid: new Map(
      android.releases.flatMap(({ namesAfterAndroid = [], letter, version }) =>
        [...namesAfterAndroid, ...(letter ? [letter] : [])].map((name) => [name, version]),
      ),
    ),
    harmonyReleases: phones.harmonyReleases.versions,
  };
}
