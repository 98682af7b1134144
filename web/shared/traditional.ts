import { ConverterFactory } from 'opencc-js/core';
import { dictionary } from './dictionary.ts';

const convert = ConverterFactory(...dictionary);
/** What Taiwan says otherwise, and the conversion leaves as it is. */
const OWN: readonly (readonly [from: RegExp, to: string])[] = [
  [/退出登入/g, '登出'],
  [/退出了登入/g, '登出了'],
  [/客服臺/g, '客服台'],
  [/二維碼/g, 'QR 碼'],
  [/重置/g, '重設'],
  [/釋出/g, '發布'],
  [/快捷回覆/g, '快速回覆'],
  [/“/g, '「'],
  [/”/g, '」'],
];

/** A text in Traditional Chinese, in the words of Taiwan. Its dictionary is large: import it only for whoever reads it. */
export function traditional(text: string): string {
  return OWN.reduce((made, [from, to]) => made.replace(from, to), convert(text));
}
