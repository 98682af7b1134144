import { z } from 'zod';

const DAYS = { least: 30, most: 3650 } as const;

/** What the operator tells of themselves, and for how long they keep what people say. */
export const operatorFields = {
  OPERATOR_NAME: z.string().max(100, '运营方的名称，最多 100 个字').optional(),
  OPERATOR_CONTACT: z.string().max(200, '怎么联系负责个人信息的人，最多 200 个字').optional(),
  CONVERSATION_DAYS: z
    .string()
    .refine(
      (text) => /^\d{1,4}$/.test(text) && Number(text) >= DAYS.least && Number(text) <= DAYS.most,
      `对话保存多少天，${DAYS.least} 到 ${DAYS.most} 的整数，例如 365`,
    )
    .transform(Number)
    .optional(),
};

/** The same, by what it is for. */
export function operatorOf(env: z.output<z.ZodObject<typeof operatorFields>>) {
  return { name: env.OPERATOR_NAME, contact: env.OPERATOR_CONTACT, conversationDays: env.CONVERSATION_DAYS };
}
