import type { ServiceOptions } from '../service.ts';
import { startService } from '../service.ts';
import { quantile } from '../statistics.ts';
import { loadClient } from './client.ts';
import { type CrowdFigures, playCrowd } from './crowd.ts';
import type { Prepared } from './prepared.ts';
import type { Measured, Row } from './report.ts';

export interface DialoguesOptions {
  readonly users: number;
  readonly dialogues: number;
  readonly databaseUrl?: string | undefined;
  readonly service: Pick<ServiceOptions, 'flags'>;
  readonly questions: readonly string[];
  readonly told: (line: string) => void;
}

/** Many people play whole conversations on one service; every answer is looked at. */
export async function measureDialogues(prepared: Prepared, options: DialoguesOptions): Promise<Measured> {
  const { users, dialogues, databaseUrl, questions, told } = options;
  const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const service = await startService(await prepared.folder('dialogues'), told, { ...options.service, env });
  const client = loadClient(service.origin, users * 2);
  try {
    told(`${users} 人同时，一共 ${dialogues} 个对话……`);
    const common = { origins: [service.origin], clients: [client], users, questions };
    const figures = await playCrowd({ ...common, dialogues, series: 0 });
    return { rows: crowdRows(figures), aims: [], problems: figures.problems, notes: [] };
  } finally {
    client.close();
    await service.stop();
  }
}

export function crowdRows({ dialogues, turns, repeats, followed, seconds, times }: CrowdFigures): readonly Row[] {
  return [
    { id: 'dialogues', name: '完整的对话', unit: '', value: dialogues },
    { id: 'dialogues.turns', name: '其中的话', unit: '', value: turns },
    { id: 'dialogues.repeats', name: '其中再发一次的', unit: '', value: repeats },
    { id: 'dialogues.followed', name: '跟着事件流的对话', unit: '', value: followed },
    { id: 'dialogues.rate', name: '每秒回答', unit: '轮/秒', value: turns / seconds },
    { id: 'dialogues.p50', name: '等回答，中位数', unit: 'ms', value: quantile(times, 0.5) },
    { id: 'dialogues.p99', name: '等回答，p99', unit: 'ms', value: quantile(times, 0.99) },
  ];
}
