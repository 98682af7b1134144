/**
 * Dialect words that stand in the way of reading facts, put into the common
 * language: 部机系安卓,更新咗 → 部机是安卓,更新了. For the readers only: what it
 * makes of a text is not shown to anybody. 系 stays in 系统, 系列, 关系, 联系; 唔
 * stays where it is a sigh.
 */
export function plainWords(text: string): string {
  return DIALECT.test(text) ? WORDS.reduce((plain, [pattern, common]) => plain.replace(pattern, common), text) : text;
}

const DIALECT = /[咗嘅冇唔系係喺睇佢嗰嚟㗎畀俾啲哋咩乜勿弗俺侬伐话]|晓不得|[么莫没木有][得有]|边[度个]|啷个|不得|不使/;

const WORDS: readonly (readonly [pattern: RegExp, common: string])[] = [
  [/系咪|[系係][唔不][系係]/g, '是不是'],
  [/使[唔不]使/g, '用不用'],
  [/[唔不]使(?!用)/g, '不用'],
  [/边度/g, '哪里'],
  [/边个/g, '哪个'],
  [/啷个/g, '怎么'],
  [/没有得(?!到|罪)|冇得|莫得|(?<![什怎这那多])么得|没得(?!到|选|罪)|(?<![积林树土苗原红])木有(?!限)/g, '没有'],
  [/晓不得|[勿弗](?:晓得|知道?)/g, '不知道'],
  [/冇/g, '没有'],
  [/(?<=[是都还也就系係])[唔不]得(?=$|[,。!?\s啊呀了])/g, '不行'],
  [/唔(?![,。!?.~…\s]|$)/g, '不'],
  [/咗/g, '了'],
  [/嘅/g, '的'],
  [/喺/g, '在'],
  [/睇/g, '看'],
  [/佢/g, '它'],
  [/嗰/g, '那'],
  [/俺/g, '我'],
  [/侬/g, '你'],
  [/[畀俾]/g, '给'],
  [/啲/g, '些'],
  [/哋/g, '们'],
  [/咩|乜嘢?/g, '什么'],
  [/嚟㗎?|㗎/g, ''],
  [/(?<=[得用过看行到])伐(?=$|[,。!?\s])/g, '吗'],
  [/(?<=[他它度面统店store])话(?=我?(?:已|系|係|是|有|没|要|不))/g, '说'],
  [/(?<![关联体派维院直嫡星谱语族干水山世旁])[系係](?![统列数主别谱])/g, '是'],
];
