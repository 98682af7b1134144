/** The basic documents of entry 10, as the upload page calls them. */
export const documents = ['主体负责人证件', '网站负责人证件', '主办单位证件'] as const;
export type Document = (typeof documents)[number];

/** Whether a document is that of a head, not of the party that files. */
export function isOfHead(document: Document): boolean {
  return document !== '主办单位证件';
}
