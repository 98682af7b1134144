import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answered } from '../../../src/bot/message.ts';
import { heldPictures } from '../../../src/bot/pictures/held-pictures.ts';
import type { Finding } from '../../../src/diagnostics/diagnostic.ts';
import type { DocumentKind } from '../../../src/diagnostics/image/document/document-kind.ts';
import type { PictureReport } from '../../../src/diagnostics/image/picture-report.ts';
import type { PictureDesk } from '../../../src/diagnostics/image/worker/picture-desk.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { type Desk, openDesk } from '../../desk.ts';
import { memoryVault } from '../../memory-vault.ts';
import { trainedKnowledge } from '../../trained.ts';
import { buttons, named, said } from './shown.ts';

const OFFER = '要我把情况转给人工客服吗？';

/** A picture that says of itself what is seen in it; `nth` makes it a file of its own. */
interface Drawn {
  readonly nth: number;
  readonly document: DocumentKind;
  readonly finding?: Pick<Finding, 'verdict' | 'severity' | 'retryable'>;
}

const cutOff = (nth: number, document: DocumentKind = 'id-front'): Drawn => ({
  ...{ nth, document },
  finding: { verdict: 'image-incomplete', severity: 'problem', retryable: true },
});
const dark = (nth: number): Drawn => ({
  ...{ nth, document: 'id-front' },
  finding: { verdict: 'image-dark', severity: 'problem', retryable: true },
});
const heavy = (nth: number): Drawn => ({
  ...{ nth, document: 'id-front' },
  finding: { verdict: 'image-too-big', severity: 'problem', retryable: true },
});
const good: Drawn = { nth: 0, document: 'id-front' };
const expired: Drawn = {
  ...{ nth: 0, document: 'id-back' },
  finding: { verdict: 'image-expired', severity: 'problem', retryable: false },
};

/** Eyes that believe what a picture says of itself. */
const eyes: Pick<PictureDesk, 'check' | 'warm' | 'close'> = {
  async check(bytes): Promise<PictureReport> {
    const { nth, document, finding } = JSON.parse(Buffer.from(bytes).toString()) as Drawn;
    const findings = finding ? [{ ...finding, evidence: '看到的。', advice: '这样办。', entry: 10 }] : [];
    return {
      is: 'checked',
      verdict: finding?.verdict ?? 'image-ok',
      findings,
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      seen: {
        facts: {
          ...{ format: 'jpg', bytes: 2_000_000, width: 1_600, height: 1_000, orientation: 1 },
          ...{ hasAlpha: false, frames: 1, isGrey: false, isCmyk: false, bitsPerChannel: 8 },
        },
        fingerprint: String(nth).repeat(16).slice(0, 16),
        document,
        sure: 0.9,
        fields: {},
        lines: [`${document} ${nth}`],
        turned: 0,
      },
    };
  },
  warm: async () => {},
  close: async () => {},
};

let knowledge: Knowledge;
let desk: Desk;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openDesk(knowledge, { desk: eyes as PictureDesk, vault: memoryVault(), held: heldPictures() });
});
afterEach(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});

const show = (picture: Drawn, text = ''): Promise<Answered> =>
  desk.show([named(Buffer.from(JSON.stringify(picture)))], { consents: true, text });

async function kinds(...pictures: readonly Drawn[]): Promise<readonly string[]> {
  const shown: string[] = [];
  for (const picture of pictures) shown.push((await show(picture)).outcome.kind);
  return shown;
}

describe('a document that is photographed again and again, always with the same fault', () => {
  it('is offered to a person with the third picture, and accepting hands it over with that reason', async () => {
    expect(await kinds(cutOff(1), cutOff(2))).toEqual(['finding', 'finding']);
    const third = await show(cutOff(3));
    expect(third.outcome).toMatchObject({ kind: 'handoff-offered', handoff: 'offered', verdict: 'image-incomplete' });
    expect(said(third)).toContain(OFFER);
    expect(buttons(third)).toEqual(['转人工', '先不用']);
    await desk.say('好的');
    await desk.say('13800138000');
    expect((await desk.store.byId('talk-1'))?.case).toMatchObject({ state: 'ticket', reason: 'image_unfixable' });
  });

  it('is not offered again in the turn after it was declined, and is in the one after that', async () => {
    await kinds(cutOff(1), cutOff(2), cutOff(3));
    expect((await desk.say('先不用')).outcome.kind).toBe('declined');
    const fourth = await show(cutOff(4));
    expect([fourth.outcome.kind, said(fourth).includes(OFFER)]).toEqual(['finding', false]);
    expect((await show(cutOff(5))).outcome.kind).toBe('handoff-offered');
  });

  it('is counted whatever was sent of another document, or too little to tell which', async () => {
    expect(await kinds(cutOff(1), cutOff(2, 'id-back'), cutOff(3, 'other'), cutOff(4))).toEqual([
      ...['finding', 'finding', 'finding'],
      'handoff-offered',
    ]);
  });

  it('is not counted where the same file comes again, another fault, or a good picture', async () => {
    const again = [cutOff(1), cutOff(1), cutOff(1), cutOff(2), dark(3), cutOff(4), cutOff(5), good, cutOff(6)];
    expect(new Set(await kinds(...again))).toEqual(new Set(['finding']));
  });

  it('is not where a file of ours helps', async () => {
    expect(new Set(await kinds(heavy(1), heavy(2), heavy(3)))).toEqual(new Set(['finding']));
  });
});

describe('a document that cannot be used, whose owner has no other', () => {
  it.each(['我没有别的身份证了', '只有这一张', '新证还没办下来'])(
    'is offered to a person at once: %s',
    async (words) => {
      await show(expired);
      const answered = await desk.say(words);
      expect(answered.outcome).toMatchObject({ kind: 'handoff-offered', handoff: 'offered', verdict: 'image-expired' });
      expect(buttons(answered)).toEqual(['转人工', '先不用']);
      await desk.say('要');
      await desk.say('13800138000');
      expect((await desk.store.byId('talk-1'))?.case.reason).toBe('image_unfixable');
    },
  );

  it('also where they say so beside the picture', async () => {
    const { outcome } = await show(expired, '只有这一张');
    expect(outcome).toMatchObject({ kind: 'handoff-offered', verdict: 'image-expired' });
  });

  it('is not where another picture of it would do', async () => {
    await show(cutOff(1));
    expect((await desk.say('只有这一张')).outcome.kind).not.toBe('handoff-offered');
  });
});
