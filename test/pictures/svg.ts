import sharp, { type Sharp } from 'sharp';

/** A drawing as a picture. The service blocks SVG for the whole process (`vips.ts`); drawing in a test opens it again there. */
export function drawn(svg: string): Sharp {
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] });
  return sharp(Buffer.from(svg));
}
