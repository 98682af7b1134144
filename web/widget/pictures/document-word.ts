import { t } from '../../shared/t.ts';
import type { Outcome } from '../api/types.ts';

/** What a picture shows, as people call it. */
export function documentWord(document: Outcome['pictures'][number]['document']): string {
  switch (document) {
    case 'id-front':
      return t('身份证正面');
    case 'id-back':
      return t('身份证反面');
    case 'business-licence':
      return t('营业执照');
    case 'domain-certificate':
      return t('域名证书');
    case 'letter':
      return t('授权书一类的文件');
    case 'person-with-document':
      return t('手持证件照');
    case 'face':
      return t('人脸');
    case 'screenshot':
      return t('手机截图');
    case 'other':
      return t('图片');
  }
}
