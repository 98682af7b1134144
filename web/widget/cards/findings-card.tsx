import { t, written } from '../../shared/t.ts';
import type { Finding } from '../api/types.ts';
import { marksOf, type NumberedMark } from '../pictures/marks.ts';
import { Icon, type IconName } from '../view/icon.tsx';
import { verdictWord } from './verdict-word.ts';

const ICONS: Readonly<Record<Finding['severity'], IconName>> = {
  ok: 'check',
  notice: 'warn',
  problem: 'alert',
  blocker: 'stop',
};

interface FindingsCardProps {
  readonly findings: readonly Finding[];
  /** Of a picture, whose findings are told in a word: its answer says the rest. */
  readonly marks?: readonly NumberedMark[];
}

/** What the checks of a turn found: by colour, sign and word, with what to do. */
export function FindingsCard({ findings, marks }: FindingsCardProps) {
  return (
    <ul class="findings" aria-label={t('检查结果')}>
      {findings.map(({ severity, verdict, evidence, retryable }) => {
        const word = marks && verdictWord(verdict);
        const numbers = marksOf(verdict, marks ?? []);
        return (
          <li key={verdict + evidence} class={`finding finding-${severity}`}>
            <span class="chip">
              <Icon name={ICONS[severity]} />
              {severityName(severity)}
            </span>
            <span dir="auto">
              {word === undefined ? written(evidence) : <b>{word}</b>}
              {numbers.map((number) => (
                <span key={number} class="mark-number">
                  <span class="aside">{t('图上的标记')}</span>
                  {number}
                </span>
              ))}
              {marks && retryable === false && <b class="quiet"> {t('要换证件')}</b>}
              {marks && retryable === true && <b class="quiet"> {t('重拍就好')}</b>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function severityName(severity: Finding['severity']): string {
  switch (severity) {
    case 'ok':
      return t('通过');
    case 'notice':
      return t('注意');
    case 'problem':
      return t('需要处理');
    case 'blocker':
      return t('无法办理');
  }
}
