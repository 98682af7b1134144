import { z } from 'zod';
import { compareVersions, parseVersion } from '../text/version.ts';
import { asks, type Checked, type Diagnostic, type Finding } from './diagnostic.ts';
import { entryField, platformField, WHICH_SYSTEM } from './phone-fields.ts';

/** Below it filing in the APP is not supported; itself it is (entries 1 and 2). */
const OLDEST = [5, 0];

const WHICH_VERSION =
  '在手机的“设置 > 关于手机”里看“Android 版本”。MIUI、ColorOS、OriginOS 等后面的数字是厂商系统的版本，不是它。';

export const FROM_5 = '5.0 及以上';
export const BELOW_5 = '4.4 及以下';
const FROM_5_SAID =
  /^(?:(?:肯定|应该|比较|挺|很|都|算)*新(?:的|款|手机)*(?!的)|(?:有|超过|大于|高于|不止)5(?:\.0)?(?:以上)?)(?:的|了|吧|啊)*$/;
const BELOW_5_SAID = /^(?:(?:不到|没到|没有|低于|小于)5(?:\.0)?)(?:的|了|吧|啊)*$/;

const input = z.object({
  platform: platformField,
  /** `4.4.2` */
  osVersion: z
    .string()
    .optional()
    .register(asks, {
      question: '安卓版本是多少？直接发版本号也可以，比如 8.1。',
      choices: [
        { label: FROM_5, means: { atLeastAndroid5: true }, says: FROM_5_SAID },
        { label: BELOW_5, means: { atLeastAndroid5: false }, says: BELOW_5_SAID },
      ],
      help: WHICH_VERSION,
    }),
  /** Known instead of a version where only its side of 5.0 was said, by a button for one. */
  atLeastAndroid5: z.boolean().optional(),
  entry: entryField,
});

type Facts = z.output<typeof input>;

/** Is the phone's Android new enough for filing in the APP (notes of entries 1 and 2)? */
export const androidVersion: Diagnostic<typeof input> = {
  id: 'android-version',
  title: '检查手机系统能不能用',
  starts: 'with-answer',
  input,
  run(facts): Checked {
    const finding = { ...judge(facts), entry: facts.entry === 2 ? 2 : 1 };
    return { verdict: finding.verdict, findings: [finding] };
  },
  next(facts: Facts) {
    if (facts.platform === undefined) return 'platform';
    return facts.platform === 'android' && isSupported(facts) === undefined ? 'osVersion' : undefined;
  },
};

function judge(facts: Facts): Omit<Finding, 'entry'> {
  const { platform, osVersion } = facts;
  if (platform === 'ios') return ios(osVersion);
  if (platform === 'harmony') return harmony(osVersion);
  if (platform === undefined) return unknownSystem(osVersion);
  const supported = isSupported(facts);
  if (supported === undefined) return unknownVersion();
  return supported ? enough(osVersion) : tooOld(osVersion);
}

/** Whether an Android is 5.0 or newer; undefined where nothing tells. */
function isSupported({ osVersion, atLeastAndroid5 }: Facts): boolean | undefined {
  const version = osVersion === undefined ? undefined : parseVersion(osVersion);
  return version ? compareVersions(version, OLDEST) >= 0 : atLeastAndroid5;
}

function tooOld(osVersion: string | undefined): Omit<Finding, 'entry'> {
  return {
    verdict: 'android-unsupported',
    severity: 'blocker',
    evidence: osVersion === undefined ? '您的手机是安卓 5.0 以下的版本。' : `您的手机是安卓 ${osVersion}，低于 5.0。`,
    advice:
      '安卓 5.0 以下的版本（不含 5.0）不支持在阿里云APP上做备案操作。请换一部安卓 5.0 及以上的手机，或换用 iPhone 来扫码（iOS 支持效果更好，推荐使用）。',
    retryable: false,
  };
}

function enough(osVersion: string | undefined): Omit<Finding, 'entry'> {
  return {
    verdict: 'android-supported',
    severity: 'ok',
    evidence: osVersion === undefined ? '您的手机是安卓 5.0 及以上的版本。' : `您的手机是安卓 ${osVersion}。`,
    advice:
      '不支持的只有 5.0 以下的版本，5.0 本身是支持的，所以这部手机可以用。如果还是不行，请接着看阿里云APP是不是最新版本；手边有 iPhone 的，也可以换它试试（iOS 支持效果更好）。',
  };
}

/** The closed list of verdicts has none for iOS: the rule, which is of Android alone, does not stop it. */
function ios(osVersion: string | undefined): Omit<Finding, 'entry'> {
  return {
    verdict: 'android-supported',
    severity: 'ok',
    evidence: osVersion === undefined ? '您用的是苹果的 iOS 系统。' : `您用的是苹果的 iOS ${osVersion}。`,
    advice: '可以用，“不低于 5.0”只针对安卓。iOS 支持效果更好，也是推荐使用的系统。',
  };
}

function harmony(osVersion: string | undefined): Omit<Finding, 'entry'> {
  return {
    verdict: 'version-unknown',
    severity: 'notice',
    evidence: osVersion === undefined ? '您的手机是鸿蒙系统。' : `您的手机是鸿蒙 ${osVersion}。`,
    advice:
      '官方说明只写了安卓和 iOS，没有写鸿蒙能不能用，我不能替它下结论。您可以先扫码试一试；不行的话，换用 iPhone（推荐）或安卓 5.0 及以上的手机，也可以找人工客服。',
  };
}

function unknownSystem(osVersion: string | undefined): Omit<Finding, 'entry'> {
  return {
    verdict: 'version-unknown',
    severity: 'notice',
    evidence: osVersion === undefined ? '还不知道手机是什么系统。' : `系统版本是 ${osVersion}，还不知道是哪种系统。`,
    advice: WHICH_SYSTEM,
  };
}

function unknownVersion(): Omit<Finding, 'entry'> {
  return {
    verdict: 'version-unknown',
    severity: 'notice',
    evidence: '您的手机是安卓，还不知道版本。',
    advice: `${WHICH_VERSION}不低于 5.0 就可以用，5.0 以下不支持。`,
  };
}
