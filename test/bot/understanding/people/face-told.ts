import { faceStoryIn } from '../../../../src/bot/understanding/people/face-story.ts';
import { said } from './said.ts';

/** A story in short: t total, m more, M many, F followed, P passed, X failed. */
export function told(text: string): string {
  const { total, more, many, followed, passed, failed } = faceStoryIn(said(text));
  return [
    total !== undefined && `t${total}`,
    more !== undefined && `m${more}`,
    many && 'M',
    followed && 'F',
    passed && 'P',
    failed && 'X',
  ]
    .filter(Boolean)
    .join(' ');
}
