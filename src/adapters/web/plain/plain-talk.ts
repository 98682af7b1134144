import { hashToken } from '../../token.ts';
import { openTalk } from '../open-talk.ts';
import type { Web } from '../web.ts';
import type { PlainPage } from './plain-html.ts';

/** What the page names its forms by: 128 random bits, base64url. */
const NAME = /^[\w-]{22}$/;

/**
 * The talk that the first question of a form begins. It follows from the form's name, so that a form that is sent twice
 * begins one; nobody can tell the token from the talk. A form without a name begins a new one each time.
 */
export async function plainTalk(
  once: string | undefined,
  web: Pick<Web, 'store' | 'clock' | 'welcome' | 'seal' | 'lock'>,
): Promise<NonNullable<PlainPage['session']>> {
  if (once === undefined || !NAME.test(once)) {
    const { talk, token } = await openTalk(web);
    return { talk, token };
  }
  const talk = web.seal.digest(`plain talk\n${once}`).slice(0, 22);
  const token = web.seal.digest(`plain token\n${once}`);
  return web.lock.run(`plain ${talk}`, async () => {
    if (!(await web.store.byToken(talk, hashToken(token)))) await openTalk(web, { talk, token });
    return { talk, token };
  });
}
