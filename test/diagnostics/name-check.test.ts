import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameCheck } from '../../src/diagnostics/name-check.ts';

function check(typed: string, document: string, registry = false) {
  return nameCheck.run(nameCheck.input.parse({ names: { typed, document }, registry }));
}

function evidence(typed: string, document: string): string {
  return check(typed, document)
    .findings.map((finding) => finding.evidence)
    .join('\n');
}

describe('two names', () => {
  it.each([
    ['张伟', '张伟'],
    ['阿布都·热合曼', '阿布都·热合曼'],
    ['LI NA', 'LI NA'],
    ['王总', '王总'],
    ['杭州某某（上海）有限公司', '杭州某某（上海）有限公司'],
  ])('%s and %s match', (typed, document) => {
    expect(check(typed, document).verdict).toBe('names-match');
  });

  it('match where only the card is printed with a gap', () => {
    expect(check('张伟', ' 张 伟 ').verdict).toBe('names-match');
  });

  it('match only where they are the same', () => {
    const name = fc.string({ unit: fc.constantFrom(...'张伟王垚·．( )A a总公司\u200b'), minLength: 1, maxLength: 8 });
    const some = name.filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(some, some, (typed, document) => {
        const printed = document.trim().replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g, '');
        const same = typed === document || typed === printed;
        expect(check(typed, document).verdict).toBe(same ? 'names-match' : 'names-differ');
      }),
      { seed: 20_260_301, numRuns: 1000 },
    );
  });
});

describe('how a name is written', () => {
  it.each([
    ['张 伟', '张伟', '中间有空格'],
    ['张　伟', '张伟', '中间有空格'],
    ['张伟 ', '张伟', '前面或后面多了空格'],
    ['LI  NA', 'LI NA', '空格和证件上不一样'],
    ['LINA', 'LI NA', '空格和证件上不一样'],
    ['张伟\u200b', '张伟', '看不见的字符'],
    ['李⼒', '李力', '编码却不同'],
    ['ＬＩ ＮＡ', 'LI NA', '全角'],
    ['Li Na', 'LI NA', '大小写'],
    ['阿布都热合曼', '阿布都·热合曼', '少了点“·”'],
    ['阿布都 热合曼', '阿布都·热合曼', '写成了空格'],
    ['阿·布都热合曼', '阿布都·热合曼', '点或括号的有无或位置'],
    ['张·伟', '张伟', '多了点'],
    ...['•', '・', '‧', '．', '.'].map((dot) => [
      `阿布都${dot}热合曼`,
      '阿布都·热合曼',
      `填写的是“${dot}”，证件上是“·”`,
    ]),
  ])('%s for %s: %s', (typed = '', document = '', words = '') => {
    const { verdict, findings } = check(typed, document);
    expect(verdict).toBe('names-differ');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.evidence).toContain(words);
  });
});

describe('which characters differ', () => {
  it.each([
    ['张大伟', '张太伟', '第 2 个字不同：填写的是“*大*”，证件上是“*太*”'],
    ['王尧鑫', '王垚鑫', '生僻字打不出来'],
    ['张贇', '张赟', '一个是繁体或异体，一个是简体'],
    ['陈峯', '陈峰', '一个是繁体或异体，一个是简体'],
    ['张昇', '张升', '意思相通'],
    ['李喆', '李哲', '意思相通'],
    ['王堃', '王坤', '意思相通'],
    ['王叡', '王睿', '意思相通'],
    ['赵珺', '赵君', '生僻字打不出来'],
    ['张己', '张已', '长得很像'],
    ['肖军', '萧军', '这个姓常有两种写法'],
    ['刘方芳', '刘芳芳', '读音相同'],
    ['王?鑫', '王垚鑫', '不能用符号代替'],
    ['伟张', '张伟', '第 1 个字和第 2 个字的顺序反了'],
    ['小明王', '王小明', '先后顺序'],
    ['王王晓', '王晓', '第 1 个字和第 2 个字重复了'],
    ['王小晓', '王晓', '多了第 2 个字：“*小*”'],
    ['王晓', '王小晓', '少了证件上的第 2 个字'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提江', '少了证件上的第 8 个字'],
    ['NA LI', 'LI NA', '每个词都对'],
    ['JOHN SMITH', 'JOHN PAUL SMITH', '少了证件上的第 2 个词'],
    ['JON SMITH', 'JOHN SMITH', '第 1 个词的拼写'],
    ['JONH', 'JOHN', '第 3 个字母和第 4 个字母的顺序反了'],
    ['ZHANG WEI', '张伟', '填写的是字母'],
    ['金敏俊', 'KIM MINJUN', '填写的是汉字'],
    ['张先生', '张伟', '称呼“先生”'],
    ['王总', '王建国', '称呼“总”'],
    ['张伟总', '张伟', '称呼“总”'],
  ])('%s for %s: %s', (typed, document, words) => {
    expect(check(typed, document).verdict).toBe('names-differ');
    expect(evidence(typed, document)).toContain(words);
  });

  it('takes no part of a name for a title', () => {
    expect(evidence('李晓工', '李晓功')).toContain('第 3 个字不同');
    expect(evidence('李晓工', '李晓功')).not.toContain('称呼');
  });

  it('shows of a name only what differs', () => {
    const text = evidence('欧阳大伟', '欧阳太伟');
    expect(text).toContain('“**大*”');
    expect(text).not.toMatch(/[欧阳伟]/);
  });

  it('shows nothing where most of it differs', () => {
    const text = evidence('张伟', '李娜');
    expect(text).toContain('2 处不同');
    expect(text).not.toMatch(/[张伟李娜]/);
  });
});

describe('the name of a company', () => {
  it.each([
    ['杭州某某公司', '杭州某某有限公司', '填写的是“公司”，证件上是“有限公司”'],
    ['杭州某某有限公司', '杭州某某有限责任公司', '填写的是“有限公司”，证件上是“有限责任公司”'],
    ['杭州某某', '杭州某某有限责任公司', '少了“有限责任公司”'],
    ['杭州某某(上海)有限公司', '杭州某某（上海）有限公司', '填写的是“()”，证件上是“（）”'],
    ['杭州甲网络有限公司', '杭州乙网络有限公司', '第 3 个字不同：填写的是“甲”，证件上是“乙”'],
    ['杭州某某有限公司', '张伟', '填写的是单位名称，证件上是个人姓名'],
    ['张伟', '杭州某某有限公司', '填写的像个人姓名'],
  ])('%s for %s: %s', (typed, document, words) => {
    const { findings } = check(typed, document);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.evidence).toContain(words);
  });

  it('is not taken for the name of a person who is called 学会', () => {
    expect(evidence('王学会', '王学全')).toContain('第 3 个字不同');
  });
});

describe('the entry of a finding', () => {
  it('is 7 for a person’s document and 9 for the registry', () => {
    expect(check('张伟', '张炜').findings.map(({ entry }) => entry)).toEqual([7]);
    expect(check('张伟', '张炜', true).findings.map(({ entry }) => entry)).toEqual([9]);
    expect(check('张伟', '张炜', true).findings[0]?.advice).toContain('在PC端修改');
    expect(check('张伟', '张伟', true).findings[0]?.entry).toBe(9);
  });
});

describe('the input', () => {
  it('takes an empty name for no answer', () => {
    expect(nameCheck.input.safeParse({ names: { typed: '  ', document: '张伟' } }).success).toBe(false);
  });

  it('is about the person’s own document unless told otherwise, by a word or by the entry', () => {
    const names = { typed: '张伟', document: '张炜' };
    const entryOf = (more: object) => nameCheck.run(nameCheck.input.parse({ names, ...more })).findings[0]?.entry;
    expect(entryOf({})).toBe(7);
    expect(entryOf({ entry: 7 })).toBe(7);
    expect(entryOf({ registry: true })).toBe(9);
    expect(entryOf({ entry: 9 })).toBe(9);
  });
});
