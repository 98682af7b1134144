import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Knowledge, openKnowledge } from '../../src/knowledge/knowledge.ts';
import { NO_OVERLAY, type Overlay } from '../../src/knowledge/overlay.ts';
import { modelDir, type SmallContent, smallContent } from '../knowledge/small-content.ts';
import { type AtConsole, openPeopleDesk, type PeopleDesk } from './people-desk.ts';

let content: SmallContent;
let knowledge: Knowledge;
let desk: PeopleDesk;
let editor: AtConsole;
let boss: AtConsole;
let overlay = (): Overlay => NO_OVERLAY;

beforeAll(async () => {
  content = smallContent();
  smallSets(content);
  const { dataDir, cacheDir } = content;
  knowledge = await openKnowledge({ dataDir, cacheDir, modelDir, overlay: () => overlay() });
  desk = await openPeopleDesk(knowledge, undefined, { dataDir });
  overlay = desk.content.overlay;
  editor = await desk.agent('editor', 'editor');
  boss = await desk.agent('boss', 'supervisor');
}, 300_000);

afterAll(async () => {
  await desk.close();
  await knowledge.close();
  content.remove();
});

/** Two sets of a few questions, guarded loosely: this content is too small to be held to anything. */
function smallSets({ dataDir, write }: SmallContent): void {
  mkdirSync(`${dataDir}/eval`);
  const guard = { right: 0.3, helped: 0.3, wrong: 0.7, answered: 0.7, clarified: 0.7 };
  const faq = [
    { id: 'a', q: '证书传好了还一直显示上传中', entry: 5 },
    { id: 'b', q: '授权书在哪里下载', entry: 12 },
    { id: 'c', q: '域名证书有好几个位置,都要传吗', entry: 4 },
  ];
  const ood = [
    { id: 'd', q: '你好', kind: 'smalltalk' },
    { id: 'e', q: '今天天气怎么样', kind: 'offtopic' },
  ];
  const lines = (items: readonly object[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');
  write('eval/dev_faq.jsonl', lines(faq));
  write('eval/dev_ood.jsonl', lines(ood));
  const guards = { note: 'small', sets: [{ set: 'dev', ...guard }], noise: 0.5 };
  writeFileSync(`${dataDir}/eval/guards.json`, JSON.stringify(guards));
}

/** The trial once it is over. */
async function finished(id: string) {
  for (;;) {
    const { body } = await editor.call('GET', `/content/trials/${id}`);
    if (body.state === 'done' || body.state === 'failed') return body;
    await new Promise(setImmediate);
  }
}

describe('what the desk learns while it runs', () => {
  /** No entry of this content helps, and its words are near to what is known of other cloud products. */
  const QUESTION = '服务器要买多久才能备案';

  it('a question goes from a gap over a trial into its entry, and back out of it', async () => {
    const visitor = await desk.visitor();
    const asked = async () => (await visitor.say(QUESTION)).body.outcome;
    expect(await asked()).toMatchObject({ kind: 'not-covered', entry: null });

    const { body: gaps } = await editor.call('GET', '/content/gaps?days=7');
    const group = gaps.groups.find(({ texts }: { texts: string[] }) => texts.includes(QUESTION));
    expect(group).toMatchObject({ size: 1, covered: 0, talks: 1, examples: [{ text: QUESTION, times: 1 }] });
    expect(gaps).toMatchObject({ asked: 1, dismissed: 0, by: 'meaning' });
    expect(JSON.stringify(gaps)).not.toContain(visitor.talk);

    const texts = [QUESTION, '服务器买几个月才让备案', '要买多长时间的服务器才可以备案'];
    const begun = await editor.call('POST', '/content/trials', { subject: 'similar', entry: 12, texts });
    expect(begun.status).toBe(202);
    const early = await editor.call('POST', `/content/trials/${begun.body.id}/publish`, {});
    expect(early).toMatchObject({ status: 409, body: { error: { code: 'not-finished' } } });
    const trial = await finished(begun.body.id);
    expect(trial).toMatchObject({ state: 'done', passes: true, why: [], by: 'editor', name: '12', share: 1 });
    expect(trial.before.sets[0]).toMatchObject({ set: 'dev', inScope: 3, outOfScope: 2 });
    expect(trial.wanted.map(({ asWanted }: { asWanted: boolean }) => asWanted)).toEqual([true, true, true]);
    expect(await asked(), 'a trial changes nothing').toMatchObject({ kind: 'not-covered' });

    const published = await editor.call('POST', `/content/trials/${trial.id}/publish`, { note: '常有人问' });
    expect(published).toMatchObject({ status: 200, body: { applied: true, revision: { undoable: true } } });
    expect(await asked()).toMatchObject({ kind: 'answer', entry: 12 });
    const { body: after } = await editor.call('GET', '/content/gaps');
    expect(after.groups).toMatchObject([{ size: 0, covered: 2, texts: [] }]);
    const { body: known } = await editor.call('GET', '/content/entries');
    const entry = known.entries.find(({ number }: { number: number }) => number === 12);
    expect(entry.questions.at(-3)).toMatchObject({ text: QUESTION, own: true, revision: published.body.revision.id });
    const again = await editor.call('POST', `/content/trials/${trial.id}/publish`, {});
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'published' } } });

    const back = await boss.call('POST', `/content/revisions/${published.body.revision.id}/undo`, {});
    expect(back).toMatchObject({
      status: 200,
      body: { applied: true, revision: { undoes: published.body.revision.id } },
    });
    const { kind } = await asked();
    expect(kind).toBe('not-covered');
  }, 300_000);

  it('publishes nothing that was tried on older content', async () => {
    const begin = async (texts: readonly string[]) =>
      (await editor.call('POST', '/content/trials', { subject: 'outside', kind: 'near-domain', texts })).body.id;
    const [first, second] = [await begin(['备案号在哪里查询呀']), await begin(['备案费要交多少呀'])];
    await finished(second);
    expect(await editor.call('POST', `/content/trials/${first}/publish`, {})).toMatchObject({ status: 200 });
    const late = await editor.call('POST', `/content/trials/${second}/publish`, {});
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'later' } } });
  }, 300_000);

  it('tries nothing that makes no sense', async () => {
    const status = async (body: object) => (await editor.call('POST', '/content/trials', body)).status;
    const known = knowledge.entries().get(5)?.questions[0]?.text;
    expect(await status({ subject: 'similar', entry: 12, texts: [known] })).toBe(409);
    expect(await status({ subject: 'similar', entry: 5, texts: [known] })).toBe(409);
    expect(await status({ subject: 'similar', entry: 77, texts: ['没有这一条'] })).toBe(404);
    expect(await status({ subject: 'similar', entry: 12, texts: ['# #'] })).toBe(400);
    expect(await status({ subject: 'similar', entry: 12, texts: [], remove: [known] })).toBe(400);
    expect(await status({ subject: 'similar', entry: 12, texts: [] })).toBe(400);
    expect(await status({ subject: 'outside', kind: 'whatever', texts: ['问题'] })).toBe(400);
  });

  it('leaves out a group that was dismissed, until that is taken back', async () => {
    const sizes = async () => (await editor.call('GET', '/content/gaps')).body.groups.length;
    expect(await sizes()).toBe(1);
    const dismissed = await editor.call('POST', '/content/gaps/dismiss', { texts: [QUESTION] });
    expect(dismissed).toMatchObject({ status: 200, body: { applied: true } });
    expect(JSON.stringify(await desk.store.revisions.values())).not.toContain(QUESTION);
    expect(await sizes()).toBe(0);
    await editor.call('POST', `/content/revisions/${dismissed.body.revision.id}/undo`, {});
    expect(await sizes()).toBe(1);
  });
});

describe('rules that are filled in', () => {
  it('put a link into the answer, and take it out again', async () => {
    const preview = async () => (await editor.call('GET', '/content/entries/12/preview')).body.replies[0];
    expect((await preview()).text).not.toContain('](');
    const links = [{ name: '资料下载', url: 'https://help.example.cn/forms' }];
    const set = await editor.call('PUT', '/content/links', { links, base: null });
    expect(set).toMatchObject({ status: 200, body: { applied: true } });
    expect(await preview()).toMatchObject({ sources: [{ entry: 12 }] });
    expect((await preview()).text).toContain('资料下载章节（[打开](https://help.example.cn/forms)）');
    const late = await boss.call('PUT', '/content/links', { links: [{ name: '授权书', url: null }], base: null });
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'later' } } });
    await editor.call('POST', `/content/revisions/${set.body.revision.id}/undo`, {});
    expect((await preview()).text).not.toContain('](');
  });

  it('reach the checks without a restart', async () => {
    const release = { version: '6.14.0', date: '2026-02-20', source: 'App Store' };
    const releases = { android: null, ios: release, harmony: null };
    expect(await editor.call('PUT', '/content/releases', { releases })).toMatchObject({ status: 200 });
    const others = [
      {
        title: '四川管局通知',
        date: '2025-05-01',
        sentence: '主体负责人应为法定代表人。',
        provinces: ['四川'],
        required: true,
      },
    ];
    expect(await editor.call('PUT', '/content/provinces', { others })).toMatchObject({ status: 200 });
    const checks = desk.content.desk.answering()?.checks;
    expect(checks?.releases).toEqual({ ios: release });
    expect(checks?.byId('province')?.run({ province: '四川' })).toMatchObject({ verdict: 'other-source' });
    const { body: rules } = await editor.call('GET', '/content/rules');
    expect(rules).toMatchObject({ releases: { ios: release, android: null }, provinces: { others } });
    expect(rules.provinces.shipped).toHaveLength(18);
    expect(
      await editor.call('PUT', '/content/provinces', { others: [{ ...others[0], provinces: ['广东'] }] }),
    ).toMatchObject({
      status: 400,
    });
    const wrong = { ...releases, ios: { ...release, version: 'newest' } };
    expect(await editor.call('PUT', '/content/releases', { releases: wrong })).toMatchObject({ status: 400 });
  });

  it('are due until somebody looks at them', async () => {
    const due = async () =>
      (await editor.call('GET', '/content/reminders')).body.reminders.map(
        ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`,
      );
    expect(await due()).toEqual(expect.arrayContaining(['entry 4', 'entry 12', 'release android', 'link 授权书']));
    expect(await due()).not.toContain('release ios');
    expect(await editor.call('POST', '/content/entries/4/review', {})).toMatchObject({ status: 200 });
    expect(await due()).not.toContain('entry 4');
    const { body } = await editor.call('GET', '/content/entries');
    expect(body.entries[0]).toMatchObject({ number: 4, reviewedAt: '2026-03-02', reviewedBy: 'editor' });
  });
});

describe('who may change the content', () => {
  it('is an editor or a supervisor, and editors see no conversation', async () => {
    const agent = await desk.agent('agent');
    for (const path of ['entries', 'entries/12/preview', 'gaps', 'rules', 'revisions', 'reminders']) {
      expect((await agent.call('GET', `/content/${path}`)).status, path).toBe(403);
      expect((await editor.call('GET', `/content/${path}`)).status, path).toBe(200);
      expect((await boss.call('GET', `/content/${path}`)).status, path).toBe(200);
    }
    for (const path of ['/queue', '/talks?closed']) expect((await editor.call('GET', path)).status).toBe(403);
    expect((await agent.call('POST', '/content/gaps/dismiss', { texts: ['x'] })).status).toBe(403);
  });

  it('sets canned replies as an editor, and hours as a supervisor alone; both can be taken back', async () => {
    const canned = [{ key: 'hi', text: '您好。' }];
    expect(await editor.call('PUT', '/canned', { canned })).toEqual({ status: 200, body: { canned } });
    const hours = { weekly: { 1: [{ from: '09:00', to: '18:00' }] }, holidays: true, exceptions: [] };
    expect((await editor.call('PUT', '/hours', { hours })).status).toBe(403);
    expect(await boss.call('PUT', '/hours', { hours })).toEqual({ status: 200, body: { hours } });
    const { body } = await editor.call('GET', '/content/revisions?subject=hours');
    expect(body.revisions).toMatchObject([{ who: 'boss', subject: 'hours', title: '服务时间', undoable: true }]);
    const path = `/content/revisions/${body.revisions[0].id}/undo`;
    expect((await editor.call('POST', path, {})).status).toBe(403);
    expect((await boss.call('POST', path, {})).status).toBe(200);
    expect((await boss.call('GET', '/hours')).body).toEqual({ hours: null });
    expect(desk.faults).toEqual([]);
  });
});
