import type { PeopleDesk } from '../people/people-desk.ts';

/** What people and the desk say to each other, over and over. */
const SAID = [
  ['user', '人脸核验一直过不去，我已经试了好几次，光线也换过了，还是提示核验不一致。'],
  ['agent', '您好，请先把 **APP** 更新到最新版：\n\n1. 打开“我的”\n2. 点“设置”，再点“检查更新”'],
  ['user', '更新好了。'],
  ['agent', '好的，请再试一次，把页面上的提示原样发给我。'],
] as const;

/** Fills a conversation up to a line; the text of each begins with its number. */
export async function seedLines({ store: { db } }: PeopleDesk, talk: string, upTo: number): Promise<void> {
  const { seq } = await db.selectFrom('talks').select('seq').where('id', '=', talk).executeTakeFirstOrThrow();
  for (let from = seq + 1; from <= upTo; from += 500) {
    const rows = Array.from({ length: Math.min(500, upTo - from + 1) }, (_, at) => {
      const number = from + at;
      const [speaker, text] = SAID[number % SAID.length] ?? SAID[0];
      return {
        ...{ talk, seq: number, at: new Date(Date.parse('2026-03-02T06:00:00.000Z') + number).toISOString(), speaker },
        said: `${number}：${text}`,
        ...{ choices: null, sources: null, files: null, outcome: null },
        name: speaker === 'agent' ? '客服 01' : null,
      };
    });
    await db.insertInto('lines').values(rows).execute();
  }
  await db.updateTable('talks').set({ seq: upTo }).where('id', '=', talk).execute();
}

/** More people who wait just like one who does, each a second longer than the next. Their ids end in their number. */
export async function seedQueue({ store: { db } }: PeopleDesk, like: string, count: number): Promise<void> {
  const row = await db.selectFrom('talks').selectAll().where('id', '=', like).executeTakeFirstOrThrow();
  const life = JSON.parse(row.life ?? '{}') as { readonly waitingSince: string | null };
  for (let from = 1; from <= count; from += 50) {
    const rows = Array.from({ length: Math.min(50, count - from + 1) }, (_, at) => {
      const id = `seeded-${String(from + at).padStart(4, '0')}`;
      const begun = life.waitingSince;
      const waitingSince = begun && new Date(Date.parse(begun) + (from + at) * 1_000).toISOString();
      return { ...row, id, room: id, person: id, token_hash: null, life: JSON.stringify({ ...life, waitingSince }) };
    });
    await db.insertInto('talks').values(rows).execute();
  }
}
