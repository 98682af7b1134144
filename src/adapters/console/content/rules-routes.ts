import { shownSentence } from '../../../diagnostics/provinces/rules.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { answeringOf, type ContentDesk, makeChange } from './content-desk.ts';
import { ChangedAnswer } from './revision-schema.ts';
import { LinksBody, ProvincesBody, ReleasesBody, RulesAnswer } from './rules-schema.ts';

type Rule = 'links' | 'releases' | 'provinces';

export function rulesRoutes(scope: Http, desk: ContentDesk): void {
  const revisionOf = async (subject: Rule): Promise<number | null> =>
    (await desk.people.revisions.newest([subject])) || null;
  const onWhat = (subject: Rule, base: number | null | undefined) =>
    base === undefined ? {} : { base: { subjects: [subject], id: base ?? 0 } };

  scope.get(
    '/rules',
    {
      schema: {
        tags: ['content'],
        summary: '入口的网址、阿里云APP的最新版本、各省要求',
        security: WITH_SESSION,
        response: { 200: RulesAnswer, ...problems(401, 403, 503) },
      },
    },
    async () => {
      const { links, releases, provinces } = answeringOf(desk).checks;
      const { faq, others } = provinces;
      return {
        links: {
          revision: await revisionOf('links'),
          items: links.map(({ name, url }) => ({ name, url })),
        },
        releases: {
          revision: await revisionOf('releases'),
          android: releases.android ?? null,
          ios: releases.ios ?? null,
          harmony: releases.harmony ?? null,
        },
        provinces: {
          revision: await revisionOf('provinces'),
          ...{ entry: faq.entry, title: faq.title, date: faq.date, sentence: shownSentence(faq) },
          shipped: faq.provinces,
          defects: faq.defects.map(({ source, shown, what }) => ({ source, shown, why: what })),
          others,
        },
      };
    },
  );

  scope.put(
    '/links',
    {
      schema: {
        tags: ['content'],
        summary: '填写入口的网址；回答里会出现链接',
        security: WITH_SESSION,
        body: LinksBody,
        response: { 200: ChangedAnswer, ...problems(400, 401, 403, 409, 503) },
      },
    },
    async (request) => {
      const { checks } = answeringOf(desk);
      const { links, base, note } = request.body;
      const stranger = links.find(({ name }) => !checks.links.some((link) => link.name === name));
      if (stranger) throw new HttpError(400, 'unknown', `没有叫“${stranger.name}”的入口。`);
      const after = {
        ...desk.published.now().rules.links,
        ...Object.fromEntries(links.map(({ name, url }) => [name, url])),
      };
      return makeChange(desk, request, { subject: 'links', name: null, after, note, ...onWhat('links', base) });
    },
  );

  scope.put(
    '/releases',
    {
      schema: {
        tags: ['content'],
        summary: '填写各平台最新的阿里云APP版本',
        security: WITH_SESSION,
        body: ReleasesBody,
        response: { 200: ChangedAnswer, ...problems(400, 401, 403, 409, 503) },
      },
    },
    async (request) => {
      answeringOf(desk);
      const { releases, base, note } = request.body;
      const after = Object.fromEntries(Object.entries(releases).filter(([, release]) => release !== null));
      return makeChange(desk, request, { subject: 'releases', name: null, after, note, ...onWhat('releases', base) });
    },
  );

  scope.put(
    '/provinces',
    {
      schema: {
        tags: ['content'],
        summary: '官方说明之外、有日期的来源怎样要求各省',
        security: WITH_SESSION,
        body: ProvincesBody,
        response: { 200: ChangedAnswer, ...problems(400, 401, 403, 409, 503) },
      },
    },
    async (request) => {
      const { faq } = answeringOf(desk).checks.provinces;
      const { others: after, base, note } = request.body;
      const listed = after.flatMap(({ provinces }) => provinces).find((name) => faq.provinces.includes(name));
      if (listed !== undefined) {
        throw new HttpError(400, 'listed', `官方说明已经列出${listed}，其他来源不会用到它。请去掉${listed}。`);
      }
      return makeChange(desk, request, { subject: 'provinces', name: null, after, note, ...onWhat('provinces', base) });
    },
  );
}
