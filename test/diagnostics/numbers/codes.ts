import fc from 'fast-check';
import { CREDIT_CHARACTERS, creditCheckCharacter } from '../../../src/diagnostics/numbers/credit-code.ts';
import { checkCharacter } from '../../../src/diagnostics/numbers/identity-code.ts';

/** The day on which all these tests play. */
export const today = '2026-03-01';

/** The same examples at every run. */
export const seeded = { seed: 20_260_301, numRuns: 200 } as const;

/** Any 17 digits with their check character. */
export const anyIdentity = fc.stringMatching(/^\d{17}$/).map((first17) => first17 + checkCharacter(first17));

/** A number that passes everything: known region, a birth date from 1900 to 2025. */
export const validIdentity = fc
  .record({
    region: fc.constantFrom('110105', '440301', '321183', '654321', '810000', '830000'),
    birth: fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, birth, sequence }) => {
    const first17 = `${region}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return first17 + checkCharacter(first17);
  });

/** Any 17 characters of GB 32100 with their check character; the region is made of digits. */
export const validCredit = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '12', '52'),
    fc.constantFrom('330100', '440300', '110105'),
    fc.string({ unit: fc.constantFrom(...CREDIT_CHARACTERS), minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join('') + creditCheckCharacter(parts.join('')));

/** A text with two of its characters changed over; places count from 0. */
export function swapped(text: string, one: number, other: number): string {
  const characters = [...text];
  [characters[one], characters[other]] = [characters[other] ?? '', characters[one] ?? ''];
  return characters.join('');
}

/** A text with another character at a place, counted from 0. */
export function changed(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}
