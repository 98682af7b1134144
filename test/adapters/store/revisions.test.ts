import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setContent } from '../../../src/adapters/content/set-content.ts';
import type { Revision } from '../../../src/adapters/store/revision.ts';
import { type Refused, revisions } from '../../../src/adapters/store/revisions.ts';
import { opened, places } from './stores.ts';

const AT = '2026-03-02T06:00:00.000Z';
const ACT = { at: AT, who: 'a' };

function made(result: Revision | Refused): Revision {
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  return result;
}

describe.each(Object.entries(places))('revisions in %s', (_name, place) => {
  it('keep a value with how it came about, and put back what was there', async () => {
    const { revisions, setting, audit } = await opened(await place());
    const hours = { weekly: {}, holidays: false, exceptions: [] };
    const first = made(await revisions.change({ ...ACT, subject: 'hours', name: null, after: hours, note: '春节' }));
    expect(first).toMatchObject({ id: 1, who: 'a', before: null, after: hours, note: '春节', undoes: null });
    expect(await setting('hours')).toEqual(hours);

    const back = made(await revisions.undo(first.id, ACT));
    expect(back).toMatchObject({ subject: 'hours', before: hours, after: null, undoes: 1 });
    expect(await setting('hours')).toBeUndefined();
    expect(await revisions.byId(1)).toMatchObject({ undone: true });
    expect(await revisions.undo(first.id, ACT)).toEqual({ refused: 'undone' });
    expect(await revisions.undo(99, ACT)).toEqual({ refused: 'unknown' });

    made(await revisions.undo(back.id, ACT));
    expect(await setting('hours')).toEqual(hours);
    expect((await audit.entries({ limit: 9 })).map(({ what, detail }) => [what, detail.undoes])).toEqual([
      ['settings', 2],
      ['settings', 1],
      ['settings', undefined],
    ]);
  });

  it('refuse to take back what others were built on, and name it', async () => {
    const { revisions } = await opened(await place());
    const add = async (name: string, texts: readonly string[]) =>
      made(await revisions.change({ ...ACT, subject: 'similar', name, after: { texts } }));
    const first = await add('3', ['一']);
    const second = await add('3', ['一', '二']);
    const other = await add('5', ['三']);
    expect(await revisions.undo(first.id, ACT)).toMatchObject({ refused: 'later', by: { id: second.id } });
    made(await revisions.undo(other.id, ACT));
    made(await revisions.undo(second.id, ACT));
    made(await revisions.undo(first.id, ACT));
    expect(setContent(await revisions.values()).overlay.similar.size).toBe(0);
    expect(await revisions.list({ limit: 2, subject: 'similar' })).toMatchObject([{ undoes: 1 }, { undoes: 2 }]);
  });

  it('change nothing that was decided on something older, nor what is so already', async () => {
    const { revisions } = await opened(await place());
    const change = { ...ACT, subject: 'similar', name: '3', after: { texts: ['一'] } } as const;
    const base = { subjects: ['similar', 'outside'], id: 0 } as const;
    const first = made(await revisions.change({ ...change, base }));
    expect(await revisions.change({ ...change, after: { texts: ['二'] }, base })).toMatchObject({
      refused: 'later',
      by: { id: first.id },
    });
    expect(await revisions.change(change)).toEqual({ refused: 'same' });
    expect(await revisions.newest()).toBe(first.id);
    expect(await revisions.newest(['links'])).toBe(0);
  });

  it('that come at the same moment are one after the other', async () => {
    const { revisions } = await opened(await place());
    const base = { subjects: ['links'], id: 0 } as const;
    const results = await Promise.all(
      ['a', 'b', 'c', 'd'].map((path) =>
        revisions.change({ ...ACT, subject: 'links', name: null, after: { 授权书: `https://x.cn/${path}` }, base }),
      ),
    );
    expect(results.filter((result) => !('refused' in result))).toHaveLength(1);
    expect(await revisions.list({ limit: 9 })).toHaveLength(1);
  });

  it('keep no identity number in a note', async () => {
    const { revisions } = await opened(await place());
    const note = '用户 11010519491231002X 问的';
    const { note: kept } = made(await revisions.change({ ...ACT, subject: 'gap', name: 'x', after: {}, note }));
    expect(kept).not.toContain('11010519491231002X');
  });
});

describe('the algebra of taking back', () => {
  it('the newest that holds can always be taken back, and that puts back what was; twice is as if never', async () => {
    const { db, setting } = await opened(await places.SQLite());
    const kept = revisions(db);
    let run = 0;
    const step = fc.oneof(
      fc.record({ is: fc.constant('set' as const), value: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ is: fc.constant('undo' as const), back: fc.nat(5) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const name = String(++run);
        const value = () => setting(`content:similar:${name}`).then((set) => set ?? null);
        const own: number[] = [];
        for (const { is, ...given } of steps) {
          const before = await value();
          const back = own.at(-1 - ('back' in given ? given.back : 0));
          const result =
            'value' in given
              ? await kept.change({ ...ACT, subject: 'similar', name, after: { texts: [String(given.value)] } })
              : back === undefined
                ? undefined
                : await kept.undo(back, ACT);
          if (!result || 'refused' in result) {
            expect(await value()).toEqual(before);
            continue;
          }
          own.push(result.id);
          expect(result.before).toEqual(before);
          expect(await value()).toEqual(result.after);
          if (is === 'undo' && back !== undefined) {
            const target = await kept.byId(back);
            expect(result.after).toEqual(target?.before);
            expect(target?.after).toEqual(before);
          }
        }
        const newest = own.at(-1);
        if (newest === undefined) return;
        const last = await value();
        const undo = made(await kept.undo(newest, ACT));
        expect(await value()).toEqual((await kept.byId(newest))?.before);
        made(await kept.undo(undo.id, ACT));
        expect(await value()).toEqual(last);
      }),
      { numRuns: 30 },
    );
  });
});
