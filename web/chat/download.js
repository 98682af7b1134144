import { call } from './api.js';

/** Saves the conversation as a file; false where it did not come. */
export async function download({ talk, token }) {
  const got = await call(`talks/${talk}/transcript`, { token });
  if (!got.ok) return false;
  const address = URL.createObjectURL(got.data);
  const link = document.createElement('a');
  link.href = address;
  link.download = `备案助手对话记录-${new Date().toLocaleDateString('sv-SE')}.txt`;
  link.click();
  // The browser takes the file after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
}
