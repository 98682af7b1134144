import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionFor } from '../../src/diagnostics/diagnostic.ts';
import { network } from '../../src/diagnostics/network.ts';
import { createNormalise } from '../../src/text/normalise.ts';

const advice: readonly string[] = JSON.parse(readFileSync('data/rules/advice.json', 'utf8')).network;
const source = readFileSync('data/source/upload-verification-faq.txt', 'utf8');
const check = network(advice);
const normalise = createNormalise();

function run(known: Readonly<Record<string, unknown>>) {
  return check.run(check.input.parse(known));
}

function heard(message: string): readonly string[] {
  const { choices } = questionFor(check, 'connection', {});
  return choices.filter(({ says }) => says?.test(normalise(message))).map(({ label }) => label);
}

describe('the network', () => {
  it('is asked for along with the answer, once', () => {
    expect(check.starts).toBe('with-answer');
    expect(check.next({})).toBe('connection');
    expect(check.next({ connection: 'wifi' })).toBeUndefined();
    expect(check.next({ connection: 'mobile' })).toBeUndefined();
    expect(check.next({ switched: true })).toBeUndefined();
    expect(check.next({ switched: false })).toBe('connection');
  });

  it('is asked for in a question that each button answers', () => {
    const { text, choices, help, isName } = questionFor(check, 'connection', {});
    expect(text).toBe('手机现在连的是 WIFI 还是流量？');
    expect(choices.map(({ label, means }) => [label, means])).toEqual([
      ['连的是 WIFI', { connection: 'wifi' }],
      ['用的是流量（4G/5G）', { connection: 'mobile' }],
      ['两种都试过了', { switched: true }],
    ]);
    for (const { means } of choices) expect(check.next(means)).toBeUndefined();
    expect(help).toContain('图标');
    expect(isName).toBe(false);
  });

  it('is WIFI: mobile data is switched on instead', () => {
    const { verdict, findings, cards = [] } = run({ connection: 'wifi' });
    expect([verdict, findings]).toEqual([null, []]);
    expect(cards[0]).toMatch(/^请从 WIFI 换成移动数据再传：/);
    expect(cards[0]).toContain('关掉 WIFI，打开移动数据（4G/5G');
    expect(cards[0]).toContain('重新上传域名证书');
  });

  it('is mobile data: WIFI is switched on instead', () => {
    const [first] = run({ connection: 'mobile' }).cards ?? [];
    expect(first).toMatch(/^请从流量换成 WIFI 再传：/);
    expect(first).toContain('打开 WIFI');
    expect(first).not.toContain('关掉 WIFI');
  });

  it('is unknown: both ways are told', () => {
    const [first] = run({}).cards ?? [];
    expect(first).toContain('现在连着 WIFI 的');
    expect(first).toContain('现在用流量的');
  });

  it.each([{}, { connection: 'wifi' }, { connection: 'mobile' }])('quotes the source as it stands for %j', (known) => {
    const quoted = /原话：“([^”]+)”/.exec(run(known).cards?.[0] ?? '')?.[1] ?? '';
    expect(quoted).toContain('4G');
    expect(source).toContain(quoted.replaceAll('，', ','));
  });

  it('keeps our own advice apart, and marked', () => {
    const { cards = [] } = run({ connection: 'wifi' });
    expect(cards).toHaveLength(2);
    expect(cards[1]).toBe(`建议（本助手的经验，不是官方要求）：${advice.join('；')}。`);
    for (const one of advice) expect(cards[0]).not.toContain(one);
  });

  it('has been changed already: the source says no more, and a person is offered', () => {
    const { verdict, findings, cards = [] } = run({ connection: 'wifi', switched: true });
    expect(verdict).toBeNull();
    expect(findings).toMatchObject([
      { verdict: 'network-tried', severity: 'problem', entry: 5, handoff: 'diagnostic_exhausted' },
    ]);
    expect(findings[0]?.advice).toContain('没有写别的办法');
    expect(findings[0]?.advice).toContain('建议（本助手的经验，不是官方要求）');
    expect(cards).toEqual([]);
  });

  it('is told without a link or an address', () => {
    for (const known of [{}, { connection: 'wifi' }, { connection: 'mobile' }, { switched: true }]) {
      expect(JSON.stringify(run(known))).not.toMatch(/https?:|www\.|\]\(/);
    }
  });
});

describe('how people say how they are connected', () => {
  it.each(
    'wifi|WIFI|Wi-Fi|WiFi啊|连的wifi|家里的wifi|公司的无线网|无线|无线网络|用的是无线网|WLAN|我连的是家里的WIFI|别人的热点|现在是wifi|5G的wifi|没开流量|没有流量|应该是wifi吧|酒店wifi|連的是WIFI|宽带|ＷＩＦＩ'.split(
      '|',
    ),
  )('%s is WIFI', (message) => expect(heard(message)).toEqual(['连的是 WIFI']));

  it.each(
    '流量|4G|5g|5G网络|手机流量|用的流量|移动数据|数据流量|蜂窝网络|我用的是流量|开的4G|现在是5G吧|手机网络|没有wifi|没连wifi|没有wifi，只有流量|4g信号|自己的流量|联通的流量|電信流量|不是wifi'.split(
      '|',
    ),
  )('%s is mobile data', (message) => expect(heard(message)).toEqual(['用的是流量（4G/5G）']));

  it.each(
    '都试过了|两种都试过了|WIFI和流量都试过了|两个都换过了|都换过了|换过了|试过了，还是不行|都试了，没用|哪个都不行|两种网都一样|换了也不行|来回切换过了|wifi、4G都试过了|已经换过了|两个网络都试了'.split(
      '|',
    ),
  )('%s is both', (message) => expect(heard(message)).toEqual(['两种都试过了']));

  it.each(
    '不知道|没网|wifi不行|流量怎么开|连不上wifi怎么办|为什么要换|转人工|安卓|wifi还是流量有什么区别|是不是wifi|流量贵不贵|不是|是|好的|'.split(
      '|',
    ),
  )('%j is neither', (message) => expect(heard(message)).toEqual([]));

  it('is heard in any text without a fault, as one choice at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(heard(text).length).toBeLessThan(2);
      }),
    );
  });

  it('is not heard in a long message', () => {
    expect(heard('就是'.repeat(1000))).toEqual([]);
  });
});
