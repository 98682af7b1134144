import { z } from 'zod';
import { only } from './answers/only.ts';
import { addressees, forwardCards } from './cards/forward-cards.ts';
import { asks, type Diagnostic } from './diagnostic.ts';

const TO = '(?:给|发给|转给|转发给|要给|发送给|写给)?';
const ONE = '(?:那位|那个|那边|本人)?';

const input = z.object({
  /** Who is to get the steps. */
  forwardTo: z.enum(addressees).register(asks, {
    question: '这段步骤要转发给谁？',
    choices: [
      {
        label: '主体负责人',
        means: { forwardTo: 'subject-head' },
        says: only(`${TO}(?:备案)?(?:主体|主办单位|单位|公司)的?负责人${ONE}`, `${TO}主体(?:那位|那个|那边|的)?`),
      },
      {
        label: '网站负责人',
        means: { forwardTo: 'site-head' },
        says: only(
          `${TO}(?:网站|站点|网页)的?负责人${ONE}`,
          `${TO}(?:负责|管)网站的(?:那位|那个)?(?:人|同事)?`,
          `${TO}网站(?:那位|那个|那边|的)`,
        ),
      },
      {
        label: '保管单位证件的同事',
        means: { forwardTo: 'keeper' },
        says: only(
          `${TO}(?:保管|管|拿着?|有|保存|存放?|收着)(?:着)?(?:单位|公司)?的?(?:证件|证照|证|营业执照|执照)的(?:同事|人|会计|财务|那位|那边)?`,
          `${TO}(?:保管(?:证件)?的?)?(?:同事|会计|财务|行政|总部|总公司)${ONE}`,
          `${TO}保管的?人`,
        ),
      },
    ],
    help: '人不在身边的，选那位负责人：主体负责人就是主办单位负责人，网站负责人是要刷脸的那位。只是单位证件不在身边的，选“保管单位证件的同事”。两位负责人的姓名都写在PC端填写的备案信息里。',
  }),
});

/** Steps to forward to whoever is elsewhere (entry 11). It judges nothing. */
export const remotePeople: Diagnostic<typeof input> = {
  id: 'remote-people',
  title: '生成可以转发的步骤',
  starts: 'on-request',
  repeats: 'forwardTo',
  input,
  next: ({ forwardTo }) => (forwardTo === undefined ? 'forwardTo' : undefined),
  run: ({ forwardTo }) => ({ verdict: null, findings: [], cards: forwardCards(forwardTo) }),
};
