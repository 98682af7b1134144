import { z } from 'zod';
import { compareVersions, parseVersion } from '../text/version.ts';
import { asks, type Checked, type Diagnostic, type Finding } from './diagnostic.ts';
import { entryField, type Platform, platformField } from './phone-fields.ts';

const version = z.string().refine((text) => parseVersion(text) !== undefined, '版本号要像 6.13.0 这样，用点隔开的数字');
const release = z.object({ version, date: z.iso.date(), source: z.string().min(1) });

/** `data/rules/app-releases.json`: the newest versions of the APP that the operator entered; ships empty. */
export const AppReleases = z.object({
  note: z.string(),
  releases: z.strictObject({
    android: release.optional(),
    ios: release.optional(),
    harmony: release.optional(),
  }),
});

export type AppReleases = z.output<typeof AppReleases>;

export const NEWEST = '已是最新，没有更新';
export const OLDER = '有更新，不是最新版本';

/** The same in the App Store. */
export const NOT_LISTED = '列表里没有阿里云APP';
export const LISTED = '列表里有阿里云APP';
const NEWEST_SAID = /^(?:列表里)?(?:没有|没|无|木有)(?:阿里云(?:app)?)?(?:的)?(?:更新)?(?:啊|的|了|呀|哦)*$/;
const OLDER_SAID = /^(?:列表里)?(?:有|能|可以)(?:阿里云(?:app)?)?(?:的)?(?:更新|升级)?(?:啊|的|了|呀|哦)*$/;

const QUESTIONS = {
  ios: '请打开 App Store，单击“更新”：更新列表里有没有阿里云APP？',
  android: '请打开阿里云APP，单击“我的 > 设置”：“检查更新”里显示什么？',
  any: '阿里云APP的“检查更新”里显示什么？（苹果手机看 App Store 的更新列表）',
} as const;

/** Where the entries say to look; they say nothing of HarmonyOS. */
const LOOK: Readonly<Record<'android' | 'ios', string>> = {
  ios: '在手机的 App Store 中单击“更新”，看更新列表里有没有阿里云APP：有，就需要更新；没有，说明已经是最新版本。',
  android: '登录阿里云APP，单击“我的 > 设置”，在“检查更新”里看：提示已是最新的，无需更新；提示非最新版本的，请升级。',
};
const LOOK_ANYWHERE = `苹果手机：${LOOK.ios}\n\n安卓手机：${LOOK.android}`;

const input = z.object({
  platform: platformField,
  /** What the phone shows: the only measure that the entries name. */
  appUpToDate: z
    .boolean()
    .optional()
    .register(asks, {
      question: ({ platform }) => QUESTIONS[platform === 'ios' || platform === 'android' ? platform : 'any'],
      choices: ({ platform }) => [
        { label: platform === 'ios' ? NOT_LISTED : NEWEST, means: { appUpToDate: true }, says: NEWEST_SAID },
        { label: platform === 'ios' ? LISTED : OLDER, means: { appUpToDate: false }, says: OLDER_SAID },
      ],
      help: ({ platform }) => howToLook(platform as Platform | undefined),
    }),
  osVersion: z.string().optional(),
  atLeastAndroid5: z.boolean().optional(),
  /** `6.7.0` */
  appVersion: z.string().optional(),
  /** The newest version for this platform, where the operator entered one. */
  newest: z.string().optional(),
  entry: entryField,
});

type Facts = z.output<typeof input>;

/** Is the APP the newest, and what comes next (entries 1 and 2)? */
export const appVersion: Diagnostic<typeof input> = {
  id: 'app-version',
  title: '检查阿里云APP是不是最新',
  starts: 'with-answer',
  input,
  run(facts): Checked {
    const finding = { ...judge(facts), entry: facts.entry === 2 ? 2 : 1 };
    return { verdict: finding.verdict, findings: [finding] };
  },
  next(facts: Facts) {
    if (facts.appUpToDate === true) return undefined;
    if (facts.platform === undefined) return 'platform';
    return judge(facts).verdict === 'version-unknown' ? 'appUpToDate' : undefined;
  },
};

/** What the phone shows as outdated is; then numbers, where there are two to compare; then what the phone shows as newest. */
function judge(facts: Facts): Omit<Finding, 'entry'> {
  if (facts.appUpToDate === false) return outdated(facts);
  const difference = againstNewest(facts);
  if (difference !== undefined && difference < 0) return outdated(facts);
  return facts.appUpToDate || difference !== undefined ? newest(facts) : unknown(facts);
}

function againstNewest({ appVersion, newest }: Facts): number | undefined {
  const [own, other] = [appVersion, newest].map((text) => (text === undefined ? undefined : parseVersion(text)));
  return own && other ? compareVersions(own, other) : undefined;
}

function outdated({ platform, appUpToDate, appVersion, newest }: Facts): Omit<Finding, 'entry'> {
  const older = (againstNewest({ appVersion, newest }) ?? 0) < 0;
  const numbers = older ? `您的阿里云APP是 ${appVersion}，最新版本是 ${newest}。` : undefined;
  const contradicted =
    appUpToDate === true ? '更新后或仍然显示已是最新时，请告诉我，我帮您转人工客服。' : '更新好以后请再试一次。';
  return {
    verdict: 'update-needed',
    severity: 'problem',
    evidence: numbers ?? '您的阿里云APP还不是最新版本。',
    advice: `${updateSteps(platform)}\n\n${contradicted}`,
    retryable: true,
  };
}

/** How to update: the steps of the entries. */
function updateSteps(platform: Platform | undefined): string {
  if (platform === 'ios') return '请在手机的 App Store 中单击“更新”，在更新列表里找到阿里云APP，更新它。';
  if (platform === 'android') return '请登录阿里云APP，单击“我的 > 设置”，在“检查更新”里升级至最新版本。';
  if (platform === 'harmony') return '请把阿里云APP升级至最新版本。官方说明只写了 iOS 和安卓的更新步骤，没有写鸿蒙的。';
  return `请把阿里云APP升级至最新版本。\n\n${LOOK_ANYWHERE}`;
}

function newest(facts: Facts): Omit<Finding, 'entry'> {
  const { entry, appUpToDate, appVersion } = facts;
  const seen = appUpToDate ? '您的阿里云APP已经是最新版本' : `您的阿里云APP是 ${appVersion}，已经是最新版本`;
  return {
    verdict: 'up-to-date',
    severity: 'ok',
    evidence: `${seen}。`,
    advice: `无需再更新。${nextStep(entry)}`,
    ...(isExhausted(facts) && { handoff: 'diagnostic_exhausted' }),
  };
}

/** Entry 2 names after-sales at once; before entry 1 has nothing more, the system itself must be ruled out. */
function isExhausted({ entry, platform, osVersion, atLeastAndroid5 }: Facts): boolean {
  if (entry === 2) return true;
  const system = platform === 'android' ? (osVersion ?? atLeastAndroid5) : platform;
  return entry === 1 && system !== undefined;
}

/** What the entry says to do when the newest version does not help. Only entry 2 says something. */
function nextStep(entry: number | undefined): string {
  if (entry === 2) return '最新版本仍无法解决的，请通过智能在线咨询阿里云售后。';
  if (entry === 1) return '最新版本仍然扫不进去时怎么办，这一条没有写。';
  return '';
}

function unknown({ platform }: Facts): Omit<Finding, 'entry'> {
  return {
    verdict: 'version-unknown',
    severity: 'notice',
    evidence: '还不知道阿里云APP是不是最新版本。',
    advice: howToLook(platform),
  };
}

function howToLook(platform: Platform | undefined): string {
  if (platform === undefined) return LOOK_ANYWHERE;
  if (platform === 'harmony')
    return '官方说明只写了 iOS 和安卓的查看方法，没有写鸿蒙的。看到的提示可以发给我，也可以转人工客服。';
  return `请${LOOK[platform]}`;
}
