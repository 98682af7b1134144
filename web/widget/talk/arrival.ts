/** Who has the next thing: this person here, the person on another device, who answers them, or a card of the state. */
export type Speaker = 'own' | 'user' | 'bot' | 'agent' | 'system' | 'card';

/** What is shown: the last question with the answer under it, the last thing that came, or what is shown already. */
export type Move = 'answer' | 'latest' | 'stay';

/**
 * Where the view goes when something comes. A long answer of the assistant is shown from its beginning, and counts as
 * being at the end: whatever a person or the desk says next is shown. Only who went elsewhere by hand is left there,
 * until they write themselves.
 */
export function arrival(by: Speaker, isAway: boolean): Move {
  if (by === 'own') return 'answer';
  if (isAway) return 'stay';
  return by === 'bot' || by === 'user' ? 'answer' : 'latest';
}
