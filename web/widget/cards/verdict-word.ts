import { t } from '../../shared/t.ts';

/** What was found in a picture, in a word; undefined where there is none for it. */
export function verdictWord(verdict: string): string | undefined {
  switch (verdict) {
    case 'image-ok':
      return t('没有发现问题');
    case 'image-too-big':
      return t('文件太大');
    case 'image-format':
      return t('格式不对');
    case 'image-unreadable':
      return t('打不开');
    case 'image-unclear':
      return t('模糊');
    case 'image-dark':
      return t('太暗');
    case 'image-bright':
      return t('过亮');
    case 'image-glare':
      return t('反光');
    case 'image-incomplete':
      return t('没有拍全');
    case 'image-too-small':
      return t('拍得太小');
    case 'image-turned':
      return t('方向不对');
    case 'image-ratio':
      return t('正反面大小不同');
    case 'image-expired':
      return t('证件过期');
    case 'image-not-original':
      return t('像复印件或翻拍');
    case 'image-cannot-tell':
      return t('看不出来');
    case 'image-face-only':
      return t('只有人脸');
    case 'id-invalid-length':
    case 'id-invalid-checksum':
    case 'id-invalid-date':
    case 'id-invalid-region':
      return t('证件号不对');
    case 'uscc-invalid':
      return t('信用代码不对');
    default:
      return undefined;
  }
}
