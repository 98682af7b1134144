/** Advice of ours, told apart from the rules of the entries (data/rules/advice.json). */
export function ownAdvice(advice: readonly string[]): string {
  return `建议（本助手的经验，不是官方要求）：${advice.join('；')}。`;
}
