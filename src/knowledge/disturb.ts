const OPENERS = ['请问', '你好', '您好', '那个', '我想问下', '麻烦问一下', '大佬', '急', '救命'];
const CLOSERS = ['怎么办', '呢', '啊', '谢谢', '求解', '咋整', '??', '怎么回事', '在线等', '急急急'];
const POLITE = /^(请问一下|请问|您好|你好|麻烦问下|麻烦|那个)[,，]?|(谢谢|谢谢您|多谢)[。!！]?$/g;

/** A copy of a normalised question as somebody hastier, politer or clumsier would have typed it. */
export function disturb(text: string, random: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  let chars = [...text];
  const way = random();
  if (way < 0.3) chars = chars.filter(() => random() > 0.08);
  else if (way < 0.45 && chars.length > 3) {
    const at = Math.floor(random() * (chars.length - 1));
    chars.splice(at, 2, chars[at + 1] ?? '', chars[at] ?? '');
  } else if (way < 0.6) chars = [...pick(OPENERS), ...chars];
  else if (way < 0.75) chars = [...chars, ...pick(CLOSERS)];
  else if (way < 0.9) chars = chars.filter((char) => !/[\p{P}\p{S}\s]/u.test(char));
  const disturbed = chars.join('');
  return (way < 0.5 ? disturbed.replace(POLITE, '') : disturbed) || text;
}
