/** What an answer about a province says, taken apart; every word of it is the service's. */
export interface ProvinceRule {
  /** Paragraphs, and where the rule itself stands between them, the quoted sentence. */
  readonly parts: readonly ProvincePart[];
  readonly province: string | undefined;
  /** The place where the rule of today stands, where the operator has filled it in. */
  readonly link: string | undefined;
}

export type ProvincePart =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'quote'; readonly text: string; readonly from: string };

/** `《FAQ》（2023-03-24 更新）里写着：“…”`, perhaps after other words. */
const QUOTE = /^([\s\S]*?)((?:《[^《》]+》（\d{4}-\d{2}-\d{2} 更新）)?里面?写着)：“([^”]+)”$/;
const PROVINCE = /单击(\S{2,3}?)的链接/;
const LINK = /（\[打开\]\((https?:[^()\s]+)\)）/;

export function provinceRule(text: string): ProvinceRule {
  const link = LINK.exec(text)?.[1];
  const parts = text
    .replace(LINK, '')
    .split(/\n{2,}/)
    .flatMap((paragraph): readonly ProvincePart[] => {
      const [, before, from, quote] = QUOTE.exec(paragraph.trim()) ?? [];
      if (quote === undefined || from === undefined) return [{ is: 'text', text: paragraph }];
      const said: ProvincePart = { is: 'quote', text: quote, from };
      return before ? [{ is: 'text', text: before }, said] : [said];
    });
  return { parts: joined(parts), province: PROVINCE.exec(text)?.[1], link };
}

/** Lists go on over paragraphs, so that neighbours stay one text. */
function joined(parts: readonly ProvincePart[]): readonly ProvincePart[] {
  const all: ProvincePart[] = [];
  for (const part of parts) {
    const last = all[all.length - 1];
    if (last?.is !== 'text' || part.is !== 'text') all.push(part);
    else all[all.length - 1] = { is: 'text', text: `${last.text}\n\n${part.text}` };
  }
  return all;
}
