let convert = (text: string): string => text;

/** From now on everything is shown as `next` makes it. What is drawn already has to be drawn anew. */
export function writeBy(next: (text: string) => string): void {
  convert = next;
}

/**
 * What the service says, in the reader's characters. What is kept, compared and sent is always the text itself, and what
 * people typed is shown as they typed it.
 */
export function written(text: string): string {
  return convert(text);
}

/**
 * A fixed text in the reader's characters, written in Simplified Chinese. `{name}` stands for a value, which is
 * shown as it is.
 */
export function t(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return convert(text).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
