import type { FileRef } from '../../bot/message.ts';
import type { Shipment } from '../../bot/ports.ts';
import { plain } from '../../text/markdown.ts';
import { pageLink } from '../vendor/page-link.ts';
import { fileWhat } from './file-what.ts';
import { isSingle, isStaff } from './parse-robot-message.ts';
import { dingtalkMarkdown, type Markdown } from './render.ts';
import type { SendParts } from './send.ts';

export async function sendPicture(
  { vault, api, reach }: SendParts,
  { to, talk }: Shipment,
  { file: ref, alone }: { readonly file: FileRef; readonly alone: boolean },
): Promise<void> {
  const place = alone ? { ...to, room: to.user } : to;
  const file = await vault.get(talk, ref.id);
  if (!file) return reach.say(to, says('图片', `（${namesOf([ref])}：已经过了保存的时间。）`));
  const photoURL = await api.upload(file.name, file.type, file.bytes);
  await reach.show(place, 'sampleImageMsg', { photoURL });
}

/** Says in the group where the pictures are. */
export async function tellShownAlone(
  { vault, reach }: SendParts,
  { to, talk }: Shipment,
  files: readonly FileRef[],
): Promise<void> {
  const kept = await Promise.all(files.map(({ id }) => vault.get(talk, id)));
  const shown = files.filter((_, at) => kept[at] !== undefined);
  if (shown.length > 0) await reach.say(to, says('图片', `${namesOf(shown)}已经单独发给您，请看和机器人的单聊。`));
}

/** A page link opens the whole conversation: it is for its person alone, never for a group. */
export async function sendLink(parts: SendParts, { to, talk }: Shipment, files: readonly FileRef[]): Promise<void> {
  const { store, seal, time, publicUrl, reach } = parts;
  const what = namesOf(files);
  const mayTell = isSingle(to) || isStaff(to);
  const link = mayTell ? await pageLink({ store, seal, clock: () => time.now(), publicUrl }, talk) : undefined;
  if (link === undefined) return reach.say(to, says(what, `${what}在这里发不出来，请回复“转人工”，由客服帮您处理。`));
  const offer = says(
    what,
    `${what}请在网页里看：[打开网页](${link})\n\n链接 30 分钟内有效，只能打开一次，请不要转给别人。`,
  );
  if (isSingle(to)) return reach.say(to, offer);
  await reach.whisper(to.user, offer);
  await reach.say(to, says(what, `${what}的链接已经单独发给您，请看和机器人的单聊。`));
}

function says(title: string, text: string): Markdown {
  return { title, text: dingtalkMarkdown(text) };
}

function namesOf(files: readonly FileRef[]): string {
  return [...new Set(files.map((file) => plain(fileWhat(file))))].join('、');
}
