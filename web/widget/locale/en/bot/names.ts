/** How names are written. */
export const names: Readonly<Record<string, string>> = {
  '请在一条消息里把两个名字都发给我：先发系统里填的，再发证件上印的，用逗号或换行隔开。原样发来就好，空格和点也算。放心，记录里会遮住。':
    'Please send me both names in one message: first what is filled in in the system, then what is printed on the document, with a comma or a line break between them. Send them just as they are, blanks and dots included. They are masked in the records.',
  '两个名字要在同一条消息里，我才能比对，例如：':
    'Both names have to be in one message for me to compare them, for example:',
  '填的是张三，证件上是张叁': 'typed: 张三, document: 张叁',
  '系统里填的，在PC端的备案信息里复制；证件上的，个人看身份证的“姓名”，单位看营业执照的“名称”。':
    'Copy what is filled in from the filing details on the computer; of the document, take “姓名” (name) on a person’s identity card, or “名称” (name) on a unit’s business licence.',
  核对姓名写法: 'Check how a name is written',
  '在PC端修改后，重新回到阿里云APP端上传资料。':
    'After correcting it on the computer, go back to the Alibaba Cloud app and upload the materials.',
  '填写的要和证件上完全一致。': 'What you fill in must be exactly what the document says.',
  '您填写的名字和证件上的逐字一致。': 'The name you filled in is that of the document, character by character.',
  '请再确认填写的主办单位负责人是不是法定代表人；备案所在省份没有这个要求、信息也无误时，建议您多次尝试提交资料。':
    'Please make sure that the head of the filing party (主办单位负责人) you filled in is the legal representative; if the province of the filing does not require that and everything is right, try submitting the materials several times.',
  '如果系统仍提示检查，请再核对证件号码是不是和证件上完全一致。':
    'If the system still asks to check, please see whether the number, too, is exactly that of the document.',
  '这两个字意思相通，但算两个不同的字': 'The two characters mean the same, but count as different',
  这两个字长得很像: 'The two characters look much alike',
  '生僻字打不出来时，常被换成别的字；手写输入法可以写出来':
    'Where a rare character cannot be typed, another one is often put in its place; handwriting input can write it',
  '这个姓常有两种写法，以证件为准': 'This surname is often written in two ways; the document decides',
  打不出来的字不能用符号代替: 'A character that cannot be typed must not be replaced by a sign',
  '一个是繁体或异体，一个是简体': 'One is a traditional or variant form, the other is simplified',
  这两个字读音相同: 'The two characters sound the same',
  '填写的是字母，证件上是汉字。': 'You filled in letters; the document has Chinese characters.',
  '请填证件上的汉字，不用拼音或英文名。':
    'Please fill in the Chinese characters of the document, no Pinyin and no English name.',
  '填写的是汉字，证件上是字母。': 'You filled in Chinese characters; the document has letters.',
  '请照证件上印的字母填。': 'Please fill in the letters as printed on the document.',
  '填写的是单位名称，证件上是个人姓名。': 'You filled in the name of a unit; the document has a person’s name.',
  '这里请填个人证件上的姓名。': 'Please fill in the name on the personal document here.',
  '填写的像个人姓名，证件上是单位名称。':
    'What you filled in looks like a person’s name; the document has the name of a unit.',
  '请确认这一栏要填的是人还是单位，再照证件填。':
    'Please make sure whether a person or a unit is wanted here, and fill it in from the document.',
  字母: 'letter',
  字: 'character',
  '每个词都对，但先后顺序和证件上不同。': 'Every word is right, but their order differs from the document.',
  '请按证件上的先后顺序填。': 'Please use the order on the document.',
  '少了证件上的第 {1} 个词。': 'Word {1} of the document is missing.',
  '请照证件补全。': 'Please complete it from the document.',
  '多了第 {1} 个词。': 'Word {1} is too much.',
  '请照证件删掉多出来的词。': 'Please delete the extra word, as on the document.',
  '第 {1} 个词的拼写和证件上不同。': 'The spelling of word {1} differs from the document.',
  '请照证件逐个字母核对后改过来。': 'Please compare it with the document letter by letter and correct it.',
  '点或括号的有无或位置和证件上不同。':
    'A dot or brackets are there, missing or placed otherwise than on the document.',
  '请照证件改过来。': 'Please correct it from the document.',
  '填写的有 {length} 个{unit}，证件上有 {3} 个{4}。': 'What you filled in has {length} {unit}s, the document {3} {4}s.',
  '两个名字有 {length} 处不同。{lengths}': 'The two names differ in {length} places. {lengths}',
  '请确认填的是同一个人（或单位），再照证件重新填一遍。':
    'Please make sure that it is the same person (or unit), and fill it in again from the document.',
  '第 {1} 个{unit}和第 {3} 个{4}的顺序反了。': '{unit} {1} and {4} {3} are swapped.',
  '{unit}都对，但先后顺序和证件上不同。': '{unit}s are all right, but their order differs from the document.',
  '填写的是“{1}”，证件上是“{2}”': 'you filled in “{1}”, the document has “{2}”',
  '第 {1} 个{unit}不同：{shown}{4}。': '{unit} {1} differs: {shown}{4}.',
  '少了证件上的第 {1} 个{unit}。': '{unit} {1} of the document is missing.',
  '第 {here} 个{unit}和第 {next} 个{4}重复了，证件上只有一个。':
    '{unit} {here} and {4} {next} are doubled; the document has only one.',
  '多了第 {here} 个{unit}：“{3}”。': '{unit} {here} is too much: “{3}”.',
  '请照证件删掉多出来的{unit}。': 'Please delete the extra {unit}, as on the document.',
  '电脑上用中文输入法，按数字 1 左边的键可以打出“·”。':
    'With a Chinese input method on a computer, the key left of the digit 1 gives “·”.',
  '名字里夹着看不见的字符。': 'There are invisible characters in the name.',
  '这多半是复制粘贴带进来的。请把名字删掉，用输入法重新打一遍。':
    'They probably came along with copying. Please delete the name and type it afresh with an input method.',
  '有的字看起来一样，编码却不同。': 'Some characters look the same and have different codes.',
  '从 PDF 或图片里复制的字会这样。请用输入法重新打一遍。':
    'This happens when text is copied from a PDF or a picture. Please type it afresh with an input method.',
  '填写的字母或数字是全角的。': 'The letters or digits you filled in are full-width.',
  '请切换到半角再输入。': 'Please switch to half-width and enter them again.',
  '证件上的字母或数字是全角的，填写的是半角。':
    'The letters or digits on the document are full-width, those you filled in are half-width.',
  '请以证件上印的为准，再核对一遍。': 'Please go by what is printed on the document and check it once more.',
  '填写的名字前面或后面多了空格。': 'There are blanks before or after the name you filled in.',
  '请删掉名字前后的空格。': 'Please delete the blanks around the name.',
  '填写的名字中间有空格。': 'There is a blank inside the name you filled in.',
  '请删掉中间的空格。': 'Please delete the blank inside.',
  '名字里的空格和证件上不一样。': 'The blanks in the name are not as on the document.',
  '空几格、空在哪里，请照证件填。': 'How many blanks and where: please fill it in as on the document.',
  '名字中间的点“{theirs}”写成了空格。': 'The dot “{theirs}” inside the name was written as a blank.',
  '请照证件把空格换成点。{HOW_DOT}': 'Please replace the blank by the dot, as on the document. {HOW_DOT}',
  '填写的名字中间少了点“{theirs}”。': 'The name you filled in lacks the dot “{theirs}”.',
  '请照证件把点补上。{HOW_DOT}': 'Please add the dot, as on the document. {HOW_DOT}',
  '填写的名字中间多了点“{mine}”。': 'The name you filled in has a dot too many: “{mine}”.',
  '请把这个点删掉，和证件上一样。': 'Please delete the dot, as on the document.',
  '名字中间的点不一样：填写的是“{mine}”，证件上是“{theirs}”。':
    'The dots inside the name differ: you filled in “{mine}”, the document has “{theirs}”.',
  '请照证件填。{HOW_DOT}': 'Please fill it in as on the document. {HOW_DOT}',
  '名称里的括号不一样：填写的是“{mine}”，证件上是“{theirs}”。':
    'The brackets in the name differ: you filled in “{mine}”, the document has “{theirs}”.',
  '全角（ ）和半角 ( ) 请按营业执照上的填。':
    'Full-width （ ） or half-width ( ): please fill in what the business licence has.',
  '字母的大小写不一样。': 'Capital and small letters differ.',
  '大写、小写请照证件填。': 'Please use capital and small letters as on the document.',
  '填写的名字后面带着称呼“{1}”。': 'A form of address follows the name you filled in: “{1}”.',
  '请只填证件上的姓名，不带称呼。': 'Please fill in only the name on the document, without a form of address.',
  '单位名称的结尾不同：填写的是“{mine}”，证件上是“{theirs}”。':
    'The ending of the unit’s name differs: you filled in “{mine}”, the document has “{theirs}”.',
  '填写的单位名称结尾{1}了“{2}”。': 'The ending of the unit’s name that you filled in {1} “{2}”.',
  多: 'has too much:',
  少: 'lacks',
  '单位名称请填营业执照上的全称。': 'For a unit, please fill in the full name on the business licence.',
};
