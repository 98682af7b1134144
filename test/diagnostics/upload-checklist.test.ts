import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionFor } from '../../src/diagnostics/diagnostic.ts';
import { documents, uploadChecklist } from '../../src/diagnostics/upload-checklist.ts';
import { createNormalise } from '../../src/text/normalise.ts';

const [subjectHead, siteHead, party] = documents;
const normalise = createNormalise();

function run(known: Readonly<Record<string, unknown>>) {
  return uploadChecklist.run(uploadChecklist.input.parse(known));
}

function heard(field: string, message: string): readonly string[] {
  const { choices, lastResort } = questionFor(uploadChecklist, field, {});
  return [...choices, ...lastResort].filter(({ says }) => says?.test(normalise(message))).map(({ label }) => label);
}

describe('the questions of the checklist', () => {
  it('begin with what the page shows, on request', () => {
    expect(uploadChecklist.starts).toBe('on-request');
    expect(uploadChecklist.next({})).toBe('uploaded');
    expect(uploadChecklist.next({ sameHead: true, subject: 'unit' })).toBe('uploaded');
  });

  it('go on to the heads, then to the party, and only where that decides something', () => {
    const next = (...uploaded: readonly string[]) => uploadChecklist.next({ uploaded });
    expect(next()).toBe('sameHead');
    expect(next(...documents)).toBe('sameHead');
    expect(next(subjectHead)).toBe('sameHead');
    expect(next(subjectHead, siteHead)).toBe('subject');
    expect(uploadChecklist.next({ uploaded: [], sameHead: false })).toBe('subject');
    expect(uploadChecklist.next({ uploaded: [], sameHead: false, subject: 'person' })).toBeUndefined();
    expect(uploadChecklist.next({ uploaded: [party], sameHead: true })).toBeUndefined();
    expect(uploadChecklist.next({ uploaded: documents, sameHead: true })).toBeUndefined();
  });

  it('have few buttons, each with what it means', () => {
    const asked = (field: string) => questionFor(uploadChecklist, field, {});
    expect(asked('uploaded').choices.map(({ label, means }) => [label, means.uploaded])).toEqual([
      ['都传了', [...documents]],
      ['都没有', []],
      ['只差主体负责人证件', [siteHead, party]],
      ['只差网站负责人证件', [subjectHead, party]],
      ['只差主办单位证件', [subjectHead, siteHead]],
    ]);
    expect(asked('uploaded').lastResort.map(({ label, means }) => [label, means.uploaded])).toEqual(
      documents.map((one) => [`只传了${one}`, [one]]),
    );
    expect(asked('sameHead').choices.map(({ means }) => means)).toEqual([{ sameHead: true }, { sameHead: false }]);
    expect(asked('subject').choices.map(({ means }) => means)).toEqual([{ subject: 'unit' }, { subject: 'person' }]);
    for (const field of ['uploaded', 'sameHead', 'subject']) expect(asked(field).help).toContain('请');
    for (const one of documents) expect(asked('uploaded').text).toContain(one);
  });
});

describe('the checklist of documents', () => {
  it('names each basic document that is missing, and who has it', () => {
    const { verdict, findings } = run({ uploaded: [], sameHead: false, subject: 'unit' });
    expect(verdict).toBe('missing');
    expect(findings.map(({ evidence }) => evidence)).toEqual(documents.map((one) => `还差${one}。`));
    expect(findings.map(({ advice }) => /证件在(\S+?)手里/.exec(advice)?.[1])).toEqual([
      '主体负责人本人',
      '网站负责人本人',
      '单位保管证件的人',
    ]);
    for (const finding of findings) {
      expect(finding).toMatchObject({ verdict: 'missing', severity: 'problem', entry: 3, retryable: true });
    }
  });

  it('says that one person in two roles uploads twice, and says it once', () => {
    const both = run({ uploaded: [], sameHead: true, subject: 'unit' }).findings.map(({ advice }) => advice);
    expect(both.filter((advice) => advice.includes('在两个位置各传一次'))).toHaveLength(1);
    expect(both[1]).toContain('也要再传一次');
    const one = run({ uploaded: [subjectHead, party], sameHead: true }).findings;
    expect(one[0]?.advice).toContain('在两个位置各传一次');
    expect(JSON.stringify(run({ uploaded: [], sameHead: false }))).not.toContain('两个位置');
  });

  it('invents no document for a person who files', () => {
    const text = JSON.stringify(run({ uploaded: [subjectHead, siteHead], subject: 'person' }));
    expect(text).toContain('传您本人的证件');
    expect(text).toContain('以页面显示的为准');
    expect(text).not.toMatch(/身份证|营业执照|户口|居住证/);
  });

  it('leaves it open where nobody said who files', () => {
    const [finding] = run({ uploaded: [subjectHead, siteHead] }).findings;
    expect(finding?.advice).toContain('单位备案的');
    expect(finding?.advice).toContain('个人备案的');
  });

  it('is complete with all three, and still says what to do when the message stays', () => {
    const { verdict, findings } = run({ uploaded: documents, sameHead: false });
    expect(verdict).toBe('complete');
    expect(findings).toMatchObject([{ severity: 'ok', entry: 3 }]);
    expect(findings[0]?.advice).toContain('重新扫描');
    expect(findings[0]?.advice).not.toContain('两个位置');
    expect(run({ uploaded: documents, sameHead: true }).findings[0]?.advice).toContain('两个位置是不是都有图片');
  });

  it('always ends with the second scan and what is not a basic document', () => {
    fc.assert(
      fc.property(fc.subarray([...documents]), fc.option(fc.boolean(), { nil: undefined }), (uploaded, sameHead) => {
        const { findings, cards = [] } = run({ uploaded, sameHead });
        const all = JSON.stringify([findings, cards]);
        expect(findings.filter(({ verdict }) => verdict === 'missing')).toHaveLength(3 - uploaded.length);
        expect(all).toContain('重新扫描PC端“上传资料”页面的二维码，重新上传一次资料');
        expect(cards.at(-1)).toContain('按您的备案场景和管局要求选择性上传');
        expect(cards.at(-1)).toContain('拼成一张图片');
        expect(all).not.toMatch(/https?:|\]\(/);
      }),
    );
  });

  it('says how many are to be added', () => {
    const card = (...uploaded: readonly string[]) => run({ uploaded }).cards?.[0] ?? '';
    expect(card()).toMatch(/^三样补上以后/);
    expect(card(party)).toMatch(/^这几样补上以后/);
    expect(card(party, siteHead)).toMatch(/^这一样补上以后/);
  });
});

describe('how people answer the checklist', () => {
  const said: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    uploaded: {
      都传了:
        '都传了|全传了|全部都传了|都上传了|三样都传了|三样都有了|都齐了|全都传好了|都有图片|都有|一样不少|传齐了|全部传完了|都打勾了|都显示已上传|资料都传了|都傳了|全都有图片了|每样都传了|没有少的|传完了|都交了',
      都没有:
        '都没有|都没传|一样都没传|一个也没有|全没传|还没开始传|什么都没传|全是空的|还没传|都空着|啥也没传|都没图片|没传|一张都没传|都還沒傳|都是空的|没有图片|什么都没有',
      只差主体负责人证件:
        '就差主体负责人的|主体负责人的没传|缺主体负责人证件|主体负责人证件还没传|差主体负责人身份证|少了主体负责人的证件|主体负责人那份没传|还差主办单位负责人的|主体负责人没传|只有主体负责人的没传|漏了主体负责人的|没传主体负责人的证件|主体负责人证件空着|主体负责人没有图片|仅差主体负责人',
      只差网站负责人证件:
        '网站负责人的没传|缺网站负责人的|网站负责人证件没上传|还差网站负责人身份证|少网站负责人的证件|网站负责人那个没传|网站负责人没有图片|只有网站负责人的没传|網站負責人的沒傳|漏了网站负责人|网站负责人空着|就差网站负责人了|没上传网站负责人证件|网站负责人那份还没传|剩网站负责人的没传',
      只差主办单位证件:
        '营业执照没传|差营业执照|就差执照了|单位证件没传|主办单位的证件没传|少了营业执照|还缺公司证件|執照還沒傳|没传执照|执照还没上传|主办单位那个没传|只有营业执照没传|企业证件没传|单位证件空着|缺主办单位的',
      只传了主体负责人证件: '只传了主体负责人的|就传了主体负责人身份证|只上传了主体负责人的证件|只有主体负责人的',
      只传了网站负责人证件: '只传了网站负责人的|只有网站负责人的|只上传了网站负责人证件',
      只传了主办单位证件: '只传了营业执照|只有执照|仅传了公司证件|只上传了营业执照',
      '': '不知道|没都传|没传全|还没传完|没传齐|差不多都传了|怎么看|传不上去|都要传吗|传了一部分|主体负责人是谁|没有执照|转人工',
    },
    sameHead: {
      是同一个人:
        '是|是的|对|同一个人|一个人|是同一个|都是我|都是他|都填的我|是一个人|一样|两个都是我|嗯|没错|都是老板|相同的|同一人|一人兼两职|都是我自己|對，同一個人|填的都是我|yes',
      不是同一个人:
        '不是|不是的|不同|两个人|不一样|不是同一个|不是一个人|不同的人|各是各的|分开的|是两个人|否|不是同一人|分别是两个人|不同人|no|不|兩個人|不对',
      '': '不知道|老板|是谁|怎么看|法人是谁|是不是同一个人|要一样吗|好像不用|转人工',
    },
    subject: {
      单位备案:
        '单位|公司|企业|公司备案|单位的|企业备案|是公司|学校|工作室|个体户|以公司名义|我们公司|用单位备案|有营业执照|不是个人|公司名义备案|協會',
      个人备案:
        '个人|个人备案|个人的|是个人|我个人|以个人名义|自己备案|我自己|个人网站|个人博客|没有公司|没有营业执照|本人|不是公司|用个人名义备案|個人備案|私人的',
      '': '不知道|有什么区别|公司和个人哪个好|单位还是个人|转人工|个人可以备案吗|不是|是|公司的执照丢了',
    },
  };
  const rows = Object.entries(said).flatMap(([field, labels]) =>
    Object.entries(labels).flatMap(([label, messages]) =>
      messages.split('|').map((message) => [field, message, label ? [label] : []] as const),
    ),
  );
  it.each(rows)('%s: %s is %j', (field, message, labels) => expect(heard(field, message)).toEqual(labels));

  it('is heard in any text without a fault, as one choice at most', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('uploaded', 'sameHead', 'subject'),
        fc.string({ unit: 'grapheme' }),
        (field, text) => {
          expect(heard(field, text).length).toBeLessThan(2);
        },
      ),
    );
  });

  it.each(['uploaded', 'sameHead', 'subject'])('is not heard in a long message: %s', (field) => {
    expect(heard(field, '都是'.repeat(1000))).toEqual([]);
  });
});
