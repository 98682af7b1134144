import { z } from 'zod';

const tips = z.array(z.string().min(1)).readonly();

/** `data/rules/picture-advice.json`: advice of our own for taking a picture again. */
export const PictureAdvice = z.object({
  blur: tips,
  dark: tips,
  bright: tips,
  glare: tips,
  cut: tips,
  small: tips,
  ratio: tips,
});

export type PictureAdvice = z.output<typeof PictureAdvice>;
