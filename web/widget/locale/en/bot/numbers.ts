/** Numbers of documents. */
export const numbers: Readonly<Record<string, string>> = {
  '请把要核对的证件号码完整发给我：身份证号，或营业执照上的统一社会信用代码都行。放心，记录里会遮住中间的部分。':
    'Please send me the whole number to be checked: an identity number, or the unified social credit code of a business licence. Its middle is masked in the records.',
  '身份证号在身份证有照片那一面的下方，共 18 位；统一社会信用代码在营业执照上，也是 18 位。请发完整的号码，中间不要用 * 代替；记录里会遮住中间的部分。':
    'The identity number stands at the bottom of the identity card’s side with the photo and has 18 characters; the unified social credit code stands on the business licence and has 18, too. Please send the whole number, without * in the middle; its middle is masked in the records.',
  核对证件号码: 'Check the number of a document',
  '号码变成了带 E+ 的科学计数，不是 18 位的原样。':
    'The number has become scientific notation with E+ and is no longer the 18 characters.',
  '从 Excel 复制的号码会这样。请先把单元格设为文本，再照证件重新输入 18 位号码。':
    'This happens when a number is copied from Excel. Please set the cell to text first, and enter the 18 characters again from the document.',
  '如果这是身份证号，应为 18 位，现在只数到 8 位。':
    'If this is an identity number, it should have 18 characters; I count only 8.',
  '{1} 看起来是{document}的号码。': '{1} looks like a number of this kind: {document}.',
  '这类号码我没有核对，不代表写错了。请逐位对照证件，填成和证件上完全一致。':
    'I have not checked numbers of this kind, which does not mean that it is wrong. Please compare it with the document digit by digit and fill in exactly what it says.',
  '号码中间被遮住了，看不到的部分没法核对。':
    'The middle of the number is masked; what cannot be seen cannot be checked.',
  '需要核对的话，请发完整的号码，记录里会遮住中间的部分。':
    'To have it checked, please send the whole number; its middle is masked in the records.',
  '没有认出这是哪种证件的号码。': 'I do not recognise what document this number belongs to.',
  '请告诉我证件类型，再把号码完整发一次。': 'Please tell me the kind of document and send the whole number again.',
  '核验者的证件号要填个人证件上的号码，不是单位的代码。':
    'For the person being verified, the number of their personal document is needed, not the code of the unit.',
  '{1} 是统一社会信用代码，18 位，校验码对得上。':
    '{1} is a unified social credit code of 18 characters, and its check character is right.',
  '请对照营业执照逐位核对，和证照上完全一致。':
    'Please compare it with the business licence character by character; it must be exactly the same.',
  '15 位的是旧注册号，请改用营业执照上 18 位的代码。':
    '15 digits are an old registration number; please use the code of 18 characters on the business licence.',
  '数到 {length} 位，统一社会信用代码是 18 位。': 'I count {length} characters; a unified social credit code has 18.',
  '第 {1} 位是 {2}': 'character {1} is {2}',
  '里面有 {length} 个这样的字母': 'it has {length} such letters',
  '换成长得像的数字之后，校验码就对得上。': 'With the digits that look alike instead, the check character is right.',
  '统一社会信用代码里不用 I、O、S、V、Z 这五个字母，您发来的{which}。':
    'A unified social credit code never has the five letters I, O, S, V, Z; in what you sent: {which}.',
  '{mended}请看看是不是把数字 0、1、5、2 写成了字母 O、I、S、Z。{check}':
    '{mended}Please see whether the digits 0, 1, 5, 2 were written as the letters O, I, S, Z. {check}',
  '第 3 位到第 8 位应当都是数字，您发来的里面有字母。':
    'Characters 3 to 8 should all be digits; what you sent has letters there.',
  '{1} 是 18 位，但末位的校验码和前 17 位对不上，至少有一位写错了。':
    '{1} has 18 characters, but the check character at the end does not fit the first 17: at least one is wrong.',
  '{check}{where}常见的写错：相邻两位颠倒，0 和 D、Q，8 和 B，2 和 Z 看混。':
    '{check}{where}Common mistakes: two neighbours swapped; 0 taken for D or Q, 8 for B, 2 for Z.',
  护照: 'passport',
  港澳居民来往内地通行证: 'Mainland travel permit for Hong Kong and Macao residents (港澳居民来往内地通行证)',
  '台湾居民来往大陆通行证（台胞证）': 'Mainland travel permit for Taiwan residents (台湾居民来往大陆通行证)',
  旧版外国人永久居留身份证: 'foreigner’s permanent residence card, old version (旧版外国人永久居留身份证)',
  港澳通行证: 'travel permit to Hong Kong and Macao (港澳通行证)',
  往来台湾通行证: 'travel permit to Taiwan (往来台湾通行证)',
  军官证一类的证件: 'military officer’s card or the like',
  香港身份证: 'Hong Kong identity card',
  澳门身份证: 'Macao identity card',
  台湾身份证: 'Taiwan identity card',
  外国人永久居留身份证: 'foreigner’s permanent residence card (外国人永久居留身份证)',
  往来港澳通行证: 'travel permit to and from Hong Kong and Macao (往来港澳通行证)',
  '填成和证件上完全一致。': 'Fill in exactly what it says.',
  '常见的写错：相邻两位颠倒，数字 0 写成字母 O，数字 1 写成字母 I 或 l，3 和 8、6 和 9 看混，末位的 X 漏了或写成别的。':
    'Common mistakes: two neighbours swapped; the digit 0 written as the letter O, the digit 1 as I or l; 3 taken for 8, 6 for 9; the X at the end left out or written otherwise.',
  '它是港澳居民居住证的号码。': 'It is the number of a residence permit for Hong Kong and Macao residents.',
  '它是台湾居民居住证的号码。': 'It is the number of a residence permit for Taiwan residents.',
  '它是外国人永久居留身份证的号码。': 'It is the number of a foreigner’s permanent residence card.',
  '您发来的写法里有{1}，在系统里请照证件填：18 位连着写，用半角，末位是 X 的用大写。':
    'What you sent has these: {1}. In the system please fill it in as on the document: 18 characters without gaps, half-width, with a capital X if it ends with X.',
  '号码 {1} 是 18 位，开头两位、出生日期和校验码都对得上。{2}':
    'The number {1} has 18 characters; the first two, the birth date and the check character are right. {2}',
  '{seen}号码本身没有看出写错的地方。如果系统仍提示检查，请核对它是不是本人证件上的号码，姓名是不是和证件上完全一致。':
    '{seen}Nothing in the number itself looks wrong. If the system still asks to check, please see whether it is the number of the person’s own document, and whether the name is exactly the document’s.',
  '数到 15 位。旧的身份证号是 15 位，现在的是 18 位。':
    'I count 15 digits. Old identity numbers have 15, today’s have 18.',
  '请改用 18 位的身份证号，照现在有效的身份证填。如果这是营业执照的旧注册号，它不是个人证件号。':
    'Please use the identity number of 18 characters, as on the valid identity card. If this is the old registration number of a business licence, it is no personal number.',
  '它看起来像手机号。': 'It looks like a mobile phone number.',
  '请看看是不是漏了一位，末位是 X 的，X 也算一位。': 'Please see whether one is left out; an X at the end counts, too.',
  '请看看有没有哪一位重复输入了。': 'Please see whether one was entered twice.',
  '数到 {length} 位，身份证号是 18 位，{2} 位。': 'I count {length} characters; an identity number has 18 ({2}).',
  '少了 {1}': 'missing: {1}',
  '多了 {1}': 'too many: {1}',
  '{hint}请对照证件重新填，{SAME}如果是护照等其他证件的号码，请告诉我证件类型。':
    '{hint}Please fill it in again from the document. {SAME}If it is the number of a passport or another document, please tell me which kind.',
  '第 {1} 位是字母 {2}，不是数字 {3}': 'character {1} is the letter {2}, not the digit {3}',
  '里面有 {length} 个字母。': 'it has {length} letters.',
  '身份证号前 17 位只有数字，字母 X 只会出现在末位。您发来的号码{which}':
    'The first 17 characters of an identity number are digits only; the letter X only stands at the end. In the number you sent: {which}',
  '请把字母换成长得像的数字，{SAME}换过之后，整个号码的校验码就对得上。':
    'Please replace the letters by the digits that look alike. {SAME}After that, the check character of the whole number is right.',
  '请对照证件把字母改成数字，{SAME}改好后可以再发给我核对。':
    'Please replace the letters by digits, as on the document. {SAME}After that you can send it to me again.',
  '末三位是 000：从 Excel 复制的号码会这样，请先把单元格设为文本再输入。':
    'The last three digits are 000: this happens when a number is copied from Excel, so please set the cell to text before entering it.',
  '号码 {1} 是 18 位，开头两位和出生日期都说得通，但末位的校验码和前 17 位对不上，至少有一位写错了。':
    'The number {1} has 18 characters; the first two and the birth date make sense, but the check character at the end does not fit the first 17: at least one is wrong.',
  '请对照证件逐位核对，{SAME}{excel}{where}{SLIPS}':
    'Please compare it with the document digit by digit. {SAME}{excel}{where}{SLIPS}',
  '请对照证件核对，{SAME}{2}': 'Please compare it with the document. {SAME}{2}',
  '号码开头两位是 {1}，没有这样的省级地区代码。': 'The number begins with {1}, and no province has that code.',
  '号码里的出生月份是 {month}，月份只有 01 到 12。':
    'The birth month in the number is {month}; months only go from 01 to 12.',
  '号码里的出生日是 {day}，没有这一天。': 'The birth day in the number is {day}; there is no such day.',
  '号码里的出生日期是 {1} 月 {2} 日，没有这一天。':
    'The birth date in the number is day {2} of month {1}; there is no such day.',
  '号码里的出生日期是 2 月 29 日，但号码里的那一年没有这一天。':
    'The birth date in the number is February 29, but the year in the number has no such day.',
  '号码里的出生年份是 {year}，早于 1900 年。': 'The birth year in the number is {year}, earlier than 1900.',
  '号码里的出生年份是 {year}，还没有到。': 'The birth year in the number is {year}, which has not come yet.',
  '号码里的出生日期晚于今天。': 'The birth date in the number is later than today.',
  '请在系统里也这样填，和证件上完全一致。':
    'Please fill it in like this in the system, too, exactly as on the document.',
  '请对照证件把整串号码核对一遍，可以再完整发给我一次；记录里会遮住中间的部分。':
    'Please compare the whole number with the document; you can send me the whole of it again, and its middle is masked in the records.',
  '末位换成 {last} 之后，校验码和前 17 位还是对不上。':
    'With {last} as the last character, the check character still does not fit the first 17.',
  '末位是 {last} 的话，号码的校验码对得上。':
    'With {last} as the last character, the check character of the number is right.',
  '刚才的号码数到 {length} 位，不是 18 位，只改末位还不够。':
    'The number from before has {length} characters, not 18: changing the last one is not enough.',
  '刚才的号码前 17 位里有字母，只改末位还不够。':
    'The first 17 characters of the number from before have letters: changing the last one is not enough.',
  '刚才的号码里出生日期不对，只改末位还不够。':
    'The birth date in the number from before is wrong: changing the last character is not enough.',
  '刚才的号码开头两位不对，只改末位还不够。':
    'The first two digits of the number from before are wrong: changing the last character is not enough.',
  '这类证件的号码没有校验码，没有核对。':
    'Numbers of this kind of document have no check character and were not checked.',
  '只改一位或调换相邻两位都通不过，可能不止一处写错，建议整串重新抄一遍。':
    'Changing one character or swapping two neighbours does not make it right, so more than one may be wrong; copying the whole number afresh is suggested.',
  '第 {1} 位写错': 'character {1} is wrong',
  '第 {1}、{2} 位颠倒': 'characters {1} and {2} are swapped',
  '如果只错了一处，可能是{1}，请先看那里。': 'If only one thing is wrong, it may be that {1}: please look there first.',
  '，或者': ', or ',
  看不见的字符: 'invisible characters',
  全角字符: 'full-width characters',
  空格: 'blanks',
  横线: 'hyphens',
  点: 'dots',
  '代替 X 的符号': 'a sign in place of X',
  '代替 X 的星号': 'a star in place of X',
  '小写的 x': 'a small x',
};
