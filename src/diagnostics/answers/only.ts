/** What people say around an answer and mean nothing by. Nothing in it denies, and nothing can be read in two ways: long messages must not take long. */
const BEFORE =
  '(?:[嗯哦噢啊呃额那,.。!~\\s]|应该|好像|可能|大概|现在|目前|这会儿|一直|其实|确实|肯定|就|是|都|我们|我|咱们?|手机|这边|这里|的|用|连|着|在|选)*';
const AFTER = '(?:[的了啊呀呢吧哦噢哈嘛哒喔,.。!~\\s]|来着|谢谢)*';

/** A pattern for a normalised message that says one of the things and nothing else: 就是流量啊。 A question or a story says none. */
export function only(...things: readonly string[]): RegExp {
  return new RegExp(`^(?=.{1,40}$)(?!.*(?:是不是|对不对|有没有))${BEFORE}(?:${things.join('|')})${AFTER}$`, 'u');
}
