import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/diagnostics/image/evidence.ts';
import { judge, judgeRefused } from '../../../src/diagnostics/image/judge.ts';
import { scaleFinding } from '../../../src/diagnostics/image/scale-finding.ts';
import { advice, good, readWell, withText } from './evidence.ts';

const verdicts = (evidence: Evidence) => judge(evidence).findings.map(({ verdict }) => verdict);
const measured = (measures: Partial<Evidence['measures']>): Evidence => ({
  ...good,
  measures: { ...good.measures, ...measures },
});

describe('judging a picture', () => {
  it('finds nothing about a good one', () => {
    expect(judge(good)).toEqual({ verdict: 'image-ok', findings: [] });
    expect(judge(withText({})).verdict).toBe('image-ok');
  });

  it('takes 4 MB strictly', () => {
    expect(judge({ ...good, facts: { ...good.facts, bytes: 4_194_303 } }).verdict).toBe('image-ok');
    const { findings } = judge({ ...good, facts: { ...good.facts, bytes: 4_194_304 } });
    expect(findings).toMatchObject([{ verdict: 'image-too-big', severity: 'problem', retryable: true }]);
    expect(findings[0]?.evidence).toContain('4194304');
  });

  it('names a format that is not taken, and a name that lies', () => {
    const { findings } = judge({ ...good, facts: { ...good.facts, format: 'heic', ending: 'jpg' } });
    expect(findings).toMatchObject([{ verdict: 'image-format', severity: 'problem' }]);
    expect(findings[0]?.evidence).toMatch(/HEIC.*虽然文件名以 \.jpg 结尾/);
    expect(findings[0]?.advice).toContain('兼容性最佳');
  });

  it('lets odd names pass and tells of those that the system would not take', () => {
    expect(judge({ ...good, facts: { ...good.facts, ending: 'tmp' } }).verdict).toBe('image-ok');
    expect(judge({ ...good, facts: { ...good.facts, ending: 'jfif' } }).findings).toMatchObject([
      { verdict: 'image-format', severity: 'notice' },
    ]);
  });

  it.each<[string, Partial<Evidence['measures']>]>([
    ['image-unclear', { crispness: 0.5 }],
    ['image-dark', { p95: 44 }],
    ['image-dark', { darkShare: 0.6 }],
    ['image-bright', { whiteShare: 0.6 }],
    ['image-glare', { white: { share: 0.02, box: { left: 0.4, top: 0.4, width: 0.1, height: 0.1 } } }],
  ])('advises %s and never refuses for a measure that was tuned on drawings', (verdict, measures) => {
    expect(judge(measured(measures))).toMatchObject({ verdict, findings: [{ severity: 'notice', retryable: true }] });
  });

  it('takes the white of a letter for paper', () => {
    const paper = measured({ whiteShare: 0.9, colourSpread: 20 });
    expect(judge({ ...paper, text: { ...readWell, document: 'letter' } }).verdict).toBe('image-ok');
    expect(judge({ ...paper, text: readWell }).verdict).toBe('image-bright');
  });

  it('orders what it found as the product says', () => {
    const many: Evidence = {
      ...withText({
        turned: 90,
        fields: { validity: { from: '2000-01-01', to: '2020-01-01', confidence: 0.99 } },
      }),
      facts: { ...good.facts, format: 'webp', bytes: 5_000_000 },
      measures: { ...good.measures, p95: 40, crispness: 0.5 },
      outline: { ...(good.outline as NonNullable<Evidence['outline']>), is: 'cut', sides: ['left'] },
    };
    expect(verdicts(many)).toEqual([
      'image-format',
      'image-too-big',
      'image-expired',
      'image-incomplete',
      'image-dark',
      'image-unclear',
      'image-turned',
    ]);
  });

  it('tells an expired document as one that another photo does not mend; the last day counts, 长期 never ends', () => {
    const until = (to: string) =>
      judge(withText({ document: 'id-back', fields: { validity: { from: '2006-11-26', to, confidence: 0.97 } } }));
    expect(until('2026-11-25').findings).toMatchObject([
      { verdict: 'image-expired', severity: 'problem', retryable: false },
    ]);
    expect(until('2026-11-26').verdict).toBe('image-ok');
    expect(until('long').verdict).toBe('image-ok');
  });

  it('checks the number on the card, and hides it', () => {
    const number = (text: string) =>
      judge(withText({ fields: { idNumber: { text, confidence: 0.98, birthAgrees: true } } }));
    expect(number('11010519491231002X').verdict).toBe('image-ok');
    const { verdict, findings } = number('110105194912310021');
    expect(verdict).toBe('id-invalid-checksum');
    expect(findings).toMatchObject([{ severity: 'notice', retryable: true }]);
    expect(JSON.stringify(findings)).not.toContain('110105194912310021');
  });

  it('sees a card cut off by its outline, by its lines, by its proportions and by what is missing', () => {
    const bare: Evidence = { ...withText({ reach: { across: 0.9, down: 0.8 } }), outline: undefined };
    const facts = (width: number, height: number) => ({ ...bare, facts: { ...good.facts, width, height } });
    expect(judge(facts(1586, 1000)).verdict).toBe('image-ok');
    expect(judge(facts(1190, 1000)).verdict).toBe('image-incomplete');
    expect(judge({ ...facts(1586, 1000), text: { ...readWell, cutAt: ['left'] } }).findings[0]?.evidence).toContain(
      '左边',
    );
    expect(
      judge({ ...facts(1586, 1000), text: { ...readWell, missing: ['公民身份号码'] } }).findings[0]?.evidence,
    ).toContain('公民身份号码');
  });

  it('calls unreadable only what is blurred and was not read', () => {
    const soft = measured({ crispness: 0.3 });
    expect(judge({ ...soft, text: { ...readWell, document: 'other', lines: 1, confidence: 0.6 } })).toMatchObject({
      verdict: 'image-unreadable',
      findings: [{ severity: 'problem' }, { verdict: 'image-unclear' }],
    });
    expect(judge({ ...soft, text: readWell }).verdict).toBe('image-unclear');
  });

  it('refuses a face without a document, and says how sure it is', () => {
    const { verdict, findings } = judge({
      ...withText({ document: 'face', sure: 0.9, lines: 0, confidence: 0 }),
      looks: { skinOval: 0.9, flatColours: 0, ovalShare: 0.2 },
    });
    expect(verdict).toBe('image-face-only');
    expect(findings[0]?.evidence).toContain('90%');
  });

  it('asks what it is where it cannot tell', () => {
    expect(judge(withText({ document: 'other', lines: 3 })).verdict).toBe('image-cannot-tell');
  });

  it('judges an unsure picture as what it is said to be', () => {
    const told = (text: Partial<typeof readWell>) =>
      judge({ ...withText({ document: 'id-front', ...text }), told: 'id-front' });
    expect(told({}).verdict).toBe('image-ok');
    const unread = told({ lines: 0, confidence: 0, missing: ['姓名', '公民身份号码'] });
    expect(unread.verdict).toBe('image-cannot-tell');
    expect(unread.findings[0]?.evidence).toContain('没有读到“姓名”“公民身份号码”');
    expect(judge({ ...withText({ document: 'other' }), told: 'other' }).findings[0]?.evidence).toContain('没有核对');
  });

  it('judges the file of a screen only where it shows a document', () => {
    const facts = { ...good.facts, format: 'webp', bytes: 5_000_000 } as const;
    const screen = { ...withText({ document: 'screenshot' }), isScreenshot: true, facts };
    expect(verdicts(screen)).toEqual([]);
    expect(verdicts({ ...screen, text: { ...readWell, document: 'screenshot', shows: 'id-front' } })).toEqual([
      'image-format',
      'image-too-big',
      'image-not-original',
    ]);
  });

  it('lays no rule for photos on a screenshot', () => {
    const dark = measured({ p95: 40, darkShare: 0.9, crispness: 0.3 });
    expect(judge({ ...dark, isScreenshot: true, text: { ...readWell, document: 'screenshot' } }).verdict).toBe(
      'image-ok',
    );
  });

  it('compares front and back', () => {
    expect(scaleFinding(1.08, advice)).toBeUndefined();
    expect(scaleFinding(undefined, advice)).toBeUndefined();
    expect(scaleFinding(0.8, advice)).toMatchObject({ verdict: 'image-ratio', severity: 'notice' });
    expect(scaleFinding(0.8, advice)?.evidence).toContain('1.25');
  });

  it('says what a file is that could not be opened', () => {
    const refused = (
      reason: Parameters<typeof judgeRefused>[0]['reason'],
      found: Parameters<typeof judgeRefused>[0]['found'],
    ) => judgeRefused({ is: 'refused', reason, found, bytes: 1000 });
    expect(refused('empty', 'empty').verdict).toBe('image-unreadable');
    expect(refused('not-a-picture', 'pdf')).toMatchObject({ verdict: 'image-format' });
    expect(refused('broken', 'heic').findings.map(({ verdict }) => verdict)).toEqual([
      'image-unreadable',
      'image-format',
    ]);
    expect(refused('too-many-bytes', 'jpg').verdict).toBe('image-too-big');
    expect(refused('not-a-picture', 'unknown').verdict).toBe('image-unreadable');
  });
});
