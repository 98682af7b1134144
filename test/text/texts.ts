import fc from 'fast-check';

/** Texts as people type, paste and attack: Chinese both ways, Latin, digits, marks that are not seen, broken surrogates. */
export function anyText(...fragments: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...'备案上传资料证书人脸核验後臺乾隆薴著'), maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom(...' \t\n\r\u00a0\u3000\u200b\u200d\u202e\ufeff\ufe0f\u0085\u2028\ud800\udc00,，.。'),
      maxLength: 6,
    }),
    fc.constantFrom(...fragments, ''),
  );
  return fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
}

/** The shortest of several runs, in milliseconds: what the work takes when nobody else has the processor. */
export function timeOf(work: () => unknown): number {
  return Math.min(
    ...Array.from({ length: 9 }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );
}
