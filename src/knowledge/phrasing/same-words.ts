/**
 * Ways of saying the same, each with the one it is read as: whoever swaps them
 * changes nothing of what a rule asks. In the order in which they are read, so
 * that a longer one comes before what it contains. Nothing that says how much,
 * whether, who, where or in which order stands here.
 */
export const SAME_WORDS: readonly (readonly [said: string, read: string])[] = [
  ['不需要', '无需'],
  ['不用', '无需'],
  ['不必', '无需'],
  ['没有', '未'],
  ['没法', '无法'],
  ['点一下', '点'],
  ['点击', '点'],
  ['单击', '点'],
  ['要是', '如果'],
  ['假如', '如果'],
  ['那就', '就'],
  ['则', '就'],
  ['需要', '需'],
  ['应该', '应'],
  ['查看', '看'],
  ['看看', '看'],
  ['看一下', '看'],
  ['置于', '放在'],
  ['至', '到'],
  ['仍然', '仍'],
  ['并且', '并'],
  ['接着', '然后'],
  ['等待', '等'],
  ['这个', '该'],
  ['目前', '当前'],
  ['现在', '当前'],
  ['因为', '因'],
  ['由于', '因'],
  ['或者', '或'],
  ['以及', '和'],
  ['及', '和'],
  ['与', '和'],
  ['跟', '和'],
];

/** Words of courtesy and filling, which say nothing. */
export const COURTESY: readonly string[] = ['麻烦', '烦请', '一下', '进行', '请', '您', '的', '呢', '哦', '吧'];

/** What a line may begin with. */
export const GREETING = /^(?:您好|好的|别着急)[,，。]?/;
