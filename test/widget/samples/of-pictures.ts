import { judge, judgeRefused, screenFindings } from '../../../src/diagnostics/image/judge.ts';
import { FORMAT_NAMES, type PictureFormat } from '../../../src/diagnostics/image/picture-format.ts';
import { scaleFinding } from '../../../src/diagnostics/image/scale-finding.ts';
import { advice, good, withText } from '../../diagnostics/image/evidence.ts';
import { said } from './said.ts';

/** What is found in pictures good and bad. */
export function ofPictures(): readonly string[] {
  const formats = Object.keys(FORMAT_NAMES) as PictureFormat[];
  const file = [
    ...formats.map((format) => ({ format })),
    { bytes: 5_000_000 },
    { bytes: 4_194_304 },
    { ending: 'webp' },
  ];
  const measures = [
    ...[{ crispness: 0.4 }, { crispness: 0.05 }, { p95: 120 }, { whiteShare: 0.5 }, { colourSpread: 5 }],
    { white: { share: 0.02, box: { left: 0, top: 0, width: 1, height: 1 } } },
  ];
  const texts = [
    ...[
      {},
      { document: 'other', lines: 3, missing: [] },
      { document: 'face' },
      { turned: 90 },
      { turned: 180 },
      { turned: 270 },
    ],
    ...[
      { cutAt: ['left', 'top'] },
      { cutAt: ['right', 'bottom'] },
      { missing: ['姓名', '公民身份号码'] },
      { confidence: 0.3, document: 'other' },
    ],
    { fields: { validity: { to: '2020-01-01', confidence: 0.99, text: '2020.01.01' } } },
    { document: 'domain-certificate', fields: { validity: { to: '2020-01-01', confidence: 0.99, text: '' } } },
    { fields: { idNumber: { text: '110105194912310021', confidence: 0.99 } } },
  ] as unknown as readonly Parameters<typeof withText>[0][];
  const all = [
    ...file.map((facts) => ({ ...good, facts: { ...good.facts, ...facts } })),
    ...measures.flatMap((one) => [
      { ...withText({}), measures: { ...good.measures, ...one } },
      { ...good, outline: undefined, cardPixels: undefined, measures: { ...good.measures, ...one } },
    ]),
    ...texts.map(withText),
    ...texts.map((one) => ({ ...withText(one), measures: { ...good.measures, crispness: 0.05 } })),
    { ...good, cardPixels: 300 },
    { ...good, cardPixels: 700 },
    { ...good, cardPixels: undefined, facts: { ...good.facts, width: 200, height: 100 } },
    { ...withText({ document: 'other', lines: 0, confidence: 0 }), told: 'id-front' as const },
    { ...withText({ document: 'other', lines: 2, missing: ['姓名'] }), told: 'id-front' as const },
    { ...good, facts: { ...good.facts, format: 'gif' as const, frames: 12 } },
    { ...good, facts: { ...good.facts, format: 'heic' as const, ending: 'jpg' } },
  ].filter(({ facts: { format } }) => format !== 'empty');
  const refused = (['empty', 'too-many-bytes', 'too-many-pixels', 'not-a-picture', 'broken'] as const).flatMap(
    (reason) => formats.map((found) => judgeRefused({ is: 'refused', reason, found, bytes: 30_000_000 } as never)),
  );
  return [
    ...[...all.map(judge), ...refused].flatMap(({ findings }) => findings.map(said)),
    // Of several findings each is one item of a list.
    ...all.map(judge).flatMap(({ findings }) => findings.map((one) => `- ${said(one).replaceAll('\n\n', '')}`)),
    ...screenFindings(good.facts).map(said),
    ...[1.5, 0.5].flatMap((ratio) => scaleFinding(ratio, advice) ?? []).map(said),
  ];
}
