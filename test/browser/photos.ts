import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { field } from './chat.ts';

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

/** Sends pictures for which consent is given now. */
export async function show(page: Page, ...files: Photo[]): Promise<void> {
  await choose(page, ...files);
  await field(page).press('Enter');
  await agree(page);
  await page.locator('.sent', { hasText: '已送达' }).last().waitFor();
}

/** A picture, in pixels as large as one of a card, with nothing on it. */
export function blank(): Promise<Buffer> {
  return sharp({ create: { width: 800, height: 500, channels: 3, background: '#7fa3c7' } })
    .jpeg()
    .toBuffer();
}
