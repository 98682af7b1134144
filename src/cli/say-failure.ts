/** Says why a command failed, and lets it end with 1. */
export function sayFailure(error: unknown): void {
  const known = error instanceof Error && 'code' in error;
  console.error(`\n${known ? error.message : error}`);
  process.exitCode = 1;
}
