import type { Signals, Size } from '../document/document-kind.ts';
import { FEWEST, pointsOf } from '../document/points.ts';
import type { Line } from '../ocr/line.ts';
import { directionOf, rowsOf } from '../ocr/rows.ts';

/** Labels of buttons and titles, each a line of its own. */
const CONTROLS =
  /^(?:[<‹〈]?(?:提示|温馨提示|错误提示|确定|取消|确认|好的?|(?:我)?知道了|返回|设置|关于|关闭|完成|下一步|上一步|提交|保存|重试|重新上传|重新拍摄|重拍|使用照片|上传资料|检查更新|版本(?:号|更新|信息)?|当前版本|立即更新|暂不更新|稍后再说|以后再说|关于(?:手机|本机|阿里云|我们)|我的|消息|首页|搜索|更多|刷新|编辑))[>›〉]?$/u;
/** 9:41, 下午3:05, 21:07 with icons behind it. */
const CLOCK = /^(?:上午|下午)?([01]?\d|2[0-4])[:：][0-5]\d/u;
/** The clock stands in the upper part of a screen. */
const TOP = 0.08;
/** Longer : shorter side of a phone's screen, from 16 : 9 to 22 : 9, give or take a cut. */
const PHONE = [1.7, 2.5] as const;
/** One degree: a screenshot's lines are level, or upright where it was turned. */
const LEVEL = Math.PI / 180;

/** What speaks for a phone's screen. */
interface ScreenSigns {
  /** 0 to 1; a screen from 0.5 on. */
  readonly sure: number;
  /** Whether words speak for it: a clock, buttons, an error of the entries, a version. Without them a document may look the same. */
  readonly words: boolean;
}

/** How surely a picture shows a phone's screen: a screenshot, or a photo of a screen. Without a line that was read it is none. */
export function screenSigns(size: Size, lines: readonly Line[], signals: Signals = {}): ScreenSigns {
  if (lines.length === 0) return { sure: 0, words: false };
  const clock = lines.slice(0, 4).some((line) => CLOCK.test(line.text) && isOnTop(line, lines)) ? 0.45 : 0;
  const controls = Math.min(2, lines.filter(({ text }) => CONTROLS.test(text.replace(/\s/g, ''))).length) * 0.2;
  const told = signals.screenWords === true ? 0.5 : 0;
  const ratio = Math.max(size.height, size.width) / Math.min(size.height, size.width);
  const shape = ratio >= PHONE[0] && ratio <= PHONE[1] ? 0.2 : 0;
  const flat = (signals.flatColours ?? 0) >= 0.5 ? 0.3 : 0;
  const level = isLevel(lines) ? 0.1 : 0;
  const words = clock + controls + told > 0;
  const looks = shape > 0 && flat > 0 && level > 0;
  return { sure: words || looks ? Math.min(1, clock + controls + told + shape + flat + level) : 0, words };
}

/** Whether a picture is a screenshot itself, so that nothing of the light, the sharpness or the frame of a photo applies to it. */
export function isScreenshot(size: Size, lines: readonly Line[], signals: Signals = {}): boolean {
  const { sure, words } = screenSigns(size, lines, signals);
  if (sure < 0.5 || !isLevel(lines) || (signals.flatColours ?? 1) < 0.3) return false;
  return words || pointsOf(rowsOf(lines))[0].points < FEWEST;
}

function isLevel(lines: readonly Line[]): boolean {
  return Math.abs(Math.sin(2 * directionOf(lines))) < 2 * LEVEL;
}

/** Whether a line stands above nearly all the others; in a photo of a screen the picture's own edge says nothing. */
function isOnTop(line: Line, lines: readonly Line[]): boolean {
  const direction = directionOf(lines);
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const all = lines.flatMap(({ box }) => box.map(({ x, y }) => y * cos - x * sin));
  const [top, bottom] = [Math.min(...all), Math.max(...all)];
  return Math.min(...line.box.map(({ x, y }) => y * cos - x * sin)) - top <= (bottom - top) * TOP;
}
