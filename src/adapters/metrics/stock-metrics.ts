import { Gauge, type Registry } from 'prom-client';
import { OPEN_STATES, type Stock } from '../store/stock.ts';

/** What lies at the desk, read from the store when somebody asks. Instances that share a database all tell the same. */
export function stockMetrics(register: Registry, read: () => Promise<Stock | undefined>): void {
  const gauge = (name: string, help: string, of: (stock: Stock) => number): void => {
    new Gauge({
      ...{ name, help, registers: [register] },
      async collect() {
        const stock = await read();
        if (stock) this.set(of(stock));
        else this.remove(); // No number is better than an old one.
      },
    });
  };
  new Gauge({
    ...{ name: 'beian_cases', registers: [register], labelNames: ['state'] as const },
    help: '没有结束的对话，按状态；只有助手在答的不算',
    async collect() {
      const stock = await read();
      this.reset();
      if (stock) for (const state of OPEN_STATES) this.set({ state }, stock.cases.get(state) ?? 0);
    },
  });
  gauge('beian_queue_waiting', '在等人工的用户', ({ queue }) => queue.count);
  gauge('beian_queue_oldest_wait_seconds', '等得最久的用户等了多久', ({ queue }) => queue.oldestMs / 1000);
  gauge('beian_agents_on_duty', '在岗的客服', ({ agentsOnDuty }) => agentsOnDuty);
  gauge('beian_outbox_waiting', '要发给用户、还没有发出去的话', ({ outbox }) => outbox.count);
  gauge('beian_outbox_overdue_seconds', '最早该发而还没有发出去的话迟了多久', ({ outbox }) => outbox.oldestMs / 1000);
  gauge('beian_outbox_parked', '要等用户再写来才能发的话', ({ outbox }) => outbox.parked);
  gauge('beian_mails_waiting', '要发出去的邮件', ({ mails }) => mails.count);
  gauge('beian_mails_overdue_seconds', '最早该发而还没有发出去的邮件迟了多久', ({ mails }) => mails.oldestMs / 1000);
  gauge('beian_inbox_waiting', '平台推来、还没有答完的消息', ({ inbox }) => inbox.count);
  gauge('beian_inbox_oldest_seconds', '其中最早的来了多久', ({ inbox }) => inbox.oldestMs / 1000);
  new Gauge({
    ...{ name: 'beian_database_up', registers: [register] },
    help: '数据库是否在两秒内回答了上面这些数：1 是，0 否',
    async collect() {
      this.set((await read()) ? 1 : 0);
    },
  });
}
