/** A name for a message that nobody else has. (`crypto.randomUUID` is missing on old phones and over plain HTTP.) */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => `0${byte.toString(16)}`.slice(-2)).join('');
}
