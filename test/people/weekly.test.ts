import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportContent } from '../../src/adapters/content/export-content.ts';
import { setContent } from '../../src/adapters/content/set-content.ts';
import { type Knowledge, openKnowledge } from '../../src/knowledge/knowledge.ts';
import { NO_OVERLAY, type Overlay } from '../../src/knowledge/overlay.ts';
import { modelDir, type SmallContent, smallContent } from '../knowledge/small-content.ts';
import { type AtConsole, openPeopleDesk, type PeopleDesk } from './people-desk.ts';

/** The desk's clock stands on a Monday; what happens then is of this week. */
const WEEK = '2026-W10';
/** Nothing of this content answers it. */
const GAP = '服务器要买多久才能备案';
/** They belong to entry 4, and the set knows that. */
const MEASURED = '域名证书有好几个位置,都要传吗';
const ALIKE = ['域名证书有好几个位置', '好几个位置都要传域名证书吗', '域名证书有几个位置,每个都要传吗'];

let content: SmallContent;
let knowledge: Knowledge;
let desk: PeopleDesk;
let editor: AtConsole;
let boss: AtConsole;
let overlay = (): Overlay => NO_OVERLAY;

beforeAll(async () => {
  content = smallContent();
  mkdirSync(`${content.dataDir}/eval`);
  const lines = (items: readonly object[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');
  const faq = [
    { id: 'a', q: '证书传好了还一直显示上传中', entry: 5 },
    { id: 'b', q: '授权书在哪里下载', entry: 12 },
    { id: 'c', q: MEASURED, entry: 4 },
  ];
  content.write('eval/dev_faq.jsonl', lines(faq));
  content.write('eval/dev_ood.jsonl', lines([{ id: 'd', q: '今天天气怎么样', kind: 'offtopic' }]));
  const guard = { set: 'dev', right: 0, helped: 0, wrong: 1, answered: 1, clarified: 1 };
  content.write('eval/guards.json', JSON.stringify({ note: 'small', sets: [guard], noise: 0 }));
  const { dataDir, cacheDir } = content;
  knowledge = await openKnowledge({ dataDir, cacheDir, modelDir, overlay: () => overlay() });
  desk = await openPeopleDesk(knowledge, undefined, { dataDir });
  overlay = desk.content.overlay;
  editor = await desk.agent('editor', 'editor');
  boss = await desk.agent('boss', 'supervisor');
  await boss.available();
}, 300_000);
afterAll(async () => {
  await desk.close();
  await knowledge.close();
  content.remove();
});

/** Somebody asks, wants a person, and the person sends the answer of entry 12. */
async function resolved(question: string): Promise<string> {
  const person = await desk.visitor();
  await person.say(question);
  await person.say('转人工');
  const { body } = await boss.call('GET', '/replies');
  const { text } = body.replies.find(({ entry }: { entry: number | null }) => entry === 12);
  const said = { id: person.talk, text: `您好。\n${text}` };
  expect((await boss.call('POST', `/talks/${person.talk}/messages`, said)).status).toBe(200);
  expect((await boss.call('POST', `/talks/${person.talk}/close`, { code: 'solved' })).status).toBe(200);
  return person.talk;
}

/** The trial of questions for entry 12 once it is over. */
async function tried(texts: readonly string[]) {
  const begun = await editor.call('POST', '/content/trials', { subject: 'similar', entry: 12, texts });
  for (;;) {
    const { body } = await editor.call('GET', `/content/trials/${begun.body.id}`);
    if (body.state === 'done' || body.state === 'failed') return body;
    await new Promise(setImmediate);
  }
}

const suggested = async () => (await editor.call('GET', '/content/suggestions')).body.suggestions;

describe('the questions of resolved cases', () => {
  it('are suggested for the entry that helped: tried, published, and written into its file', async () => {
    const talk = await resolved(GAP);
    const [suggestion, ...others] = await suggested();
    expect(others).toEqual([]);
    expect(suggestion).toMatchObject({ entry: 12, talks: 1, texts: [{ text: GAP, times: 1, by: 'answer' }] });
    expect(JSON.stringify(suggestion)).not.toContain(talk);

    const trial = await tried([GAP]);
    expect(trial).toMatchObject({ state: 'done', passes: true, why: [] });
    expect(await editor.call('POST', `/content/trials/${trial.id}/publish`, {})).toMatchObject({ status: 200 });
    expect(await suggested(), 'it is answered by now').toEqual([]);
    const changed = await exportContent(content.dataDir, setContent(await desk.store.revisions.values()));
    expect(changed).toEqual([expect.stringMatching(/^faq\/12-.*\.txt$/)]);
    expect(
      content
        .read(changed[0] ?? '')
        .trimEnd()
        .split('\n')
        .slice(-2),
    ).toEqual(['# 运营补充', GAP]);
  }, 300_000);

  it('are refused by the gate where the sets say that they belong elsewhere', async () => {
    for (const question of [MEASURED, ...ALIKE]) await resolved(question);
    const [{ texts }, ...others] = await suggested();
    expect(others).toEqual([]);
    expect(texts.map(({ text }: { text: string }) => text).toSorted()).toEqual([MEASURED, ...ALIKE].toSorted());
    const trial = await tried([MEASURED, ...ALIKE]);
    expect(trial).toMatchObject({ state: 'done', passes: false, why: [expect.stringContaining('判断正确的从')] });
    const published = await editor.call('POST', `/content/trials/${trial.id}/publish`, {});
    expect(published).toMatchObject({ status: 409, body: { error: { code: 'not-passed' } } });
    expect(setContent(await desk.store.revisions.values()).overlay.similar.get(12)).toEqual([GAP]);
  }, 300_000);

  it('are gone once they are dismissed, and back when that is undone', async () => {
    const dismissed = await editor.call('POST', '/content/suggestions/dismiss', {
      ...{ entry: 12, texts: [MEASURED, ...ALIKE] },
    });
    expect(dismissed).toMatchObject({ status: 200, body: { revision: { note: '给第 12 条的建议', undoable: true } } });
    expect(await suggested()).toEqual([]);
    await editor.call('POST', `/content/revisions/${dismissed.body.revision.id}/undo`, {});
    expect(await suggested()).toHaveLength(1);
  });
});

describe('the weekly report', () => {
  it('tells supervisors what was asked, what was not covered, and how cases went', async () => {
    const person = await desk.visitor();
    const answered = await person.say('授权书在哪里下载');
    await person.call('POST', '/feedback', { seq: answered.body.messages.at(-1).seq, helpful: false });
    const { status, body } = await boss.call('GET', `/content/weekly?week=${WEEK}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ week: WEEK, from: '2026-03-02', to: '2026-03-08', over: false },
      asked: { asked: 6, grouped: 6, by: 'meaning' },
      gaps: { asked: 1, groups: [{ size: 0, covered: 1, examples: [{ text: GAP }] }] },
      // Those who wanted a person right after, and the one who said so.
      unhelpful: [
        { entry: 4, persons: 4 },
        { entry: 12, votes: 1 },
      ],
      suggestions: [{ entry: 12, talks: 4 }],
      cases: { reasons: { total: { now: 5, before: 0 } }, resolution: { ways: [{ now: { came: 5, done: 5 } }, {}] } },
    });
    expect(body.turns.rows).toContainEqual({ outcome: 'not-covered', now: 1, before: 0 });
    expect(body.old.entries.map(({ entry }: { entry: number }) => entry).toSorted()).toEqual([12, 4, 5]);
  });

  it('tells editors nothing of conversations, and agents nothing at all', async () => {
    const { body } = await editor.call('GET', `/content/weekly?week=${WEEK}`);
    expect(body).toMatchObject({ asked: null, cases: null, gaps: { asked: 1 } });
    expect(body.unhelpful.every(({ examples }: { examples: readonly unknown[] }) => examples.length === 0)).toBe(true);
    const agent = await desk.agent('agent');
    for (const path of ['weekly', 'weekly.md', 'suggestions']) {
      expect((await agent.call('GET', `/content/${path}`)).status, path).toBe(403);
    }
  });

  it('is of the last week that is over where none is named, and refuses what is no week', async () => {
    expect((await boss.call('GET', '/content/weekly')).body).toMatchObject({ week: '2026-W09', over: true });
    const wrong = await boss.call('GET', '/content/weekly?week=2025-W53');
    expect(wrong).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('2026-W47') } } });
  });

  it('can be taken along as Markdown, which is logged', async () => {
    const signedIn = await desk.app.inject({
      method: 'POST',
      url: '/api/console/session',
      payload: { name: 'boss', password: 'orange-kettle-7-window' },
    });
    const cookie = signedIn.cookies.map((one) => `${one.name}=${one.value}`).join('; ');
    const url = `/api/console/content/weekly.md?week=${WEEK}`;
    const file = await desk.app.inject({ method: 'GET', url, headers: { cookie } });
    expect(file.headers['content-disposition']).toBe('attachment; filename="weekly-2026-W10.md"');
    expect(file.body).toContain('# 周报 2026-W10（2026-03-02 至 2026-03-08）');
    expect(file.body).toContain(`  - ${MEASURED}`);
    const [logged] = await desk.store.audit.entries({ limit: 1, what: ['export'] });
    expect(logged).toMatchObject({ who: boss.id, detail: { what: 'weekly', week: WEEK } });
    expect(desk.faults).toEqual([]);
  });
});
