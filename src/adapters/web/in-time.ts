import { HttpError } from '../http-error.ts';
import { within } from '../within.ts';

/**
 * What comes of a turn, or 503 once it takes longer than so many milliseconds. The framework's own limit would count
 * the upload of pictures too.
 */
export function inTime<T>(milliseconds: number, turn: Promise<T>): Promise<T> {
  return within(milliseconds, turn, () => {
    throw new HttpError(503, 'busy', '处理的时间太长了。您的问题还在，请过几秒再试。');
  });
}
