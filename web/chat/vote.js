import { call } from './api.js';

/** Tells the service whether an answer helped, and shows it on the two buttons; false where that failed. */
export async function vote({ talk, token }, seq, helpful, button) {
  const buttons = [...button.parentNode.querySelectorAll('button')];
  const before = buttons.map((one) => one.getAttribute('aria-pressed'));
  for (const one of buttons) one.setAttribute('aria-pressed', String(one === button));
  const got = await call(`talks/${talk}/feedback`, { method: 'POST', token, body: { seq, helpful } });
  if (!got.ok) for (const [at, one] of buttons.entries()) one.setAttribute('aria-pressed', before[at]);
  return got.ok;
}
