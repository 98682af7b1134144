import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentOf } from '../../../src/diagnostics/image/document/document-of.ts';
import { createReader, type Reader } from '../../../src/diagnostics/image/ocr/reader.ts';
import { businessLicence } from '../../pictures/business-licence.ts';
import { cut, type Degrade, degrade, glare, grey, jpeg, motion } from '../../pictures/degrade.ts';
import { domainCertificate } from '../../pictures/domain-certificate.ts';
import { company, person, wrongNumber } from '../../pictures/fictional.ts';
import { idBack } from '../../pictures/id-back.ts';
import { idFront } from '../../pictures/id-front.ts';
import { letter } from '../../pictures/letter.ts';
import { lineAt, linesOf } from '../../pictures/lines.ts';
import { personWithDocument } from '../../pictures/person-with-document.ts';
import { photoOf } from '../../pictures/photo-of.ts';
import { pixelsOf } from '../../pictures/pixels-of.ts';

/** Drawing and reading take a second; on a busy machine twenty. */
vi.setConfig({ testTimeout: 60_000 });

let reader: Reader;
beforeAll(async () => {
  reader = await createReader({ threads: 1 });
});
afterAll(() => reader.close());

async function seen(picture: Buffer, skinOval = 0) {
  const pixels = await pixelsOf(picture);
  const { lines } = await reader.read(pixels);
  return documentOf(lines, pixels, { skinOval });
}

describe('the front of an identity card', () => {
  it.each<[string, readonly Degrade[]]>([
    ['as it is', []],
    ['as a photo', [(card) => photoOf(card, { angle: 4 }), jpeg(30)]],
    ['as a photocopy', [grey()]],
    ['with a cut edge', [cut('right', 0.05)]],
  ])('is known %s, with number and name', async (_how, mishaps) => {
    const { document, fields } = await seen(await degrade(await idFront({ seed: 11 }), ...mishaps));
    expect(document).toBe('id-front');
    expect(fields).toMatchObject({
      side: 'front',
      idNumber: { text: person(11).number, birthAgrees: true },
      name: { text: person(11).name },
    });
  });

  it('keeps a number that is wrong as it stands', async () => {
    const number = wrongNumber(person(12).number);
    expect((await seen(await idFront({ seed: 12, number }))).fields.idNumber?.text).toBe(number);
  });

  it.each<[string, Degrade]>([
    ['under a glare', glare(0.5, 0.87, 0.08)],
    ['that is smeared', motion(21)],
  ])('tells no number %s', async (_how, mishap) => {
    expect((await seen(await degrade(await idFront({ seed: 13 }), mishap))).fields.idNumber).toBeUndefined();
  });
});

describe('the back of an identity card', () => {
  it.each([
    ['2011.05.03', '2031.05.03', { from: '2011-05-03', to: '2031-05-03' }],
    ['2008.12.28', '长期', { from: '2008-12-28', to: 'long' }],
  ])('is known with its term %s-%s', async (from, to, validity) => {
    const { document, fields } = await seen(
      await photoOf(await idBack({ seed: 14, from, to }), { background: 'cloth' }),
    );
    expect(document).toBe('id-back');
    expect(fields).toMatchObject({ side: 'back', validity });
  });
});

describe('other documents', () => {
  it('knows a licence with its code and term', async () => {
    const { document, fields } = await seen(await businessLicence({ seed: 15, to: '2035年05月02日' }));
    expect(document).toBe('business-licence');
    expect(fields).toMatchObject({
      creditCode: { text: company(15).creditCode },
      validity: { from: '2015-05-03', to: '2035-05-02' },
      name: { text: company(15).head },
    });
  });

  it('knows a certificate of a domain with its term', async () => {
    const { document, fields } = await seen(await domainCertificate({ seed: 16 }));
    expect(document).toBe('domain-certificate');
    expect(fields.validity).toMatchObject({ from: '2019-06-18', to: '2029-06-18' });
  });

  it.each(['授权书', '承诺书'] as const)('knows a letter titled %s', async (title) => {
    expect((await seen(await letter({ seed: 17, title }))).document).toBe('letter');
  });

  it('knows somebody who holds a card', async () => {
    const { document, fields } = await seen(await personWithDocument({ seed: 18 }), 0.9);
    expect(document).toBe('person-with-document');
    expect(fields.idNumber?.text).toBe(person(18).number);
  });
});

describe('a picture without a document’s words', () => {
  const size = { width: 900, height: 1200 };

  it('is a face where there is an oval of skin and no text', () => {
    expect(documentOf([], size, { skinOval: 0.9 }).document).toBe('face');
    expect(documentOf([lineAt('6.', 10, 10, 0.55)], size, { skinOval: 0.9 }).document).toBe('face');
  });

  it('is something else where nothing speaks for anything', () => {
    expect(documentOf([], size).document).toBe('other');
    expect(documentOf(linesOf(['今天天气不错', '我们去公园吧']), size, { skinOval: 0.9 }).document).toBe('other');
  });
});
