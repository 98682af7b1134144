/** Checks as a case card calls them. */
const CHECKS: Readonly<Record<string, string>> = {
  'app-version': '阿里云 APP 版本',
  'android-version': '手机系统',
  image: '图片检查',
  province: '省份规则',
  'id-number': '证件号核对',
  'name-check': '姓名核对',
  'face-verification': '人脸核验',
  'upload-checklist': '资料清单',
  network: '换网络',
  'remote-people': '异地办理',
  screenshot: '看截图',
};

/** Verdicts in a few words, for agents. */
const VERDICTS: Readonly<Record<string, string>> = {
  'up-to-date': '已是最新',
  'update-needed': '需要更新',
  'version-unknown': '版本不清楚',
  'android-supported': '支持',
  'android-unsupported': '不支持，要换手机',
  'image-ok': '没有发现问题',
  'image-too-big': '文件太大',
  'image-format': '格式不对',
  'image-unreadable': '打不开',
  'image-unclear': '模糊',
  'image-dark': '太暗',
  'image-bright': '过亮',
  'image-glare': '反光',
  'image-incomplete': '没有拍全',
  'image-too-small': '拍得太小',
  'image-turned': '方向不对',
  'image-ratio': '正反面比例不同',
  'image-expired': '证件过期',
  'image-not-original': '像复印件或翻拍',
  'image-cannot-tell': '看不出来',
  'image-face-only': '只有人脸',
  'legal-rep-required': '要法定代表人',
  'not-on-list': '名单上没有，要核对管局规则',
  'other-source': '以管局规则为准',
  'province-unknown': '省份不清楚',
  'id-ok': '号码没有问题',
  'id-not-checked': '不是身份证，没有核对',
  'id-invalid-length': '位数不对',
  'id-invalid-checksum': '校验位不对',
  'id-invalid-date': '出生日期不对',
  'id-invalid-region': '地区码不对',
  'uscc-ok': '信用代码没有问题',
  'uscc-invalid': '信用代码不对',
  'names-match': '一致',
  'names-differ': '不一致',
  'face-not-self': '不是本人',
  'face-retry': '再试一次',
  'offer-human': '多次失败，建议人工',
  complete: '齐了',
  missing: '还缺资料',
  recognised: '认出了提示',
  'unknown-screen': '不认识的页面',
};

export function checkName(diagnostic: string): string {
  return CHECKS[diagnostic] ?? diagnostic;
}

export function verdictName(verdict: string): string {
  return VERDICTS[verdict] ?? verdict;
}
