import { t } from '../../shared/t.ts';
import type { Today } from './types.ts';

/** The day in numbers, each with how it is counted. */
export function TodayPanel({ today }: { readonly today: Today }) {
  const { conversations, solvedByBot, handedOver, solvedByPeople, ticketsOpen, ticketsAnswered } = today;
  const figures: readonly (readonly [label: string, value: number, how: string])[] = [
    [t('对话'), conversations, t('今天用户说过话的。')],
    [
      t('机器人解决'),
      solvedByBot,
      t('最后一个问题已由机器人回答，没有评“没帮助”，今天没有经过人工，并且 30 分钟没有再说话或已经结束。'),
    ],
    [t('转到人工'), handedOver, t('今天从机器人转来：排队、留言，或由客服接入。')],
    [t('客服解决'), solvedByPeople, t('今天由客服以“已解决”或“已告知办法”结束，之后没有再转人工。')],
    [t('留言待回答'), ticketsOpen, t('所有还没有回答的，不只是今天的。')],
    [t('留言已回答'), ticketsAnswered, t('今天回答的。')],
  ];
  return (
    <>
      <dl className="figures">
        {figures.map(([label, value, how]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{value}</b>
              <small>{how}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p className="figures-note">{t('按北京时间 {day} 0:00 起算。已被用户删除的对话不计。', { day: today.day })}</p>
    </>
  );
}
