import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { LinkRules, withLinks } from '../../src/bot/links.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { checks } from '../checks.ts';

const at = (name: string, url: string | null) =>
  checks.links.map((link) => ({ ...link, url: link.name === name ? url : null }));

describe('links to the places that the source names', () => {
  it('ship without an address, and then change nothing', () => {
    expect(checks.links.map(({ name }) => name)).toEqual([
      '资料下载',
      '省市特殊要求',
      '授权书',
      '网站建设方案书',
      '各地区管局备案规则',
      '智能在线咨询',
    ]);
    const reply = { text: '请通过智能在线咨询阿里云售后。' };
    expect(checks.links.every(({ url }) => url === null)).toBe(true);
    expect(withLinks(reply, checks.links)).toBe(reply);
  });

  it('each have words in an entry that they stand after', async () => {
    const { entries } = await loadContent('data');
    const text = entries.flatMap(({ sections }) => sections.map((section) => section.text)).join('\n');
    for (const { after } of checks.links) expect(after.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('stand after the words, once, and outside of their quotation marks', () => {
    expect(
      withLinks({ text: '请在“各地区管局备案规则”里单击四川的链接。' }, at('各地区管局备案规则', 'https://beian.cn/r'))
        .text,
    ).toBe('请在“各地区管局备案规则”（[打开](https://beian.cn/r)）里单击四川的链接。');
    const twice = '通过智能在线咨询阿里云售后；智能在线咨询在右下角。';
    expect(withLinks({ text: twice, choices: ['好'] }, at('智能在线咨询', 'https://x.cn/a(b)'))).toEqual({
      text: '通过智能在线咨询（[打开](https://x.cn/a%28b%29)）阿里云售后；智能在线咨询在右下角。',
      choices: ['好'],
    });
  });

  it('lead to web pages alone', async () => {
    const rules = JSON.parse(await readFile('data/rules/links.json', 'utf8'));
    const given = (url: string) => LinkRules.safeParse({ ...rules, links: [{ name: 'a', after: ['a'], url }] }).success;
    expect(['https://help.aliyun.com/x', 'http://beian.cn'].map(given)).toEqual([true, true]);
    expect(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.cn', '//x.cn', 'x', ''].map(given)).not.toContain(true);
  });
});
