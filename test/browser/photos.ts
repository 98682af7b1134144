import type { Page } from 'playwright-core';

/** A file as a chooser takes it. */
export interface Photo {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function photo(name: string, buffer: Buffer, mimeType = 'image/jpeg'): Photo {
  return { name, mimeType, buffer };
}

/** Chooses pictures with the button beside the field. */
export async function choose(page: Page, ...files: Photo[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '添加图片' }).click();
  await (await chooser).setFiles(files);
}

/** The sheet that asks before the first picture. */
export function consentSheet(page: Page) {
  return page.getByRole('dialog', { name: '看图片之前，先请您同意' });
}

/** Agrees there. */
export function agree(page: Page): Promise<void> {
  return consentSheet(page).getByRole('button', { name: '同意', exact: true }).click();
}
