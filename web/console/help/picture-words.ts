import { t } from '../../shared/t.ts';
import type { IconName } from '../parts/icon.tsx';
import type { Finding, Judged } from './seen-pictures.ts';

const DOCUMENTS: Readonly<Record<Judged['document'], () => string>> = {
  'id-front': () => t('身份证正面'),
  'id-back': () => t('身份证反面'),
  'business-licence': () => t('营业执照'),
  'domain-certificate': () => t('域名证书'),
  letter: () => t('授权书一类的文件'),
  'person-with-document': () => t('手持证件照'),
  face: () => t('人脸'),
  screenshot: () => t('手机截图'),
  other: () => t('没认出种类的图片'),
};

/** What a picture shows; of one that nobody looked at, only that it is one. */
export function documentName(judged: Judged | undefined): string {
  return judged ? DOCUMENTS[judged.document]() : t('图片');
}

const VERDICTS: Readonly<Record<string, () => string>> = {
  'image-ok': () => t('没有发现问题'),
  'image-too-big': () => t('文件太大'),
  'image-format': () => t('格式不对'),
  'image-unreadable': () => t('看不清'),
  'image-unclear': () => t('模糊'),
  'image-dark': () => t('太暗'),
  'image-bright': () => t('过亮'),
  'image-glare': () => t('反光'),
  'image-incomplete': () => t('没有拍全'),
  'image-too-small': () => t('拍得太小'),
  'image-turned': () => t('方向不对'),
  'image-ratio': () => t('正反面比例不同'),
  'image-expired': () => t('证件过期'),
  'image-not-original': () => t('不像原件'),
  'image-cannot-tell': () => t('看不出来'),
  'image-face-only': () => t('只有人脸'),
};

export function findingName(verdict: string): string {
  return VERDICTS[verdict]?.() ?? (/^(id|uscc)-/.test(verdict) ? t('号码核对') : verdict);
}

interface Severity {
  readonly icon: IconName;
  readonly tone: 'good' | 'notice' | 'problem';
  readonly name: () => string;
}

/** Never by colour alone: each has its icon and its word. */
export const SEVERITIES: Readonly<Record<Finding['severity'], Severity>> = {
  ok: { icon: 'check', tone: 'good', name: () => t('通过') },
  notice: { icon: 'notice', tone: 'notice', name: () => t('注意') },
  problem: { icon: 'warn', tone: 'problem', name: () => t('需要处理') },
  blocker: { icon: 'warn', tone: 'problem', name: () => t('无法办理') },
};
