import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentOf } from '../../../src/diagnostics/image/document/document-of.ts';
import type { Box, Point } from '../../../src/diagnostics/image/ocr/line.ts';
import { createReader, type Reader } from '../../../src/diagnostics/image/ocr/reader.ts';
import { errorsOnScreen } from '../../../src/diagnostics/image/screenshot/errors-on-screen.ts';
import { isScreenshot } from '../../../src/diagnostics/image/screenshot/is-screenshot.ts';
import { versionsOnScreen } from '../../../src/diagnostics/image/screenshot/versions-on-screen.ts';
import { loadContent } from '../../../src/knowledge/load.ts';
import { blur, type Degrade, degrade, jpeg, perspective, shrink } from '../../pictures/degrade.ts';
import { idFront } from '../../pictures/id-front.ts';
import { lineAt, linesOf } from '../../pictures/lines.ts';
import { photoOf } from '../../pictures/photo-of.ts';
import { pixelsOf } from '../../pictures/pixels-of.ts';
import { screenshot } from '../../pictures/screenshot.ts';

const { entries } = await loadContent('data');
const errors = entries.flatMap(({ number, errors: texts }) => texts.map((text) => ({ entry: number, text })));
const found = (...args: Parameters<typeof linesOf>) => errorsOnScreen(linesOf(...args), errors);

/** Drawing and reading take a second; on a busy machine twenty. */
vi.setConfig({ testTimeout: 60_000 });

let reader: Reader;
beforeAll(async () => {
  reader = await createReader({ threads: 1 });
});
afterAll(() => reader.close());

/** A box of a picture 2340 pixels high, turned to the right. */
function turnedBox([a, b, c, d]: Box): Box {
  const turned = ({ x, y }: Point): Point => ({ x: 2340 - y, y: x });
  return [turned(a), turned(b), turned(c), turned(d)];
}

/** A text as a dialog breaks it. */
function broken(text: string, length: number): readonly string[] {
  return text.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [];
}

describe('an error in a picture', () => {
  it.each<[string, number, Partial<Parameters<typeof screenshot>[0]>, readonly Degrade[]]>([
    ['检测到您上传的资料不完整，请继续上传资料', 3, {}, []],
    ['主办单位负责人姓名与工商信息库登记信息不一致', 9, { dark: true }, [jpeg(20)]],
    ['请检查姓名和证件号是否正确', 7, { shape: 'toast' }, [shrink(400)]],
    ['非法参数', 2, { shape: 'toast', dark: true }, [jpeg(40)]],
    [
      '人脸核验采集人脸与公安库不一致',
      8,
      {},
      [(screen) => photoOf(screen, { background: 'dark', angle: 4 }), perspective(0.05), blur(1.2)],
    ],
  ])('%s leads to entry %i', async (text, entry, look, mishaps) => {
    const picture = await screenshot({ kind: 'error', width: 720, lines: broken(text, 10), ...look });
    const pixels = await pixelsOf(await degrade(picture, ...mishaps));
    const { lines } = await reader.read(pixels);
    const [first] = errorsOnScreen(lines, errors);
    expect(first?.entry).toBe(entry);
    expect(first?.line.slice(0, 3)).toBe(text.slice(0, 3));
    expect(documentOf(lines, pixels).document).toBe('screenshot');
  });

  it('is not found where another one is shown', async () => {
    const picture = await screenshot({ kind: 'error', width: 720, lines: ['请检查姓名和手机号', '是否正确'] });
    const { lines } = await reader.read(await pixelsOf(picture));
    expect(errorsOnScreen(lines, errors)).toEqual([]);
  });
});

describe('errors among lines', () => {
  it.each(errors)('finds $text of entry $entry in three lines', ({ text, entry }) => {
    expect(found(broken(text, Math.max(4, Math.ceil(text.length / 3))))[0]?.entry).toBe(entry);
  });

  it('puts up with misread characters where the lines were read badly', () => {
    const misread = ['主办单位负责入姓名与王商', '信息库登记信息不一致'];
    expect(found(misread, 0.8)[0]).toMatchObject({ entry: 9, line: misread.join('') });
  });

  it('is not led astray by what stands beside the dialog', () => {
    const dialog = [lineAt('检测到您上传的资料不完', 300, 400), lineAt('整，请继续上传资料', 310, 440)];
    const beside = [lineAt('请上', 40, 400), lineAt('核验', 40, 442)];
    expect(errorsOnScreen([...beside, ...dialog], errors)[0]).toMatchObject({ entry: 3, score: 1 });
  });

  it('tells all that it finds, the most telling first', () => {
    expect(found(['上传中', '', '请检查姓名和证件号是否正确']).map(({ entry }) => entry)).toEqual([7, 5]);
  });

  it.each([
    ['网络连接失败，请稍后重试'],
    ['请检查姓名和手机号是否正确'],
    ['主办单位负责人姓名与工商信息库登记信息一致'],
    ['证件姓名与公安库不一致'],
    ['上传中文文件名的图片'],
    ['资料不全部显示'],
    ['产品规格为空'],
    ['参数错误'],
    ['请上传清晰完整的照片'],
    [''],
  ])('does not force %s into an entry', (text) => {
    expect(found(['提示', text, '确定'])).toEqual([]);
  });
});

describe('versions on a screen', () => {
  it('are read from 关于', async () => {
    const lines = ['版本号\t6.13.0', '检查更新\t已是最新版本'];
    const read = await reader.read(await pixelsOf(await screenshot({ kind: 'about', width: 720, lines })));
    expect(versionsOnScreen(read.lines)).toEqual({ appVersion: '6.13.0', appUpToDate: true });
  });

  it.each([
    [['关于阿里云', '当前版本\tV6.7.0', '发现新版本\tV6.14.1'], { appVersion: '6.7.0', appUpToDate: false }],
    [['检查更新', '发现新版本6.14.0', '立即更新'], { appUpToDate: false }],
    [['设置', '当前已是最新版本'], { appUpToDate: true }],
    [['关于手机', 'Android版本\t10', 'MIUI版本\t12.5.1'], { osVersion: '10', platform: 'android' }],
    [['关于手机', 'HarmonyOS版本\t4.2.0'], { osVersion: '4.2.0', platform: 'harmony' }],
    [['关于本机', 'iOS版本\t17.2.1'], { osVersion: '17.2.1', platform: 'ios' }],
    [['App Store', '阿里云\t更新', '地图\t打开'], { appUpToDate: false, platform: 'ios' }],
    [['可用更新', '阿里云盘', '打开', '阿里云', '更新'], { appUpToDate: false, platform: 'ios' }],
    [
      ['关于手机', '型号', 'OPPO R7', 'Android 版本', '4.4.4', '内核版本', '3.4.5'],
      { osVersion: '4.4.4', platform: 'android' },
    ],
    [['关于手机', 'HarmonyOS 版本', '4.0.0'], { osVersion: '4.0.0', platform: 'harmony' }],
    [['设备信息', 'Android版本 5.0', '处理器 八核'], { osVersion: '5.0', platform: 'android' }],
    [['阿里云', '检测到新版本 6.14.0，是否立即更新？', '取消', '更新'], { appUpToDate: false }],
    [['客服', '请登录阿里云APP，在检查更新中查看', '新版本，如果提示版本已是最新则无需更新'], {}],
    [['聊天', '阿里云APP已经是最新版本还是扫不出来', '怎么办'], {}],
    [['关于微信', '版本\t8.0.44'], {}],
    [['聊天', '我的版本是6.1.0吗'], {}],
  ])('%j tell %j', (texts, facts) => {
    expect(versionsOnScreen(linesOf(texts))).toEqual(facts);
  });
});

describe('a screenshot', () => {
  const size = { width: 1080, height: 2340 };
  const screen = [lineAt('9:41', 60, 30), ...linesOf(['上传资料', '提示', '网络错误', '确定'])];

  it('shows by its clock and buttons', () => {
    expect(isScreenshot(size, screen)).toBe(true);
    expect(isScreenshot(size, screen, { flatColours: 0.05 })).toBe(false);
    expect(documentOf(screen, size).document).toBe('screenshot');
  });

  it('shows by its shape and flat colours where no document speaks against it', () => {
    const flat = { flatColours: 0.8 };
    expect(documentOf(linesOf(['某某银行', '转账成功']), size, flat).document).toBe('screenshot');
    expect(documentOf(linesOf(['某某银行', '转账成功']), { width: 900, height: 640 }, flat).document).toBe('other');
    expect(documentOf(linesOf(['某某银行', '转账成功']), size, { flatColours: 0.1 }).document).toBe('other');
    expect(documentOf(linesOf(['营业执照', '统一社会信用代码']), size, flat).document).toBe('business-licence');
  });

  it('shows by an error of the entries in any shape', () => {
    const square = { width: 800, height: 800 };
    expect(documentOf(linesOf(['非法参数']), square, { screenWords: true }).document).toBe('screenshot');
  });

  it('tells the document that it shows, and masks the name on it', () => {
    const card = ['姓名 张三', '公民身份号码', '11010519491231002X', '住址 北京市'];
    const shown = documentOf([lineAt('9:41', 60, 30), ...linesOf(['', ...card])], size, { flatColours: 0.6 });
    expect(shown).toMatchObject({ document: 'screenshot', shows: 'id-front', fields: { idNumber: {} } });
    const form = documentOf([lineAt('9:41', 60, 30), ...linesOf(['', '姓名 张三', '提交'])], size);
    expect(form).toMatchObject({ document: 'screenshot', fields: { name: { text: '张三' } } });
    expect(form.shows).toBeUndefined();
  });

  it('shows turned, too', () => {
    const aside = screen.map((line) => ({ ...line, box: turnedBox(line.box) }));
    expect(isScreenshot({ width: 2340, height: 1080 }, aside)).toBe(true);
  });

  it('is not any flat picture with text', async () => {
    const pixels = await pixelsOf(await idFront());
    const { lines } = await reader.read(pixels);
    expect(isScreenshot(pixels, lines, { flatColours: 0.8 })).toBe(false);
  });
});
