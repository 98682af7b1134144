import type { FileRef } from '../../bot/message.ts';

/** How the desk names what it makes of a picture. */
const WHAT: readonly (readonly [RegExp, string])[] = [
  [/^看到的地方/, '检查时标出的位置'],
  [/改好\.\w+$/, '改好的图片'],
  [/裁好\.\w+$/, '裁好的图片'],
  [/拼好\.\w+$/, '拼好的图片'],
];

/** What a file of the desk is, as it is told to people. */
export function fileWhat({ name }: Pick<FileRef, 'name'>): string {
  return WHAT.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

/** Whether it is the person's own picture, which stands beside what was made of it: they have it. */
export function isTheirOwn({ name }: Pick<FileRef, 'name'>): boolean {
  return name.startsWith('原图-');
}

/** Whether it only shows where something was seen: the words above it do not speak of it. */
export function isMarked({ name }: Pick<FileRef, 'name'>): boolean {
  return name.startsWith('看到的地方');
}
