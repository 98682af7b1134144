/** Characters (code points). */
const SHORTEST = 10;
const LONGEST = 200;
/** With fewer different characters it is a pattern, however long. */
const FEWEST_DIFFERENT = 5;
/** What must be left besides the own name. */
const LEAST_BESIDES_NAME = 5;

/** What everybody tries first: letters and digits alone, in lower case. */
const WORST: ReadonlySet<string> = new Set(
  `0123456789 1234567890 12345678910 0987654321 9876543210 1234554321 147258369 1472583690 741852963
  123456789a 123456789abc 123456789qwe a123456789 a1234567890 aa12345678 aa123456789 aaa123456789 abc1234567 abc12345678
  abc123456789 abcd123456 abcd12345678 abcde12345 abcdefghij qq123456789 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc
  qaz2wsxedc qazwsxedcrfv qwer123456 qwer12345678 qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 asdfghjkl1
  asdfghjkl123 zxcvbnm123 password password1 password12 password123 password1234 password12345 passw0rd passw0rd123
  pssw0rd123 mypassword letmein123 welcome123 iloveyou123 changeme123 changeme1234 secret1234 administrator admin123
  admin1234 admin12345 admin123456 admin888888 adminadmin root123456 test123456 guest123456 supervisor supervisor1
  supervisor123 kefu123456 kefu12345678 beian12345 beian123456 aliyun123 aliyun123456 alibaba123 huawei123 wang123456
  zhang123456 woaini1314 woaini123456 woaini521521 woaini5201314 5201314520 1314520520 52013145201314
  correcthorsebatterystaple`.split(/\s+/),
);

/** Why somebody should not take this password, as a sentence to them; undefined where they may. */
export function passwordProblem(password: string, name: string): string | undefined {
  const { length } = [...password];
  if (length < SHORTEST)
    return `密码太短：现在 ${length} 个字符，至少要 ${SHORTEST} 个。几个不相干的词连起来就很好记。`;
  if (length > LONGEST) return `密码太长：现在 ${length} 个字符，最多 ${LONGEST} 个。`;
  if (new Set(folded(password)).size < FEWEST_DIFFERENT) return '这个密码只有几种字符，太容易被猜到，请换一个。';
  const plain = bare(password);
  if (WORST.has(plain)) return '这个密码是别人最先会试的，太容易被猜到，请换一个。';
  const own = bare(name);
  const besides = own === '' ? plain : plain.replaceAll(own, '');
  if (besides !== plain && [...besides].length < LEAST_BESIDES_NAME) {
    return '密码不能只是自己的名字加几个字符，请换一个。';
  }
  return undefined;
}

/** Without the marks that people strew in. */
function bare(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
