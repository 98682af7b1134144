import { useState } from 'preact/hooks';
import { type Block, markdown } from '../../shared/markdown.ts';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { BlockView, Inlines } from './markdown-text.tsx';

interface AnswerTextProps {
  readonly seq: number;
  readonly text: string;
  /** Its numbered list is a way to go, each step of which can be ticked. */
  readonly isSteps: boolean;
  /** One step at a time, for those who read large text. */
  readonly oneByOne: boolean;
}

/** Steps that were ticked, by talk and line: closing the panel does not forget them. */
const ticked = new Map<string, ReadonlySet<number>>();

/** An answer: its steps can be ticked off one after the other. */
export function AnswerText({ seq, text, isSteps, oneByOne }: AnswerTextProps) {
  const { talk } = useDesk();
  const name = `${talk.sessions.current?.talk} ${seq}`;
  const [done, setDone] = useState<ReadonlySet<number>>(ticked.get(name) ?? new Set());
  const blocks = markdown(text);
  const toggle = (step: number): void => {
    const next = new Set(done);
    if (!next.delete(step)) next.add(step);
    ticked.set(name, next);
    setDone(next);
  };
  return (
    <div class="text">
      {blocks.map((block, at) =>
        isSteps && block.is === 'list' && block.isOrdered && block.items.length > 1 ? (
          <Steps key={at} list={block} done={done} onToggle={toggle} oneByOne={oneByOne} />
        ) : (
          <BlockView key={at} block={block} />
        ),
      )}
    </div>
  );
}

interface StepsProps {
  readonly list: Extract<Block, { is: 'list' }>;
  readonly done: ReadonlySet<number>;
  readonly onToggle: (step: number) => void;
  readonly oneByOne: boolean;
}

function Steps({ list, done, onToggle, oneByOne }: StepsProps) {
  const numbers = list.items.map((_, at) => list.start + at);
  const next = numbers.find((number) => !done.has(number));
  return (
    <ol class="steps" start={list.start}>
      {list.items.map((item, at) => {
        const number = list.start + at;
        if (oneByOne && next !== undefined && number > next) return null;
        const isDone = done.has(number);
        return (
          <li key={number} class={isDone ? 'step-done' : undefined}>
            <label>
              <input type="checkbox" checked={isDone} onChange={() => onToggle(number)} />
              <span class="step-number" aria-hidden="true">
                {number}
              </span>
              <span dir="auto">
                <Inlines of={item} />
              </span>
            </label>
          </li>
        );
      })}
      {oneByOne && next !== undefined && <li class="steps-left">{t('做好这一步，点一下，再看下一步')}</li>}
    </ol>
  );
}
