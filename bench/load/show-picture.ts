import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { FormBody, type LoadClient } from './client.ts';
import { opened } from './opened.ts';

/** Noise, so that it is looked at and nothing is read in it. */
export async function noisePicture(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#fff', noise } })
    .jpeg()
    .toBuffer();
}

/** How often an answer that takes longer is asked for again. */
const AGAIN = 3;

/** Somebody shows a picture, agrees that it is kept, and erases the conversation with it. Rejects where one of it fails. */
export async function showPicture(client: LoadClient, picture: Buffer): Promise<void> {
  const { talk, token } = await opened(client);
  const body = formOf({ id: randomUUID(), consent: 'yes' }, picture);
  const show = () => client.send('POST', `/api/talks/${talk}/messages`, { token, body });
  let shown = await show();
  // Still being looked at: the same again fetches the answer.
  for (let again = 0; shown.status === 503 && again < AGAIN; again++) shown = await show();
  if (shown.status !== 200) throw new Error(`一张图片得到 ${shown.status}：${shown.body.slice(0, 200)}`);
  const erased = await client.send('DELETE', `/api/talks/${talk}`, { token });
  if (erased.status >= 300) throw new Error(`删除对话得到 ${erased.status}：${erased.body.slice(0, 200)}`);
}

function formOf(fields: Readonly<Record<string, string>>, picture: Buffer): FormBody {
  const edge = `edge-${randomUUID()}`;
  const head = (rest: string) => `--${edge}\r\ncontent-disposition: form-data; ${rest}\r\n`;
  const texts = Object.entries(fields).map(([name, value]) => `${head(`name="${name}"`)}\r\n${value}\r\n`);
  const before = `${texts.join('')}${head('name="picture"; filename="a.jpg"')}content-type: image/jpeg\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(before), picture, Buffer.from(`\r\n--${edge}--\r\n`)]);
  return new FormBody(`multipart/form-data; boundary=${edge}`, bytes);
}
