import { t } from '../../shared/t.ts';
import { dateAndTime } from '../text/moment.ts';

/** What the service answers to whoever had a conversation erased. */
export interface Receipt {
  readonly erased: { readonly messages: number; readonly pictures: number; readonly cases: number };
  readonly at: string;
}

/** What was erased and when, and what stays: to be kept by its person, since nobody else has it any more. */
export function sayReceipt({ erased, at }: Receipt): string {
  const head = t('删除回执，{at}', { at: dateAndTime(at) });
  const counts = t(
    '已删除：消息 {messages} 条，图片 {pictures} 张，留言 {cases} 条。还留着操作记录（没有对话内容）和不分人的统计；运营方的备份里可能还有，到期后清除。',
    erased,
  );
  return `${head}\n${counts}`;
}
