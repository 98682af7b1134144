/**
 * A `content-disposition` that saves a file under its name (RFC 6266, RFC 5987). `plain` is for what reads no encoded
 * names: ASCII letters, digits, dots.
 */
export function attachment(name: string, plain: string): string {
  return `attachment; filename="${plain}"; filename*=UTF-8''${encode(name.replace(/\p{Cs}/gu, ''))}`;
}

/** Of what encodeURIComponent leaves, four signs have a meaning here. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
