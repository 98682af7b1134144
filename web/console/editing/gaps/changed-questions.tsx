import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../../shared/t.ts';
import type { Trial } from '../types.ts';
import { sayDecided, sayEntries } from './say-decided.ts';

/** Shown before somebody asks for the rest. */
const FIRST = 10;

type Changed = Trial['changed'];

/** The questions of the test sets that are decided otherwise, those that became worse first. */
export function ChangedQuestions({ changed }: { readonly changed: Changed }) {
  const [showsAll, showAll] = useState(false);
  const count = (effect: Changed[number]['effect']): number => changed.filter((one) => one.effect === effect).length;
  const shown = showsAll ? changed : changed.slice(0, FIRST);
  return (
    <>
      <h4>
        {changed.length === 0
          ? t('题库里没有一题的判断变了')
          : t('判断变了的题：变好 {better}，变差 {worse}，其他 {same}', {
              better: count('better'),
              worse: count('worse'),
              same: count('same'),
            })}
      </h4>
      <ul className="changed">
        {shown.map(({ set, text, should, before, after, effect }) => (
          <li key={`${set} ${text}`}>
            <span className={CHIPS[effect]}>{effectName(effect)}</span>
            <span>
              {text}
              <small>
                {t('应当：{should}', { should: should.length > 0 ? sayEntries(should) : t('不回答') })}
                {'　'}
                {t('{before} → {after}', { before: sayDecided(before), after: sayDecided(after) })}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {changed.length > FIRST && !showsAll && (
        <Button type="link" onClick={() => showAll(true)}>
          {t('看全部 {count} 题', { count: changed.length })}
        </Button>
      )}
    </>
  );
}

const CHIPS = { better: 'chip chip-good', same: 'chip', worse: 'chip chip-problem' } as const;

function effectName(effect: Changed[number]['effect']): string {
  if (effect === 'better') return t('变好');
  return effect === 'worse' ? t('变差') : t('一样');
}
