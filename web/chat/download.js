import { call } from './api.js';
import { save } from './save.js';

/** Saves the conversation as a file; false where it did not come. */
export async function download({ talk, token }) {
  const got = await call(`talks/${talk}/transcript`, { token });
  if (got.ok) save(got.data, `备案助手对话记录-${new Date().toLocaleDateString('sv-SE')}.txt`);
  return got.ok;
}
