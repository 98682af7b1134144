import { describe, expect, it } from 'vitest';
import { cardText } from '../../src/handoff/card-text.ts';
import { type CardInput, caseCard } from '../../src/handoff/case-card.ts';

const full: CardInput = {
  channel: 'wechat',
  platform: 'android',
  osVersion: '4.4.2',
  appVersion: '6.7.0',
  appUpToDate: false,
  roles: ['网站负责人', '主体负责人'],
  inPerson: true,
  province: '广东',
  entry: '扫码进不去上传页面',
  errorText: '非法参数',
  faceAttempts: 3,
  steps: [
    { at: '2026-03-09T06:05:00.000Z', what: '更新阿里云APP', result: '还是不行' },
    { at: '2026-03-09T16:10:00.000Z', what: '换了一部手机', result: '' },
  ],
  pictures: [
    { document: '身份证正面', verdict: '反光' },
    { document: '营业执照', verdict: '没有发现问题' },
  ],
  idNumber: '110105********002X',
  wish: '想知道为什么一直不通过',
};

describe('the case card', () => {
  it('says what is known in words that a tired person understands', () => {
    expect(caseCard(full).map(({ label, value }) => `${label}：${value}`)).toEqual([
      '咨询渠道：微信',
      '手机系统：安卓',
      '系统版本：4.4.2',
      '阿里云APP版本：6.7.0',
      'APP是否最新版：不是最新版',
      '身份：网站负责人、主体负责人',
      '人脸核验时：本人在场',
      '备案省份：广东',
      '遇到的问题：扫码进不去上传页面',
      '页面提示：非法参数',
      '人脸核验失败：3 次',
      '已经做过：3月9日 14:05 更新阿里云APP，还是不行；3月10日 00:10 换了一部手机',
      '图片检查：身份证正面（反光）；营业执照（没有发现问题）',
      '证件号：110105********002X',
      '想解决的事：想知道为什么一直不通过',
    ]);
  });

  it('leaves out what is not known, and what is empty', () => {
    expect(caseCard({})).toEqual([]);
    expect(caseCard({ channel: 'fax', roles: [], steps: [], pictures: [], wish: ' ', errorText: '' })).toEqual([]);
  });

  it('knows no failure and not in person as facts', () => {
    const values = caseCard({ faceAttempts: 0, inPerson: false, appUpToDate: true, platform: 'ios' }).map(
      ({ value }) => value,
    );
    expect(values).toEqual(['苹果', '是最新版', '本人不在场', '0 次']);
  });

  it('marks what its person may correct', () => {
    const keys = caseCard(full).flatMap(({ key, editable }) => (editable ? [key] : []));
    expect(keys).toEqual([
      'platform',
      'osVersion',
      'appVersion',
      'appUpToDate',
      'inPerson',
      'province',
      'faceAttempts',
      'wish',
    ]);
  });

  it('shows no number that names somebody, even where it was given one', () => {
    const shown = JSON.stringify(
      caseCard({
        idNumber: '11010519491231002X',
        wish: '我的身份证号 11010519491231002X 打 13800138000',
        errorText: '证件号11010519491231002X有误',
        steps: [
          { at: '2026-03-09T06:05:00Z', what: '给 13800138000 打电话', result: '身份证 11010519491231002X 对不上' },
        ],
      }),
    );
    expect(shown).not.toMatch(/\d{8}|13800138000/);
  });
});

describe('the card as a message', () => {
  it('is a list under what we did', () => {
    expect(cardText(caseCard({ platform: 'ios', province: '广东' }))).toBe(
      '我已替您整理：\n\n- **手机系统**：苹果\n- **备案省份**：广东',
    );
  });

  it('lets nothing that a person wrote become a mark', () => {
    const [, , line, ...more] = cardText(caseCard({ wish: '**急**\n- [点我](http://x.cn) <b>' })).split('\n');
    expect(more).toEqual([]);
    expect(line).toBe('- **想解决的事**：\\*\\*急\\*\\* - \\[点我\\]\\(http://x.cn\\) \\<b\\>');
  });

  it('is empty where nothing is known', () => {
    expect(cardText([])).toBe('');
  });
});
