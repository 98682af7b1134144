const KEY = 'beian-console:name';

/** Who signed in here last, so that only the password has to be typed again. */
export function recallName(): string {
  return localStorage.getItem(KEY) ?? '';
}

export function rememberName(name: string): void {
  localStorage.setItem(KEY, name);
}
