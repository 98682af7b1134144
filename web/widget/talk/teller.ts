/**
 * Tells the service what the page knows, one call after the other, since each adds to what was told before. Who is
 * signed in goes apart: where that is refused (a wrong signature, or nobody set the secret), the rest is kept.
 */
export function createTeller(post: (body: object) => Promise<unknown>) {
  let told: Promise<unknown> = Promise.resolve();
  return ({ user, signature, ...rest }: Readonly<Record<string, unknown>>): void => {
    for (const body of [rest, { user, signature }]) {
      if (Object.values(body).some((value) => value !== undefined)) told = told.then(() => post(body));
    }
  };
}
