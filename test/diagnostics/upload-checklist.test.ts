import { describe, expect, it } from 'vitest';
import { documents, uploadChecklist } from '../../src/diagnostics/upload-checklist.ts';

describe('the checklist of documents', () => {
  it('names each basic document that is missing', () => {
    const { verdict, findings } = uploadChecklist.run({ sameHead: false, uploaded: ['主体负责人证件'] });
    expect(verdict).toBe('missing');
    expect(findings.map(({ evidence }) => evidence)).toEqual(['还缺网站负责人证件。', '还缺主办单位证件。']);
  });

  it('says that one person in two roles uploads twice', () => {
    const [finding] = uploadChecklist.run({ sameHead: true, uploaded: ['主体负责人证件', '主办单位证件'] }).findings;
    expect(finding?.advice).toContain('也要在两个位置各传一次');
  });

  it('is complete with all three, and still says what to do when the message stays', () => {
    const { verdict, findings } = uploadChecklist.run({ sameHead: true, uploaded: [...documents] });
    expect(verdict).toBe('complete');
    expect(findings).toMatchObject([{ severity: 'ok', entry: 3 }]);
    expect(findings[0]?.advice).toContain('重新扫描');
  });
});
