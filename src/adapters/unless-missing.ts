/** What is wanted of a file or folder; undefined where there is none. Any other error stays one. */
export function unlessMissing<T>(wanted: Promise<T>): Promise<T | undefined> {
  return wanted.catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
