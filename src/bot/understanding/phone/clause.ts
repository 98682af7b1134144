const ENDS = /[,。!?;…\n]/;

/** What stands before `at` in its clause, at most `most` characters of it. */
export function before(text: string, at: number, most: number): string {
  let from = at;
  while (from > 0 && at - from < most && !ENDS.test(text.charAt(from - 1))) from--;
  return text.slice(from, at);
}

/** What stands from `at` on in its clause, at most `most` characters of it. */
export function after(text: string, at: number, most: number): string {
  let to = at;
  while (to < text.length && to - at < most && !ENDS.test(text.charAt(to))) to++;
  return text.slice(at, to);
}

/** Where what was said last begins: behind the last "不对", "看错了", "其实是"; 0 where nothing is taken back. */
export function correctionIn(text: string): number {
  let at = 0;
  for (const { index, 0: cue } of text.matchAll(CORRECTION)) at = index + cue.length;
  return at;
}

const CORRECTION =
  /(?:^|[,。.!?;\s])(?:哦|啊|额|呃|诶|哎呀?|等等?一?下?|稍等|噢){0,4}[,\s]{0,3}(?:不对|错了|不是)(?=[,。!\s了哈啊]|我|是|应该|手机|$)|(?:说|看|打|写|弄|搞|记|发|填|选|讲)(?:错|混|反|岔)了?|(?:^|[,。.!\s])(?:啊|哦|噢|呃|哎)不(?=[,。\s是])|更正一?下?|纠正一?下?|(?:^|[,。.!\s])其实是?|实际上?是|wrong|i mean|sorry/g;
