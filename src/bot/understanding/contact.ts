const MOBILE = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d){8}(?!\d)/;
const LANDLINE = /(?<!\d)0\d{2,3}[\s-)]?\d{7,8}(?!\d)/;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const ACCOUNT = /(?:微信号?|wechat|vx|wx|qq|钉钉号?)[:：是\s]*([a-z][-_a-z0-9]{4,19}|\d{5,12})/i;

/** How the writer can be reached: the first mobile number, e-mail address, landline or account in a message. */
export function contactIn(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  for (const pattern of [MOBILE, EMAIL, LANDLINE, ACCOUNT]) {
    const found = pattern.exec(plain);
    if (found) return found[0].trim();
  }
  return undefined;
}
