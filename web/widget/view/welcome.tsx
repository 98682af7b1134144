import { t, written } from '../../shared/t.ts';
import type { Line } from '../api/types.ts';
import { useDesk } from '../desk.ts';
import type { Entry } from '../talk/entries.ts';
import { Choices } from './choices.tsx';
import { Icon } from './icon.tsx';
import { MarkdownText } from './markdown-text.tsx';

interface WelcomeProps {
  /** The first line, where the conversation has begun. */
  readonly line: Line | undefined;
  readonly taken: readonly Entry[];
}

/** How a conversation begins: a headline at once, then what the service says and its topics. */
export function Welcome({ line, taken }: WelcomeProps) {
  const { talk } = useDesk();
  const reply = line?.by === 'bot' ? line : talk.welcome.value[0];
  const topics = reply?.choices ?? [];
  // A topic that was asked is marked; the others can still be asked.
  const asked = new Set(taken.flatMap((entry) => (entry.is === 'own' ? [entry.text] : [])));
  return (
    <article class="line welcome">
      <h3>{t('备案上传或核验，卡在哪一步了？')}</h3>
      {reply ? <MarkdownText text={written(reply.text)} /> : <div class="skeleton" aria-hidden="true" />}
      {topics.length > 0 && <Choices texts={topics} used={asked} isLocked={false} />}
      <p class="trust">
        <Icon name="page" />
        {t('我是机器人，每条回答都注明依据和更新日期。身份证号、电话等号码会遮住再保存，您随时可以删除。')}
      </p>
    </article>
  );
}
