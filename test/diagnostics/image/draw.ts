import sharp from 'sharp';
import '../../../src/diagnostics/image/vips.ts';

/**
 * The product blocks SVG for the whole process, and test pictures are drawn in
 * SVG: a test that draws imports this.
 */
sharp.unblock({ operation: ['VipsForeignLoadSvg'] });

export { blur, bright, cut, dark, glare, grey, jpeg, motion, shrink, turn } from '../../pictures/degrade.ts';
export { face } from '../../pictures/face.ts';
export { idBack } from '../../pictures/id-back.ts';
export { idFront } from '../../pictures/id-front.ts';
export { letter } from '../../pictures/letter.ts';
export { photoOf } from '../../pictures/photo-of.ts';
