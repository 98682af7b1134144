import { t, written } from '../../shared/t.ts';
import { Icon, type IconName } from '../view/icon.tsx';
import { MarkdownText } from '../view/markdown-text.tsx';
import { provinceRule } from './province-rule.ts';

interface ProvinceCardProps {
  readonly text: string;
  readonly verdict: string;
}

/** Whether a verdict is one that the card has words for. */
export function isProvinceVerdict(verdict: string | null | undefined): verdict is string {
  return verdict === 'legal-rep-required' || verdict === 'not-on-list' || verdict === 'other-source';
}

/** What holds in a province: its state in words, what to do, the sentence it rests on, and where today's rule stands. */
export function ProvinceCard({ text, verdict }: ProvinceCardProps) {
  const { parts, province, link } = provinceRule(text);
  const { icon, words } = stateOf(verdict);
  return (
    <div class="province">
      <p class={`chip province-${verdict}`}>
        <Icon name={icon} />
        {province === undefined ? words : `${written(province)} · ${words}`}
      </p>
      {parts.map((part) =>
        part.is === 'text' ? (
          <MarkdownText key={part.text} text={written(part.text)} />
        ) : (
          <blockquote key={part.text}>
            <p dir="auto">“{marked(part.text, province)}”</p>
            <footer>{sourceOf(part.from)}</footer>
          </blockquote>
        ),
      )}
      {link !== undefined && (
        <a class="button button-soft" href={link} target="_blank" rel="noopener noreferrer nofollow">
          <Icon name="out" />
          {t('核对管局规则')}
        </a>
      )}
    </div>
  );
}

function stateOf(verdict: string): { readonly icon: IconName; readonly words: string } {
  if (verdict === 'legal-rep-required') return { icon: 'alert', words: t('需要法定代表人') };
  if (verdict === 'not-on-list') return { icon: 'warn', words: t('这份 FAQ 没有列出') };
  return { icon: 'page', words: t('另有来源') };
}

/** `《FAQ》（2023-03-24 更新）里写着` */
function sourceOf(from: string): string {
  const [, title, date] = /《([^《》]+)》（(\S+) 更新）/.exec(from) ?? [];
  return title === undefined || date === undefined
    ? t('原文')
    : t('《{title}》（{date} 更新）', { title: written(title), date });
}

/** The province stands out where the sentence names it. */
function marked(sentence: string, province: string | undefined) {
  const at = province === undefined ? -1 : sentence.indexOf(province);
  if (province === undefined || at < 0) return written(sentence);
  return (
    <>
      {written(sentence.slice(0, at))}
      <mark>{written(province)}</mark>
      {written(sentence.slice(at + province.length))}
    </>
  );
}
