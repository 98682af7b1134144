import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionFor } from '../../src/diagnostics/diagnostic.ts';
import { nameCheck } from '../../src/diagnostics/name-check.ts';
import { namesMasked } from '../../src/diagnostics/names/mask-names.ts';
import { readNames } from '../../src/diagnostics/names/read-names.ts';

describe('the question for names', () => {
  const { text, help, isName, choices, read } = questionFor(nameCheck, 'names', {});

  it('is one, on request, for both names in one message', () => {
    expect(nameCheck.starts).toBe('on-request');
    expect(nameCheck.next({})).toBe('names');
    expect(nameCheck.next({ names: { typed: '张三', document: '张叁' } })).toBeUndefined();
    expect(text).toMatch(/一条消息.*系统里填的.*证件上印的/);
    expect(text).toContain('记录里会遮住');
    expect(help).toContain('同一条消息');
    expect(choices).toEqual([]);
    expect(isName).toBe(true);
  });

  it('shows an example that it can read itself', () => {
    expect(readNames(/填的是张三.*/.exec(help)?.[0] ?? '')).toEqual({ typed: '张三', document: '张叁' });
  });

  it('hands on what was typed, not what was normalised', () => {
    expect(read?.('li na,li na', 'ＬＩ ＮＡ，LI NA')).toEqual({ names: { typed: 'ＬＩ ＮＡ', document: 'LI NA' } });
    expect(read?.('张三', '张三')).toBeUndefined();
  });
});

describe('two names in one message', () => {
  it.each([
    ['张三，张叁', '张三', '张叁'],
    ['我填的张三，身份证也是张三', '张三', '张三'],
    ['姓名：张三\n证件姓名：张叁', '张三', '张叁'],
    ['填的是 王 小明 证件上是王小明', '王 小明', '王小明'],
    ['系统里：欧阳·娜  身份证：欧阳娜', '欧阳·娜', '欧阳娜'],
    ['张三\n张叁', '张三', '张叁'],
    ['张三 \n张三', '张三 ', '张三'],
    ['张三和张叁', '张三', '张叁'],
    ['张伟和李娜', '张伟', '李娜'],
    ['李和平和李平和', '李和平', '李平和'],
    ['张和平，张平和', '张和平', '张平和'],
    ['填的张三 身份证张叁', '张三', '张叁'],
    ['我填的是张三，证件上是张叁，哪里不对', '张三', '张叁'],
    ['身份证上是张叁，我填成了张三', '张三', '张叁'],
    ['证件上写的是张叁，系统里写的是张三', '张三', '张叁'],
    ['身份证：张叁\n系统：张三', '张三', '张叁'],
    ['系统里是“张 三”，证件是“张三”', '张 三', '张三'],
    ['“张三 ”“张三”', '张三 ', '张三'],
    ['张三 vs 张叁', '张三', '张叁'],
    ['张三VS张叁', '张三', '张叁'],
    ['张三/张叁', '张三', '张叁'],
    ['张三对比张叁', '张三', '张叁'],
    ['张三、张叁', '张三', '张叁'],
    ['张三；张叁', '张三', '张叁'],
    ['张三→张叁', '张三', '张叁'],
    ['王小明 王晓明', '王小明', '王晓明'],
    ['王 小明 王小明', '王 小明', '王小明'],
    ['LI NA, LI  NA', 'LI NA', 'LI  NA'],
    ['ＬＩ ＮＡ，LI NA', 'ＬＩ ＮＡ', 'LI NA'],
    ['填的是Li Na，护照上是LI NA', 'Li Na', 'LI NA'],
    ['ZHANG WEI，张伟', 'ZHANG WEI', '张伟'],
    ['阿布都热合曼，阿布都·热合曼', '阿布都热合曼', '阿布都·热合曼'],
    ['系统里填的阿布都。热合曼，证件上阿布都·热合曼', '阿布都。热合曼', '阿布都·热合曼'],
    ['填的是杭州某某公司，营业执照上是杭州某某有限公司', '杭州某某公司', '杭州某某有限公司'],
    ['杭州某某(上海)有限公司\n杭州某某（上海）有限公司', '杭州某某(上海)有限公司', '杭州某某（上海）有限公司'],
    ['張偉,张伟', '張偉', '张伟'],
    ['我在系統裡填的是張偉，身分證上是張煒', '張偉', '張煒'],
    ['把张三写成了张叁', '张叁', '张三'],
    ['填的是张三，应该是张叁', '张三', '张叁'],
    ['我填的张三，其实是张叁', '张三', '张叁'],
    ['张三（填的），张叁（证件）', '张三', '张叁'],
    ['张叁（身份证） 张三（系统）', '张三', '张叁'],
    ['张三是填的，张叁是证件上的', '张三', '张叁'],
    ['你好，张三，张叁', '张三', '张叁'],
    ['帮我核对：张三，张叁，谢谢', '张三', '张叁'],
    ['我填的是张三，张叁', '张三', '张叁'],
    ['张三，身份证上的名字是张叁', '张三', '张叁'],
    ['姓名填的是张三，身份证姓名是张叁', '张三', '张叁'],
    ['填写：张三 证件：张叁', '张三', '张叁'],
    ['1、张三\n2、张叁', '张三', '张叁'],
    ['系统：张三；证件：张叁；是不是不一样', '张三', '张叁'],
    ['王?鑫，王垚鑫', '王?鑫', '王垚鑫'],
    ['电脑上填的王尧鑫 身份证是王垚鑫', '王尧鑫', '王垚鑫'],
    ['填的张总，身份证张建国', '张总', '张建国'],
    ['工商登记的是张叁，我填的是张三', '张三', '张叁'],
    ['typed: ZHANG SAN, id: ZHANG SHAN', 'ZHANG SAN', 'ZHANG SHAN'],
    ['张\u200b三，张三', '张\u200b三', '张三'],
    ['填的是张和，证件上是张合', '张和', '张合'],
    ['填的是张三和证件上是张叁', '张三', '张叁'],
    ['PC端填的是张三，执照上的法定代表人是张叁', '张三', '张叁'],
    ['张　三，张三', '张　三', '张三'],
    ['填的是欧阳娜娜，证件上欧阳 娜娜', '欧阳娜娜', '欧阳 娜娜'],
    ['深圳手机配件有限公司，深圳手机配件公司', '深圳手机配件有限公司', '深圳手机配件公司'],
    ['杭州系统集成公司\n杭州系统集成有限公司', '杭州系统集成公司', '杭州系统集成有限公司'],
    ['系统 张三 证件 张叁', '张三', '张叁'],
    ['填的是张可证件上是张柯', '张可', '张柯'],
    ['证件上是张叁和填的张三', '张三', '张叁'],
    ['系统上面显示张三，身份证上面写着张叁', '张三', '张叁'],
    ['填的：张三。证件：张叁。', '张三', '张叁'],
    ['我 填的 张三 \n 身份证 张叁', '张三', '张叁'],
    ['欧阳·娜跟欧阳娜', '欧阳·娜', '欧阳娜'],
    ['前面是张三，后面是张叁', '张三', '张叁'],
    ['我填了王晓明，证上王小明', '王晓明', '王小明'],
    ['张三，张三丰', '张三', '张三丰'],
    ['张三，张三', '张三', '张三'],
    ['张三\n\n张叁\n', '张三', '张叁'],
    ['张三 张三 ', '张三', '张三'],
    ['王伟，汪伟', '王伟', '汪伟'],
    ['我在阿里云app里填的王伟，身份证是汪伟，是姓错了吗', '王伟', '汪伟'],
    ['爱新觉罗·启，爱新觉罗启', '爱新觉罗·启', '爱新觉罗启'],
    ['John Smith / JOHN SMITH', 'John Smith', 'JOHN SMITH'],
    [
      '单位名称填的北京甲乙丙科技有限公司，执照是北京甲乙丙技术有限公司',
      '北京甲乙丙科技有限公司',
      '北京甲乙丙技术有限公司',
    ],
    ['名字填错了，填成张三，身份证是张叁', '张三', '张叁'],
    ['系统里：Foo Co., Ltd.\n执照：Foo Company Limited', 'Foo Co., Ltd.', 'Foo Company Limited'],
    ['我写的是买买提·艾力，身份证是买买提艾力', '买买提·艾力', '买买提艾力'],
  ])('%j: %s and %s', (message, typed, document) => {
    expect(readNames(message)).toEqual({ typed, document });
  });

  it.each([
    '张三',
    '张 三',
    '欧阳·娜',
    '不知道，怎么办',
    '好的，谢谢',
    '张和平',
    '北京和平科技有限公司',
    '安卓，华为',
    '广东，江苏',
    '江西，江苏',
    '为什么要两个名字',
    '填的是张三',
    '证件上是张三',
    '身份证上的名字',
    '一样的',
    '还是不行，报错',
    'ZHANG, WEI',
    'LI NA',
    '我不知道系统里填的是什么',
    '证件上是繁体，系统里填的是简体',
    '王小明，李大明，赵小明',
    '',
    '，',
    '名字和证件上一样啊',
    '转人工',
    '算了，不弄了',
    '安卓手机，8.1',
    '我填的和身份证上的一样',
    '杭州某某 有限公司',
    '主体负责人和网站负责人',
    '企业，个人',
    '谢谢，再见',
    '填的是身份证上的名字',
  ])('%j holds no two names', (message) => {
    expect(readNames(message)).toBeUndefined();
  });

  const piece = fc.constantFrom(
    ...[
      '张三',
      '张叁',
      '王 小明',
      '欧阳·娜',
      'LI NA',
      '甲乙有限公司',
      '填的是',
      '证件上是',
      '系统里：',
      '身份证',
      '和',
      '，',
      '、',
      '\n',
    ],
    ...[' ', '　', '“', '”', '（', '）', '。', '谢谢', '不知道', '\u200b', '𬱖', '?', 'vs', '哪里不对', '是', '的'],
  );
  const message = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  );

  it('stand in it as they were typed, and fit the check', () => {
    fc.assert(
      fc.property(message, (text) => {
        const names = readNames(text);
        if (!names) return;
        expect(text).toContain(names.typed);
        expect(text).toContain(names.document);
        expect(nameCheck.input.safeParse({ names }).success).toBe(true);
      }),
      { seed: 20_260_301, numRuns: 5000 },
    );
  });

  it('are gone from what is stored', () => {
    fc.assert(
      fc.property(message, (text) => {
        const names = readNames(text);
        if (!names) return;
        const stored = namesMasked(text, names);
        expect(stored).not.toContain(names.typed);
        expect(stored).not.toContain(names.document);
        expect([...stored].length).toBe([...text].length);
      }),
      { seed: 20_260_301, numRuns: 5000 },
    );
  });

  it('are not looked for in a story', () => {
    expect(readNames(`填的是张三，证件上是张叁${'，后来又说了很多'.repeat(40)}`)).toBeUndefined();
  });
});

describe('a message as it is stored', () => {
  it.each([
    ['张三，张叁', '张三', '张叁', '张*，张*'],
    ['系统里：欧阳·娜  身份证：欧阳娜', '欧阳·娜', '欧阳娜', '系统里：欧***  身份证：欧**'],
    ['填的是 张 三 证件上是张三', '张 三', '张三', '填的是 张** 证件上是张*'],
    ['张三和张三丰，张三', '张三', '张三丰', '张*和张**，张*'],
    ['甲乙公司\n甲乙有限公司', '甲乙公司', '甲乙有限公司', '甲***\n甲*****'],
    ['LI NA / LI  NA', 'LI NA', 'LI  NA', 'L**** / L*****'],
    ['A(B)，A.B', 'A(B)', 'A.B', 'A***，A**'],
    ['𬱖三，张三', '𬱖三', '张三', '𬱖*，张*'],
    ['甲，乙', '甲', '乙', '*，*'],
  ])('%j keeps of %s and %s the first character: %j', (text, typed, document, stored) => {
    expect(namesMasked(text, { typed, document })).toBe(stored);
  });
});
