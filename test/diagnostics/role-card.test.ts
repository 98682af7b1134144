import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type RoleQuestion, roleCard } from '../../src/diagnostics/role-card.ts';
import { type Role, roles } from '../../src/diagnostics/roles/statements.ts';

const abouts: readonly RoleQuestion['about'][] = ['who-is', 'difference', 'who-verifies', 'who-uploads'];
const every = abouts.flatMap((about) =>
  [[], ...roles.map((role) => [role]), ...roles.flatMap((one) => roles.map((other) => [one, other])), [...roles]].map(
    (named) => ({ about, roles: named }),
  ),
);
const source = readFileSync('data/source/upload-verification-faq.txt', 'utf8');
const provinces: readonly string[] = JSON.parse(readFileSync('data/rules/provinces.json', 'utf8')).faq.provinces;

const card = (about: RoleQuestion['about'], ...named: readonly Role[]) => roleCard({ roles: named, about });

describe('who does the face verification', () => {
  it('is the head of the site in person (entry 8), whoever is asked about', () => {
    expect(card('who-verifies')).toEqual({
      text: '网站负责人：人脸核验要由本次备案的网站负责人本人来做（第 8 条）。',
      entries: [8],
    });
    for (const role of roles) expect(card('who-verifies', role).text).toContain('网站负责人本人');
  });

  it('is for the head of the filing party what entries 8 and 11 say, and where they say nothing', () => {
    const { text, entries } = card('who-verifies', '主体负责人');
    expect(entries).toEqual([8, 11]);
    expect(text).toContain('在异地');
    expect(text).toContain('没有单独写');
  });

  it('is not said of the legal representative', () => {
    expect(card('who-verifies', '法定代表人').text).toContain('没有写法定代表人要刷脸');
  });
});

describe('who is who', () => {
  it('is the same for 主体负责人 and 主办单位负责人', () => {
    expect(card('who-is', '主体负责人')).toMatchObject({ entries: [9] });
    expect(card('who-is', '主体负责人').text).toContain('主办单位负责人');
  });

  it('is left open where the source defines nothing, with the number of provinces of the rule file', () => {
    expect(card('who-is', '法定代表人').text).toContain('没有解释这个词');
    expect(card('who-is', '法定代表人').text).toContain(`${provinces.length} 个省、自治区、直辖市`);
    expect(card('who-is', '网站负责人').text).toContain('官方说明没有写');
  });

  it('is for 核验者 the one who is verified (entry 7)', () => {
    expect(card('who-is', '核验者')).toMatchObject({ entries: [7] });
  });
});

describe('a difference', () => {
  it('tells both, then what they have to do with each other', () => {
    const { text, entries } = card('difference', '网站负责人', '主体负责人');
    expect(text).toMatch(/^- \*\*主体负责人\*\*：.*\n- \*\*网站负责人\*\*：/);
    expect(text).toContain('可以是同一个人');
    expect(entries).toEqual([9, 8, 3]);
    expect(card('difference', '法定代表人', '主体负责人').text).toContain('各地区管局备案规则');
    expect(card('difference', '核验者', '网站负责人').text).toContain('核验者要是网站负责人本人');
  });

  it('of fewer than two is told of all of them', () => {
    expect(card('difference', '主体负责人')).toEqual(card('difference', ...roles));
    expect(card('difference')).toEqual(card('difference', ...roles));
  });
});

describe('who uploads', () => {
  it('is told with the documents (entries 3, 10, 11), and what the source leaves open', () => {
    const { text, entries } = card('who-uploads');
    expect(entries).toEqual([10, 11, 3]);
    expect(text).toContain('证件必须上传（第 10 条）');
    expect(text).toContain('由谁的手机来传，官方说明没有写');
    expect(card('who-uploads', '法定代表人').entries).toEqual([9]);
    expect(card('who-uploads', '核验者').text).toContain('没有单独写');
  });
});

describe('every card', () => {
  it.each(every)('$about of $roles is short, names its entries and no link', (question) => {
    const { text, entries } = roleCard(question);
    const cited = [...text.matchAll(/第 (\d+) 条/g)].map(([, entry]) => Number(entry));
    expect(new Set(cited).size).toBeGreaterThan(0);
    expect([...entries].sort()).toEqual([...new Set(cited)].sort());
    expect(new Set(entries).size).toBe(entries.length);
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(140);
    expect(text).not.toMatch(/https?:|\]\(|建议/);
    expect(text.match(/没有写别人|股东|经理|员工|任命|盖章|年满/)).toBeNull();
  });

  it('says 必须 only of what the source says 必须', () => {
    for (const question of every) {
      for (const [said] of roleCard(question).text.matchAll(/必须[^（，。]*/g)) {
        expect(['必须为法定代表人', '必须为法定代表人的', '必须上传']).toContain(said);
      }
    }
    expect(source).toContain('必须为法定代表人');
    expect(source).toContain('必须上传');
  });
});
