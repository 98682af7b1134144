import sharp from 'sharp';

/**
 * sharp with only those readers of libvips that people's pictures need. What
 * is blocked (SVG, PDF and whatever a build brings along) cannot be reached by
 * any content. The block holds for the whole process.
 */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
    'VipsForeignLoadTiffBuffer',
  ],
});
// One picture, one thread: the pool of workers shares the processors out. No cache: no two pictures are the same.
sharp.concurrency(1);
sharp.cache(false);

export { sharp };
