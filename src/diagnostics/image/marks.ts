import type { Finding } from '../diagnostic.ts';
import type { Box } from './box.ts';
import type { Evidence } from './evidence.ts';
import { cutSides } from './text-findings.ts';
import type { Mark } from './thumbnail.ts';

/** What can be shown of the findings: the place of a reflection, the sides that are cut off. */
export function marksOf(evidence: Evidence, findings: readonly Finding[]): readonly Mark[] {
  const has = (verdict: string) => findings.some((finding) => finding.verdict === verdict);
  const { measures, outline } = evidence;
  return [
    ...(has('image-glare') && measures.white ? [{ box: inFrame(measures.white.box, outline) }] : []),
    ...(has('image-incomplete') ? cutSides(evidence).map((side) => ({ side })) : []),
  ];
}

/** From shares of the part that was measured to shares of the frame. */
function inFrame(box: Box, outline: Evidence['outline']): Box {
  if (!outline) return box;
  const xs = outline.corners.map(({ x }) => x);
  const ys = outline.corners.map(({ y }) => y);
  const [left, top] = [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))];
  const width = Math.min(1, Math.max(...xs)) - left;
  const height = Math.min(1, Math.max(...ys)) - top;
  return {
    left: left + box.left * width,
    top: top + box.top * height,
    width: box.width * width,
    height: box.height * height,
  };
}
