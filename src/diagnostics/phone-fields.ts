import { z } from 'zod';
import { asks } from './diagnostic.ts';

/** The systems of a phone that the facts of a conversation know. */
export const Platform = z.enum(['android', 'ios', 'harmony']);
export type Platform = z.output<typeof Platform>;

/** Where to see what system a phone has. */
export const WHICH_SYSTEM =
  '打开手机的“设置”，进“关于手机”（苹果是“通用 > 关于本机”）：写着 Android 版本的是安卓，写着 iOS 版本的是苹果，写着 HarmonyOS 版本的是鸿蒙。';

/** The phone that runs the APP; asked by every check that depends on it. */
export const platformField = Platform.optional().register(asks, {
  question: ({ suggested }) => `扫码用的手机是什么系统：安卓、苹果（iOS），还是鸿蒙？${hint(suggested)}`,
  choices: [
    { label: '安卓', means: { platform: 'android' } },
    { label: '苹果（iOS）', means: { platform: 'ios' } },
    { label: '鸿蒙', means: { platform: 'harmony' } },
  ],
  help: WHICH_SYSTEM,
});

/** What the browser says of the device at hand: to be confirmed, never taken for the phone. */
function hint(suggested: unknown): string {
  const name = Platform.safeParse(suggested).data;
  return name ? `您现在用的这台看着是${NAMES[name]}，也用它扫码的话，点“${NAMES[name]}”就行。` : '';
}

const NAMES = { android: '安卓', ios: '苹果（iOS）', harmony: '鸿蒙' } as const;

/** The entry that the person came from, where it has to do with versions: 1 scanning, 2 error messages. */
export const entryField = z.int().optional();
