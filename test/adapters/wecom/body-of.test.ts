import { expect, it } from 'vitest';
import { bodyOf } from '../../../src/adapters/wecom/body-of.ts';
import type { NewFile } from '../../../src/bot/ports.ts';

const MB = 1024 * 1024;

/** A vault with one file, and WeCom that takes it. */
function holding(type: string, size: number) {
  const uploads: string[] = [];
  const file = { id: 'f', name: '图', type, size, bytes: new Uint8Array(1) };
  return {
    uploads,
    wecom: {
      vault: { get: async (_talk: string, id: string) => (id === 'f' ? file : undefined) },
      api: {
        call: async () => ({}),
        download: async () => file.bytes,
        async upload(as: 'image' | 'file', { name }: NewFile) {
          uploads.push(`${as} ${name}`);
          return 'media-1';
        },
      },
    },
    content: { is: 'file', file } as const,
  };
}

it.each([
  ['image/jpeg', 2 * MB, 'image'],
  ['image/png', 1, 'image'],
  ['image/jpeg', 2 * MB + 1, 'file'],
  ['image/gif', 1, 'file'],
])('%s of %i bytes goes out as %s', async (type, size, as) => {
  const { wecom, content, uploads } = holding(type, size);
  expect(await bodyOf(wecom, 'talk', content)).toEqual({ msgtype: as, [as]: { media_id: 'media-1' } });
  expect(uploads).toEqual([`${as} 图`]);
});

it('says so where a file is gone, or too large', async () => {
  const { wecom, content } = holding('image/jpeg', 21 * MB);
  expect(JSON.stringify(await bodyOf(wecom, 'talk', content))).toContain('20 MB');
  const gone = { is: 'file', file: { ...content.file, id: 'gone' } } as const;
  expect(JSON.stringify(await bodyOf(wecom, 'talk', gone))).toContain('已按保存期限删除');
});

it('says how it goes on behind a text and under buttons', async () => {
  const { wecom } = holding('image/jpeg', 1);
  expect(await bodyOf(wecom, 'talk', { is: 'text', text: '一' }, '回复任意内容')).toEqual({
    ...{ msgtype: 'text', text: { content: '一\n\n回复任意内容' } },
  });
  expect(await bodyOf(wecom, 'talk', { is: 'menu', text: '一', choices: ['是'] }, '回复任意内容')).toEqual({
    msgtype: 'msgmenu',
    msgmenu: {
      head_content: '一',
      list: [{ type: 'click', click: { id: '是', content: '是' } }],
      tail_content: '回复任意内容',
    },
  });
});
