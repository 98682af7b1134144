/** What a file is by its content. The first four lines are pictures that can be opened here. */
export type PictureFormat =
  | 'jpg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'heic'
  | 'tiff'
  | 'bmp'
  | 'camera-raw'
  | 'other-picture'
  | 'pdf'
  | 'svg'
  | 'psd'
  | 'office'
  | 'archive'
  | 'video'
  | 'sound'
  | 'text'
  | 'empty'
  | 'unknown';

/** How a person calls it. */
export const FORMAT_NAMES: Readonly<Record<PictureFormat, string>> = {
  jpg: 'JPG 图片',
  png: 'PNG 图片',
  gif: 'GIF 图片',
  webp: 'WebP 图片',
  avif: 'AVIF 图片',
  heic: 'HEIC 图片（苹果手机的默认格式）',
  tiff: 'TIFF 图片',
  bmp: 'BMP 图片',
  'camera-raw': '相机原始格式（RAW）图片',
  'other-picture': '少见格式的图片',
  pdf: 'PDF 文档',
  svg: 'SVG 矢量图',
  psd: 'Photoshop 文件（PSD）',
  office: 'Office 文档',
  archive: '压缩包',
  video: '视频',
  sound: '录音',
  text: '文本文件',
  empty: '空文件（0 字节）',
  unknown: '认不出格式的文件',
};

/** The filing system takes these (entry 10: jpg、jpeg、png、gif). */
export function isAccepted(format: PictureFormat): boolean {
  return format === 'jpg' || format === 'png' || format === 'gif';
}

const ACCEPTED_ENDINGS = new Set(['jpg', 'jpeg', 'png', 'gif']);
const KNOWN_ENDINGS = new Set([
  'jfif',
  'webp',
  'avif',
  'heic',
  'heif',
  'bmp',
  'tif',
  'tiff',
  'pdf',
  'svg',
  'psd',
  'dng',
]);

/** The ending of a file's name in small letters, without the dot; undefined where it has none. */
export function endingOf(name: string | undefined): string | undefined {
  return name?.match(/\.([A-Za-z0-9]{1,8})$/)?.[1]?.toLowerCase();
}

/** Whether a name ends like a kind of file that the filing system does not take. An odd ending (`.tmp`) says nothing. */
export function endsLikeAnother(ending: string | undefined): boolean {
  return ending !== undefined && !ACCEPTED_ENDINGS.has(ending) && KNOWN_ENDINGS.has(ending);
}
