import { t } from '../../../shared/t.ts';
import type { Trial } from '../types.ts';

type Measured = NonNullable<Trial['before']>;
type OnSet = Measured['sets'][number];
type Share = Exclude<keyof OnSet, 'set' | 'inScope' | 'outOfScope'>;

interface FiguresProps {
  readonly before: Measured;
  readonly after: Measured;
  /** How far `correct` varies by chance. */
  readonly noise: number;
}

/** The figures of the test sets, before and after, with what became better or worse in words. */
export function Figures({ before, after, noise }: FiguresProps) {
  return (
    <>
      <h4>{t('题库成绩')}</h4>
      <table className="rows figures">
        <thead>
          <tr>
            <th scope="col">{t('题库')}</th>
            <th scope="col" className="number">
              {t('之前')}
            </th>
            <th scope="col" className="number">
              {t('之后')}
            </th>
            <th scope="col">{t('变化')}</th>
          </tr>
        </thead>
        <tbody>
          <Row label={t('全部题判断正确')} was={before.correct} is={after.correct} isGood noise={noise} isMain />
          {after.sets.flatMap((set) => {
            const was = before.sets.find((one) => one.set === set.set);
            return was ? rowsOf(was, set) : [];
          })}
        </tbody>
      </table>
    </>
  );
}

function rowsOf(was: OnSet, is: OnSet) {
  const name = setName(is.set);
  const row = (share: Share, label: string, isGood: boolean) => (
    <Row key={`${is.set} ${share}`} label={label} was={was[share]} is={is[share]} isGood={isGood} />
  );
  return [
    <tr key={is.set} className="figures-set">
      <th colSpan={4} scope="colgroup">
        {t('{name}：有条目的 {inScope} 题，没有条目的 {outOfScope} 题', {
          name,
          inScope: is.inScope,
          outOfScope: is.outOfScope,
        })}
      </th>
    </tr>,
    row('right', t('该答的，直接答对'), true),
    row('helped', t('该答的，答对或反问里有'), true),
    row('wrong', t('该答的，答错'), false),
    row('notCovered', t('该答的，却说没有'), false),
    row('declined', t('不该答的，说没有'), true),
    row('answered', t('不该答的，却答了'), false),
  ];
}

interface RowProps {
  readonly label: string;
  readonly was: number;
  readonly is: number;
  /** Whether more is better. */
  readonly isGood: boolean;
  readonly noise?: number;
  readonly isMain?: boolean;
}

function Row({ label, was, is, isGood, noise = 0, isMain = false }: RowProps) {
  const points = Math.round((is - was) * 1000) / 10;
  const isBetter = points > 0 === isGood;
  const isChance = points !== 0 && Math.abs(is - was) <= noise;
  const look = points === 0 || isChance ? undefined : isBetter ? 'better' : 'worse';
  return (
    <tr className={isMain ? 'figures-main' : undefined}>
      <th scope="row">{label}</th>
      <td className="number">{percent(was)}</td>
      <td className="number">{percent(is)}</td>
      <td className={look}>{sayChange(points, isBetter, isChance)}</td>
    </tr>
  );
}

function sayChange(points: number, isBetter: boolean, isChance: boolean): string {
  if (points === 0) return t('不变');
  const by = Math.abs(points).toFixed(1);
  const moved = points > 0 ? t('高 {by} 点', { by }) : t('低 {by} 点', { by });
  if (isChance) return t('{moved}，在波动之内', { moved });
  return isBetter ? t('{moved}，变好', { moved }) : t('{moved}，变差', { moved });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function setName(set: string): string {
  if (set === 'dev') return t('开发题库');
  return set === 'fresh' ? t('新写的题库') : set;
}
