import { afterEach, expect, it } from 'vitest';
import { exportContent } from '../../../src/adapters/content/export-content.ts';
import { createChecks } from '../../../src/bot/checks/checks.ts';
import type { RulesOverlay } from '../../../src/bot/checks/rules-overlay.ts';
import { NO_OVERLAY } from '../../../src/knowledge/overlay.ts';
import { type SmallContent, smallContent } from '../../knowledge/small-content.ts';

let content: SmallContent | undefined;
afterEach(() => content?.remove());

const rules: RulesOverlay = {
  links: { 授权书: 'https://help.example.cn/letter', 资料下载: null },
  releases: { ios: { version: '6.14.0', date: '2026-02-20', source: 'App Store' } },
  others: [
    {
      title: '四川管局通知',
      date: '2025-05-01',
      sentence: '主体负责人应为法定代表人。',
      provinces: ['四川'],
      required: true,
    },
  ],
};

it('rules that were set are the same once they are written into the files, and are written once', async () => {
  content = smallContent([12]);
  const dir = `${content.dataDir}/rules`;
  const set = await createChecks(dir, rules);
  const changed = await exportContent(content.dataDir, { overlay: NO_OVERLAY, rules });
  expect(changed).toEqual(['rules/links.json', 'rules/app-releases.json', 'rules/provinces.json']);
  const written = await createChecks(dir);
  expect(written.links).toEqual(set.links);
  expect(written.links.find(({ name }) => name === '授权书')?.url).toBe('https://help.example.cn/letter');
  expect(written.releases).toEqual(rules.releases);
  expect(written.provinces).toEqual(set.provinces);
  expect(await exportContent(content.dataDir, { overlay: NO_OVERLAY, rules })).toEqual([]);
});
