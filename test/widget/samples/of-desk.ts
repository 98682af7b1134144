import { agentName, deskPhrases } from '../../../src/bot/desk/desk-phrases.ts';
import { phrases } from '../../../src/bot/phrases.ts';
import { DOCUMENT_NAMES } from '../../../src/bot/pictures/document-names.ts';
import { toldBack } from '../../../src/bot/understanding/told-back.ts';
import { checkName, verdictName } from '../../../src/bot/verdict-names.ts';
import { cardText } from '../../../src/handoff/card-text.ts';
import { caseCard } from '../../../src/handoff/case-card.ts';
import { sayHours } from '../../../src/handoff/say-hours.ts';
import { TODAY } from './said.ts';

/** What the desk says, and phrases with their values. */
export function ofDesk(): readonly string[] {
  const day = [{ from: '09:00', to: '18:00' }];
  const week = { 1: day, 2: day, 3: day, 4: day, 5: day };
  const exceptions = [
    { date: '2026-11-27', ranges: [] },
    { date: '2026-11-28', ranges: day },
  ];
  const hours = [
    sayHours({ weekly: week, holidays: true, exceptions }, `${TODAY}T00:00:00.000Z`),
    sayHours({ weekly: { ...week, 6: day, 7: [{ from: '22:00', to: '02:00' }] }, holidays: true, exceptions: [] }),
    sayHours({ weekly: { ...week, 6: day, 7: day }, holidays: false, exceptions: [] }),
    sayHours({ weekly: {}, holidays: false, exceptions: [] }),
  ];
  const told = [
    toldBack({ platform: 'android', osVersion: '4.4.2', appVersion: '6.7.0', province: '广东', faceAttempts: 3 }),
    toldBack({ platform: 'harmony', appUpToDate: false, inPerson: true }),
    toldBack({ platform: 'ios', appUpToDate: true, inPerson: false }),
  ];
  const card = caseCard({
    ...{ channel: 'web', platform: 'android', osVersion: '4.4.2', appVersion: '6.7.0', appUpToDate: false },
    ...{ roles: ['网站负责人'], inPerson: true, province: '广东', faceAttempts: 3, idNumber: '110105********002X' },
    steps: [{ at: `${TODAY}T00:00:00.000Z`, what: checkName('app-version'), result: verdictName('update-needed') }],
    pictures: [{ document: DOCUMENT_NAMES['id-front'], verdict: verdictName('image-incomplete') }],
  });
  return [
    ...hours.map((one) => phrases.ticketAskOutside(one)),
    ...told.flatMap((one) => [
      phrases.offerWith(one),
      phrases.noted(one),
      phrases.notedThat(one),
      phrases.seenOnScreen(one),
    ]),
    ...[deskPhrases.joined(agentName(7)), deskPhrases.handedOn(agentName(12)), deskPhrases.followUp('3月9日 14:05')],
    ...[phrases.queued(0, undefined), phrases.queued(2, 4), phrases.queued(1, undefined)],
    ...[phrases.ticketKept('L-1234'), phrases.ticketKept('L-1234', 'https://example.com/a#b'), phrases.erased(1, 2, 3)],
    ...[phrases.several(2), phrases.several(3), phrases.noSuchStep(4), phrases.systemFine('您的手机是安卓 12。')],
    phrases.pictureOk(DOCUMENT_NAMES['id-back'], 'JPG 图片，大小 3.25 MB') + phrases.holdsUntil('2030-01-01'),
    phrases.pictureOk('手机截图（营业执照）', 'PNG 图片，大小 4.00 MB（4194300 字节）') + phrases.holdsForLong,
    cardText(card),
    phrases.exhausted + phrases.offer,
  ];
}
