import { caseCardOf } from '../../bot/case-card-of.ts';
import type { FileRef, Line } from '../../bot/message.ts';
import type { Opinions } from '../../bot/opinions.ts';
import type { Seal, Store, Vault } from '../../bot/ports.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { allLines } from '../web/all-lines.ts';
import { writeTranscript } from '../web/write-transcript.ts';
import { ownDataHtml } from './own-data-html.ts';
import { readMe } from './read-me.ts';
import type { ZipFile } from './zip.ts';

/** Bytes of pictures in one archive; what is beyond can be fetched one by one. */
const MOST = 200_000_000;

interface OwnDataParts {
  readonly store: Pick<Store, 'lines' | 'ticketsOf' | 'opinionsOf'>;
  readonly vault: Pick<Vault, 'get'>;
  readonly seal: Pick<Seal, 'open'>;
  readonly knowledge: Pick<Knowledge, 'entries'> | undefined;
}

/** A picture of the conversation, and where it lies in the archive; null where it was left out for its size. */
export interface OwnPicture extends FileRef {
  readonly path: string | null;
}

/** Everything that there is of a person in one conversation. Texts as they are stored; contacts in clear. */
export interface OwnData {
  readonly talk: string;
  readonly channel: string;
  readonly openedAt: string;
  readonly exportedAt: string;
  readonly lines: readonly Line[];
  readonly tickets: readonly {
    readonly id: string;
    readonly at: string;
    readonly text: string;
    readonly contact: string;
    readonly doneAt: string | null;
  }[];
  readonly card: ReturnType<typeof caseCardOf>;
  readonly facts: TalkRecord['facts'];
  readonly context: TalkRecord['context'];
  readonly opinions: Opinions;
  readonly pictures: readonly OwnPicture[];
}

/** The files of the archive with which a person takes their data along. */
export async function ownDataFiles(parts: OwnDataParts, record: TalkRecord, now: Date): Promise<readonly ZipFile[]> {
  const data = await ownData(parts, record, now);
  const text = (name: string, content: string): ZipFile => ({
    name,
    at: now,
    isText: true,
    bytes: async () => Buffer.from(content),
  });
  return [
    text('说明.txt', readMe(data)),
    text('对话.html', ownDataHtml(data)),
    text('对话.txt', writeTranscript(data.lines, now)),
    text('数据.json', `${JSON.stringify(data, null, 2)}\n`),
    ...data.pictures.flatMap(({ id, path }) =>
      path === null
        ? []
        : [{ name: path, at: now, isText: false, bytes: async () => (await parts.vault.get(record.id, id))?.bytes }],
    ),
  ];
}

async function ownData({ store, seal, knowledge }: OwnDataParts, record: TalkRecord, now: Date): Promise<OwnData> {
  const { id, talk, openedAt, facts, context } = record;
  const lines = await allLines(store, id);
  const tickets = await store.ticketsOf(id);
  return {
    talk: id,
    channel: talk.channel,
    openedAt,
    exportedAt: now.toISOString(),
    lines,
    tickets: tickets.map(({ id: ticket, at, text, contact, doneAt }) => ({
      ...{ id: ticket, at, text, doneAt },
      contact: seal.open(contact),
    })),
    card: caseCardOf(record, knowledge),
    ...{ facts, context },
    opinions: await store.opinionsOf(id),
    pictures: picturesOf(lines),
  };
}

/** Each picture once, in the order in which they were shown. */
function picturesOf(lines: readonly Line[]): readonly OwnPicture[] {
  const all = new Map(lines.flatMap(({ files = [] }) => files.map((file) => [file.id, file] as const)));
  let bytes = 0;
  return [...all.values()].map((file, at) => {
    const fits = bytes + file.size <= MOST;
    if (fits) bytes += file.size;
    const path = `图片/${String(at + 1).padStart(2, '0')}-${file.name.replace(/[\p{C}\\/:*?"<>|]/gu, '_')}`;
    return { ...file, path: fits ? path : null };
  });
}
