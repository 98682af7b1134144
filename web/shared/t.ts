let dictionary: Readonly<Record<string, string>> = {};

export function speak(next: Readonly<Record<string, string>>): void {
  dictionary = next;
}

/**
 * A fixed text in the language that is spoken. Its key is the Simplified Chinese text itself, always a literal: the
 * dictionaries are made and checked by reading the sources. `{name}` stands for a value.
 */
export function t(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (dictionary[text] ?? text).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
