import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';

/**
 * Argon2id with 19 MiB, two passes and one lane: the least that OWASP's Password Storage Cheat Sheet recommends
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html, 2023 and since).
 */
const COST = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const satisfies Options;

/** The hash of a password that nobody knows, at the cost above. */
export const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$hQVhIwydagZNZstUnTX2xA$MXgPjVb7yyOCL/8GrmEuY6Cae4o0DxnEU9gOHyndIBM';

export function hashPassword(password: string): Promise<string> {
  return hash(written(password), COST);
}

/** Without a hash it compares with nobody's and takes as long, so that the time does not tell which names exist. */
export async function isPassword(hashed: string | undefined, password: string): Promise<boolean> {
  const right = await verify(hashed ?? NOBODYS, written(password));
  return right && hashed !== undefined;
}

/** Whether a hash was made at another cost than today's. */
export function isOutdated(hashed: string): boolean {
  const made = parseOptions(hashed);
  return Object.entries(COST).some(([name, value]) => made[name as keyof typeof COST] !== value);
}

/** The same password typed with another keyboard is the same: full width, composed or not (NIST SP 800-63B §5.1.1.2). */
function written(password: string): string {
  return password.normalize('NFKC');
}
