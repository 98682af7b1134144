import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asks } from '../../src/diagnostics/diagnostic.ts';
import { provinceRule } from '../../src/diagnostics/province-rule.ts';
import { explained, listed } from '../../src/diagnostics/provinces/list.ts';
import { provinceNames } from '../../src/diagnostics/provinces/names.ts';
import { ProvinceRules, shownSentence } from '../../src/diagnostics/provinces/rules.ts';

const json = JSON.parse(readFileSync('data/rules/provinces.json', 'utf8'));
const rules = ProvinceRules.parse(json);
const check = provinceRule(rules);
const verdictOf = (province?: string) => check.run(check.input.parse({ province })).verdict;

describe('the rule file', () => {
  it('quotes the source word for word, with its date', () => {
    const source = readFileSync('data/source/upload-verification-faq.txt', 'utf8');
    expect(source).toContain(rules.faq.sentence);
    expect(source).toContain(`更新日期:${rules.faq.date}`);
    expect(source).toContain(rules.faq.title);
  });

  it('holds 18 provinces where the source writes 19 names, 湖北 twice', () => {
    const written = rules.faq.sentence.split('要求')[1]?.split('的主体负责人')[0]?.split('、') ?? [];
    expect(written).toHaveLength(19);
    expect(written.filter((name) => name === '湖北')).toHaveLength(2);
    expect(rules.faq.provinces).toHaveLength(18);
    expect(rules.faq.provinces).toEqual([...new Set(written)]);
    expect(explained(rules)).toContain('湖北写了两遍');
  });

  it('ships no other source', () => {
    expect(rules.others).toEqual([]);
  });

  it.each([
    ['a province that does not exist', { provinces: [...rules.faq.provinces, '湖中'] }],
    ['a province that the sentence lacks', { provinces: [...rules.faq.provinces, '北京'] }],
    ['a province twice', { provinces: [...rules.faq.provinces, '湖北'] }],
    ['a date that is none', { date: '2023-13-24' }],
    ['a defect that the sentence lacks', { defects: [{ source: '北京', shown: '', what: '…' }] }],
  ])('refuses %s', (_what, change) => {
    expect(ProvinceRules.safeParse({ ...json, faq: { ...json.faq, ...change } }).success).toBe(false);
  });
});

describe('the province check', () => {
  it('knows three states and the unknown one', () => {
    expect(provinceNames.filter((name) => verdictOf(name) === 'legal-rep-required')).toHaveLength(18);
    expect(provinceNames.filter((name) => verdictOf(name) === 'not-on-list')).toHaveLength(16);
    expect(verdictOf()).toBe('province-unknown');
    expect(['香港', '澳门', '台湾', '北京'].map(verdictOf)).toEqual(Array(4).fill('not-on-list'));
  });

  it('gives the rule, the sentence, its date and advice ① where the legal representative is required', () => {
    const [finding] = check.run({ province: '广东' }).findings;
    expect(finding).toMatchObject({ verdict: 'legal-rep-required', severity: 'notice', entry: 9 });
    expect(finding?.evidence).toContain('广东要求主体负责人必须为法定代表人');
    expect(finding?.evidence).toContain(shownSentence(rules.faq));
    expect(finding?.evidence).toContain('2023-03-24');
    expect(finding?.advice).toContain('填写的主办单位负责人信息为法定代表人的信息，并上传法定代表人的证件资料');
  });

  it('never says of a province that is not listed that nothing is required there', () => {
    const [finding] = check.run({ province: '北京' }).findings;
    expect(finding?.evidence).toContain('没有列出，不等于不要求');
    expect(finding?.evidence).toContain('2023-03-24');
    expect(finding?.advice).toContain('各地区管局备案规则');
    expect(finding?.advice).toContain('主办单位负责人信息与上传的证件资料严格一致');
    expect(finding?.advice).toContain('多次尝试提交');
  });

  it('names 湖北 once in what people are shown', () => {
    for (const province of ['湖北', '北京']) {
      const text = check
        .run({ province })
        .findings.map(({ evidence, advice }) => evidence + advice)
        .join('');
      expect(text.match(/[、求]湖北/g)).toHaveLength(1);
    }
  });

  it('quotes another source where one is recorded, the newest of several, and never over the list', () => {
    const other = (date: string, provinces: readonly string[], required: boolean) => ({
      title: `北京市备案规则 ${date}`,
      date,
      sentence: `自 ${date} 起适用。`,
      provinces,
      required,
    });
    const more = ProvinceRules.parse({
      ...json,
      others: [other('2024-01-01', ['北京'], false), other('2025-06-01', ['北京', '广东'], true)],
    });
    const richer = provinceRule(more);
    const [finding] = richer.run({ province: '北京' }).findings;
    expect(finding).toMatchObject({ verdict: 'other-source', entry: 9 });
    expect(finding?.evidence).toContain('自 2025-06-01 起适用。');
    expect(finding?.advice).toContain('法定代表人的证件资料');
    expect(richer.run({ province: '广东' }).verdict).toBe('legal-rep-required');
    expect(richer.run({ province: '河北' }).verdict).toBe('not-on-list');
  });

  it('asks where the filing party is, and tells where to look it up', () => {
    expect(check.next({})).toBe('province');
    expect(check.next({ province: '广东' })).toBeUndefined();
    expect(asks.get(check.input.shape.province)).toMatchObject({
      question: '备案主体（单位或个人）在哪个省、自治区或直辖市？',
      help: expect.stringContaining('营业执照'),
    });
    expect(check.input.safeParse({ province: '广东省' }).success).toBe(false);
  });
});

describe('the list', () => {
  it('has 18 names, their number and date, and says what the others mean', () => {
    const text = listed(rules);
    expect(text).toContain('18 个');
    expect(text).toContain('2023-03-24');
    expect(text).toContain('不等于不要求');
    expect(text.split('\n\n')[1]?.split('、')).toHaveLength(18);
  });
});
