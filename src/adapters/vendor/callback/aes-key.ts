/** The 32 bytes behind an EncodingAESKey: 43 characters of Base64, which leaves out the one `=`. */
export function aesKeyOf(encoded: string): Buffer {
  const key = Buffer.from(`${encoded}=`, 'base64');
  if (key.length !== 32) throw new TypeError('An EncodingAESKey has 43 characters of Base64');
  return key;
}
