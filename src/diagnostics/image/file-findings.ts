import type { Finding } from '../diagnostic.ts';
import { sizeText } from './file-size.ts';
import { LIMITS } from './limits.ts';
import type { Refusal } from './open-picture.ts';
import type { PictureFacts } from './picture-facts.ts';
import { endsLikeAnother, FORMAT_NAMES, isAccepted, type PictureFormat } from './picture-format.ts';
import { MAX_BYTES } from './pixel-limits.ts';

const RULE = '备案资料只收 jpg、jpeg、png、gif 格式的图片，每张小于 4 MB';
const OFFER = '需要的话，我可以帮您转成符合要求的 JPG。';

/** What the file itself is: its format and its size (entry 10, ④). */
export function fileFindings({ format, bytes, ending, frames }: PictureFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (!isAccepted(format)) findings.push(wrongFormat(format, ending));
  else if (endsLikeAnother(ending)) findings.push(wrongName(format, ending as string));
  else if (format === 'gif' && frames > 1) findings.push(animated(frames));
  if (bytes >= LIMITS.bytes) findings.push(tooBig(bytes));
  return findings;
}

/** What is to be said of a file that was not opened. */
export function refusedFindings(
  reason: Refusal,
  found: PictureFormat,
  bytes: number,
  ending?: string,
): readonly Finding[] {
  switch (reason) {
    case 'empty':
      return [unreadable('收到的是空文件，0 字节。', '请在相册里确认能看到这张图，再重新发一次。')];
    case 'too-many-bytes':
      return [
        ...(isAccepted(found) ? [] : [wrongFormat(found, ending)]),
        {
          ...tooBig(bytes),
          advice: `超过 ${MAX_BYTES / 1024 / 1024} MB 的文件我也打不开。请先在相册里把它存小一些，或把相机的照片尺寸调小后重拍。`,
        },
      ];
    case 'too-many-pixels':
      return [
        unreadable(
          '这张图的像素超过了 4000 万，打不开。',
          '请把相机的照片尺寸调到 1200 万像素左右重拍，或在相册里缩小后再发。',
        ),
      ];
    case 'broken':
      return [
        unreadable(
          `${FORMAT_NAMES[found]}打不开：内容不完整或已经损坏（${sizeText(bytes)}）。`,
          '请在相册里确认能看到整张图，再重新发一次；还是不行就重新拍一张。',
        ),
        ...(isAccepted(found) ? [] : [wrongFormat(found, ending)]),
      ];
    default:
      if (found === 'unknown')
        return [unreadable('这个文件不是能认出来的图片。', `请在手机上拍照，或从相册里选一张图发来。${RULE}。`)];
      return [wrongFormat(found, ending)];
  }
}

function unreadable(evidence: string, advice: string): Finding {
  return { verdict: 'image-unreadable', severity: 'problem', evidence, advice, entry: 10, retryable: true };
}

function tooBig(bytes: number): Finding {
  return {
    verdict: 'image-too-big',
    severity: 'problem',
    evidence: `这张图有 ${sizeText(bytes)}，要小于 4 MB 才行。`,
    advice: '需要的话，我可以帮您压到 3.8 MB 以内，画面不裁不改。',
    entry: 10,
    retryable: true,
  };
}

/** What to do about a format that the filing system does not take, by what it is. */
const HOW: Readonly<Partial<Record<PictureFormat, string>>> = {
  heic: `${OFFER}以后拍照前，可在 iPhone 的“设置 > 相机 > 格式”里选“兼容性最佳”，拍出来就是 JPG。`,
  pdf: '请打开 PDF，把要交的那一页截图，或用手机对着原件拍照，再发给我。',
  office: '请把里面的图片另存为 JPG，或用手机对着原件拍照，再发给我。',
  archive: '请先解压，再把里面的图片一张一张发给我。',
  video: '请截取其中清楚的一帧，或对着原件拍一张照片，再发给我。',
  sound: '请发图片。证件要对着原件拍照。',
  text: '请发图片。证件要对着原件拍照。',
  svg: '请打开它截一张图，存成 JPG 或 PNG 再发给我。',
  psd: '请在制图工具里另存为 JPG 再发给我。',
  'camera-raw': '请把相机的照片格式改成 JPG 后重拍，或在相册里导出为 JPG。',
  'other-picture': '请打开它，另存为 JPG 再发给我。',
  bmp: `${OFFER}自己转也行：用电脑的“画图”打开，另存为 JPEG。`,
};

function wrongFormat(format: PictureFormat, ending: string | undefined): Finding {
  const disguised = ending !== undefined && /^(?:jpe?g|png|gif)$/.test(ending) ? `，虽然文件名以 .${ending} 结尾` : '';
  return {
    verdict: 'image-format',
    severity: 'problem',
    evidence: `这是 ${FORMAT_NAMES[format]}${disguised}。${RULE}。`,
    advice: HOW[format] ?? OFFER,
    entry: 10,
    retryable: true,
  };
}

function wrongName(format: PictureFormat, ending: string): Finding {
  return {
    verdict: 'image-format',
    severity: 'notice',
    evidence: `内容是${FORMAT_NAMES[format]}，文件名却以 .${ending} 结尾，上传时可能不被接受。`,
    advice: `请把文件名的结尾改成 .${format} 再上传；需要的话，我可以帮您存成 JPG。`,
    entry: 10,
    retryable: true,
  };
}

function animated(frames: number): Finding {
  return {
    verdict: 'image-format',
    severity: 'notice',
    evidence: `这是会动的 GIF，共 ${frames} 帧，我只看了第一帧。`,
    advice: '请换一张静态的图；需要的话，我可以帮您把第一帧存成 JPG。',
    entry: 10,
    retryable: true,
  };
}
