import { seeded } from '../../src/knowledge/random.ts';
import { degrade, jpeg, shrink } from './degrade.ts';
import { photoOf } from './photo-of.ts';
import { plainScreen } from './plain-screen.ts';
import { screenshot } from './screenshot.ts';

/** A text as a dialog breaks it, in lines of so many characters. */
export function broken(text: string, length: number): readonly string[] {
  return text.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [];
}

/** A screen with a message on it: a dialog, a toast, a dark one, nothing but the message, or a photo of the phone. */
export async function messageScreen(text: string, seed: number): Promise<Buffer> {
  const random = seeded(seed * 23 + 11);
  const lines = broken(text, 9 + Math.floor(random() * 5));
  const width = 720;
  switch (seed % 5) {
    case 0:
      return screenshot({ kind: 'error', lines, width });
    case 1:
      return screenshot({ kind: 'error', lines, width, shape: 'toast' });
    case 2:
      return degrade(await screenshot({ kind: 'error', lines, width, dark: true }), jpeg(35));
    case 3:
      return degrade(await plainScreen([text]), shrink(720));
    default:
      return photoOf(await screenshot({ kind: 'error', lines, width }), { seed, background: 'dark', angle: 2 });
  }
}

/** Messages that no entry knows; some of their words stand in those that one does. */
export const UNKNOWN: readonly string[] = [
  '网络异常，请检查网络设置后重试',
  '登录已过期，请重新登录',
  '请检查姓名和手机号是否正确',
  '参数有误，请联系管理员',
  '验证码错误',
  '图片加载失败',
  '该域名已被其他账号绑定',
  '资料已提交，请等待审核',
  '人脸识别成功',
  '工商信息查询中',
];
