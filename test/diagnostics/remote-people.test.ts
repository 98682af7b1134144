import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressees, forwardCards } from '../../src/diagnostics/cards/forward-cards.ts';
import { questionFor } from '../../src/diagnostics/diagnostic.ts';
import { remotePeople } from '../../src/diagnostics/remote-people.ts';
import { createNormalise } from '../../src/text/normalise.ts';

const source = readFileSync('data/source/upload-verification-faq.txt', 'utf8');
const normalise = createNormalise();

function heard(message: string): readonly string[] {
  const { choices } = questionFor(remotePeople, 'forwardTo', {});
  return choices.filter(({ says }) => says?.test(normalise(message))).map(({ label }) => label);
}

describe('steps to forward', () => {
  it('are made on request, for one of three', () => {
    expect(remotePeople.starts).toBe('on-request');
    expect(remotePeople.next({})).toBe('forwardTo');
    const { text, choices, help } = questionFor(remotePeople, 'forwardTo', {});
    expect(text).toContain('转发给谁');
    expect(choices.map(({ label, means }) => [label, means])).toEqual([
      ['主体负责人', { forwardTo: 'subject-head' }],
      ['网站负责人', { forwardTo: 'site-head' }],
      ['保管单位证件的同事', { forwardTo: 'keeper' }],
    ]);
    for (const { means } of choices) expect(remotePeople.next(means)).toBeUndefined();
    expect(help).toContain('主办单位负责人');
  });

  it.each(addressees)('for %s judge nothing: first what the sender does, then the text itself', (forwardTo) => {
    const { verdict, findings, cards } = remotePeople.run(remotePeople.input.parse({ forwardTo }));
    expect([verdict, findings]).toEqual([null, []]);
    expect(cards).toEqual(forwardCards(forwardTo));
    expect(cards?.[0]).toMatch(/^请把下一条整段转发给/);
    expect(cards?.[1]).toMatch(/^您好，/);
  });

  it.each(addressees)('for %s fit into one message, plain, numbered, without a link or a date', (who) => {
    const [sender, text] = forwardCards(who);
    expect([...text].length).toBeLessThanOrEqual(220);
    expect(text).toMatch(/\n1、.*\n2、.*\n3、.*\n4、/);
    expect(`${sender}${text}`).not.toMatch(/https?:|www\.|\]\(|\*\*|2023/);
    expect(text).not.toMatch(/^\d+\. |^- /m);
  });

  it.each(['subject-head', 'site-head'] as const)('for %s lead from the code to the face', (who) => {
    const [sender, text] = forwardCards(who);
    for (const words of [
      '下载阿里云APP',
      '用阿里云APP（不是微信）扫我一起发来的二维码',
      '上传您的身份证件',
      '由您本人完成人脸核验',
    ]) {
      expect(text).toContain(words);
    }
    expect(sender).toContain('附上“上传资料”页面的二维码图片');
  });

  it('for the head of the site name the entries they rest on, and what the source leaves out', () => {
    expect(forwardCards('site-head')[0]).toContain('没有单独写网站负责人');
    expect(forwardCards('subject-head')[0]).not.toContain('没有单独写');
  });

  it('for the keeper hold the requirements of entry 10, and need no code', () => {
    const [sender, text] = forwardCards('keeper');
    for (const words of ['jpg、jpeg、png', 'gif', '小于 4MB', '彩色', '有效期内', '清晰、完整', '扫描或拍照']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/二维码|人脸|核验/);
    expect(sender).toContain('不用附二维码');
    expect(sender).toContain('由您来上传');
  });

  it('name nothing that the source does not name', () => {
    const all = addressees.flatMap((who) => forwardCards(who)).join('\n');
    for (const term of all.match(/[A-Za-z]+/g) ?? []) expect(source).toContain(term);
    for (const term of [
      '上传资料',
      '二维码',
      '主体负责人',
      '网站负责人',
      '单位证件',
      '光线充足',
      '阿里云ICP代备案管理系统',
    ]) {
      expect(source).toContain(term);
    }
    expect(all).not.toMatch(/必须|不超过|小时|工作日|微信扫|截图/);
  });
});

describe('how people say whom they are for', () => {
  it.each(
    '主体负责人|给主体负责人|发给主体负责人|主体的负责人|主办单位负责人|单位负责人|公司负责人|主体那个|主体|备案主体负责人|主體負責人|转给主体负责人吧|是主体负责人|就是单位的负责人|给公司的负责人|主体那位'.split(
      '|',
    ),
  )('%s is the head of the filing party', (message) => expect(heard(message)).toEqual(['主体负责人']));

  it.each(
    '网站负责人|给网站负责人|转发给网站负责人|网站的负责人|站点负责人|管网站的|负责网站的同事|管网站的那个人|网站那个|網站負責人|是网站负责人|网站负责人本人|发给管网站的人|网站那位|就网站负责人吧|网站的'.split(
      '|',
    ),
  )('%s is the head of the site', (message) => expect(heard(message)).toEqual(['网站负责人']));

  it.each(
    '保管单位证件的同事|保管证件的同事|保管证件的人|拿执照的同事|管营业执照的会计|有执照的人|同事|给同事|会计|财务|发给行政|总部|管证件的|保管人|收着单位证件的同事|拿着公司证件的那位|总公司那边'.split(
      '|',
    ),
  )('%s keeps the documents', (message) => expect(heard(message)).toEqual(['保管单位证件的同事']));

  it.each('法人|老板|负责人|两个负责人|不知道|都要|在外地|他在国外|不是同事|谢谢|转人工|怎么发|'.split('|'))(
    '%j does not tell',
    (message) => expect(heard(message)).toEqual([]),
  );

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
