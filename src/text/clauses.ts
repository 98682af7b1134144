/** A text cut at sentence ends, semicolons and line breaks; commas cut only where `commas` asks for it. */
export function clauses(text: string, { commas = false } = {}): readonly string[] {
  const ends = commas ? /[。！？；!?;\n，,]+/ : /[。！？；!?;\n]+/;
  return text
    .split(ends)
    .map((part) => part.trim())
    .filter((part) => part.length > 0);
}
