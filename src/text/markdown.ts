/** The sentences of a small Markdown text, without its list marks. */
export function markdownSentences(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .map((line) => line.replace(/^\s*(-|\d+\.)\s+/, ''))
    .flatMap((line) => line.split(/(?<=[。？])/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
}

/** Text from a person, made safe to stand inside our Markdown: nothing in it is a mark any more, not even of a list. */
export function plain(text: string): string {
  return text
    .replace(/[\\*_[\]()<>`#|~]/g, (mark) => `\\${mark}`)
    .replace(/\s+/g, ' ')
    .replace(/^( ?\d*)([-+.])(?= )/, '$1\\$2');
}
