import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TurnError } from '../../../bot/turn-error.ts';
import type { Http } from '../../http.ts';
import { HttpError, toHttpError } from '../../http-error.ts';
import { hashToken } from '../../token.ts';
import { inTime } from '../in-time.ts';
import { perAddress } from '../limit.ts';
import type { Web } from '../web.ts';
import { type PlainPage, plainHtml } from './plain-html.ts';
import { plainTalk } from './plain-talk.ts';
import { plainTicket } from './plain-ticket.ts';

/** Lines shown at once. */
const SHOWN = 200;
const LONGEST = 2_000;
/** Milliseconds after which the page comes without the answer, which can be fetched then. */
const PATIENCE = 30_000;
const FORM = 'application/x-www-form-urlencoded';

type Form = Readonly<Record<string, string>>;
type Session = NonNullable<PlainPage['session']>;
type Shown = Omit<Partial<PlainPage>, 'once' | 'welcome'>;

/** The chat as plain HTML forms at `/plain`: for browsers that do not run the widget. 留言 included, pictures not. */
export function plainRoutes(app: Http, web: Web): void {
  app.register(async (scope: Http) => {
    scope.addContentTypeParser<string>(FORM, { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body)));
    });
    scope.get('/plain', { schema: { hide: true } }, (_request, reply) => show(reply, {}));
    const { rateLimit } = perAddress(web);
    scope.post(
      '/plain',
      {
        // Once the form is read, so that what was typed comes back with the refusal.
        config: { rateLimit: rateLimit && { ...rateLimit, hook: 'preHandler' as const } },
        schema: { hide: true, body: z.record(z.string(), z.string(), '请用页面上的表格来问。') },
        onRequest: async (request) => refuseOtherSites(request),
        // People read it, not programs.
        errorHandler: (error, request, reply) => void refuse(error, request, reply),
      },
      async (request, reply) => show(reply, await answered(request.body)),
    );
  });

  function show(reply: FastifyReply, shown: Shown): FastifyReply {
    const once = randomBytes(16).toString('base64url');
    return reply
      .type('text/html; charset=utf-8')
      .send(plainHtml({ once, welcome: web.welcome(), lines: [], ...shown }));
  }

  /** Without a look into the store: whoever asks too often costs nothing. The conversation comes with the next attempt. */
  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const known = toHttpError(error);
    if (known.statusCode >= 500) request.log.error({ err: error, route: request.routeOptions.url }, known.code);
    const { talk, token, text, contact = '' } = (request.body ?? {}) as Form;
    const session = talk !== undefined && token !== undefined ? { talk, token } : undefined;
    const isTicket = session !== undefined && contact !== '';
    reply.code(known.statusCode).headers(known.headers);
    return show(reply, {
      session,
      problem: known.message,
      ...(isTicket ? { ticket: { text: text ?? '', contact } } : { typed: text }),
    });
  }

  async function answered(form: Form): Promise<Shown> {
    const { choice, contact, look, text: typed = '', once } = form;
    const known = await sessionOf(form);
    if (form.talk !== undefined && !known) return { problem: '上次的对话已过期，请重新问一次。', typed };
    if (contact !== undefined && known) {
      const left = await plainTicket(known.talk, { text: typed.trim(), contact: contact.trim() }, web);
      return { ...(await shown(known)), ...left };
    }
    if (look !== undefined && known) return { ...(await shown(known)), typed };
    const text = (choice ?? typed).trim();
    const problem = wrongWith(text);
    if (problem !== undefined) return { ...(known && (await shown(known))), problem, typed };
    const session = known ?? (await plainTalk(once, web));
    // A choice was pressed beside words that wait to be sent.
    return say(session, text, once, choice === undefined ? '' : typed);
  }

  async function say(session: Session, text: string, once: string | undefined, rest: string): Promise<Shown> {
    const talk = { channel: 'web', room: session.talk, user: session.talk } as const;
    const message = { id: idOf(once, text), at: web.clock().toISOString(), talk, text };
    try {
      await inTime(PATIENCE, web.receive(message));
      return { ...(await shown(session)), typed: rest };
    } catch (error) {
      if (error instanceof TurnError && error.code === 'no-talk') return { problem: error.message, typed: text };
      if (error instanceof TurnError) return { ...(await shown(session)), problem: error.message, typed: text };
      if (!(error instanceof HttpError)) throw error;
      if (error.code !== 'busy') return { ...(await shown(session)), problem: error.message, typed: text };
      return { ...(await shown(session)), problem: '还在处理，请过几秒点“看看有没有新回答”。', typed: rest };
    }
  }

  async function sessionOf({ talk, token }: Form): Promise<Session | undefined> {
    if (talk === undefined || token === undefined) return undefined;
    return (await web.store.byToken(talk, hashToken(token))) && { talk, token };
  }

  async function shown(session: Session): Promise<Shown> {
    const record = await web.store.byId(session.talk);
    const lines = await web.store.lines(session.talk, Math.max(0, (record?.seq ?? 0) - SHOWN), SHOWN);
    return { session, lines };
  }
}

/**
 * No other site may show its own conversation here, for the person to write into. Browsers that do not say where a form
 * comes from are let in: the page of the conversation holds the only token there is.
 */
function refuseOtherSites({ headers }: FastifyRequest): void {
  const from = headers['sec-fetch-site'];
  if (from !== 'cross-site' && from !== 'same-site') return;
  throw new HttpError(403, 'other-site', '这次提问是从别的网站发来的，没有接收。请在这一页重新问。');
}

function wrongWith(text: string): string | undefined {
  const { length } = [...text];
  if (length === 0) return '请先写下问题，再点发送。';
  return length > LONGEST ? `您写了 ${length} 个字，最多 ${LONGEST} 个字，请删减一下。` : undefined;
}

/** The same words of the same page are the same message: a reload says them once. */
function idOf(once: string | undefined, text: string): string {
  const name = once ?? randomBytes(16).toString('base64url');
  return createHash('sha256').update(`${name}\n${text}`).digest('base64url');
}
