const MOBILE = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d){8}(?!\d)/g;
const ABROAD = /\+\d{1,3}[\s-]?\d(?:[\s-]?\d){6,12}(?!\d)/g;
const LANDLINE = /(?<!\d)\(?0\d{2,3}[\s-)]{0,2}\d(?:[\s-]?\d){6,7}(?!\d)/g;
/** Before the @ at most 64 characters (RFC 5321, 4.5.3.1.1). */
const EMAIL = /[a-z0-9][\w.+-]{0,63}@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
/** "微信号：abc_123", "qq 12345678": named, or with a digit or a mark in it. */
const ACCOUNT =
  /(?:微信|wechat|weixin|v信|vx|wx|qq|扣扣|钉钉|支付宝)(?:号码?|账号)?\s*(?:(?:[:：是为]|就是)\s*)?((?=[a-z_-]{0,19}\d|[a-z\d-]{0,19}_)[a-z][-_a-z0-9]{4,19}|[1-9]\d{4,11})(?![\w.])|(?:微信|wechat|weixin|v信|vx|wx)(?:号|账号|\s*[:：是])+\s*([a-z][-_a-z0-9]{5,19})/gi;
/** A whole message that can only be an account: letters with a digit or a mark, or the digits of a QQ number. */
const BARE = /^\s*(?:(?=[a-z-]*\d|[a-z\d-]*_)[a-z][-_a-z0-9]{5,19}|[1-9]\d{4,10})\s*$/i;
const DEVICE = /^(?:iphone|ipad|ios|android|mate|huawei|honor|redmi|xiaomi|vivo|oppo)[-_ ]?\w*$/i;

/** How a writer can be reached, as it stands in the text after NFKC: telephone numbers, e-mail addresses, accounts. */
export function contactsIn(text: string): readonly string[] {
  const plain = text.normalize('NFKC');
  const numbers = [MOBILE, ABROAD, LANDLINE, EMAIL].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(([found]) => found.trim()),
  );
  const accounts = [...plain.matchAll(ACCOUNT)].flatMap(([, marked, named]) => marked ?? named ?? []);
  const found = [...numbers, ...accounts].filter((one) => !DEVICE.test(one));
  return found.filter(
    (one, at) => found.indexOf(one) === at && !found.some((other) => other !== one && other.includes(one)),
  );
}

/** What names a contact, right before it; the contact itself is a \0. */
const NAMED =
  /(?:我的?)?(?:联系)?(?:方式|手机|电话|邮箱|邮件|e?-?mail|微信|wechat|vx|wx|qq|钉钉)?(?:号码?)?(?:就?是|为)?[\s:]{0,3}\0/g;
/** Asks to be called, not for the number of the desk. */
const CALL_BACK = /[打回拨来](?:一?[个通下])?(?:电话|邮件)/g;

/** What a normalised message says beside the contacts in it. */
export function besideContacts(normalised: string): string {
  const contacts = contactsIn(normalised);
  if (contacts.length === 0) return normalised;
  const marked = contacts.reduce((rest, contact) => rest.replaceAll(contact, '\0'), normalised);
  return marked.replace(NAMED, ',').replace(CALL_BACK, '联系');
}

/** The account that a whole message is: heard where a contact was asked for. */
export function bareAccount(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  return BARE.test(plain) && !DEVICE.test(plain) ? plain : undefined;
}
