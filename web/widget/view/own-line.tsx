import { t, written } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { Thumbnail } from '../pictures/thumbnail.tsx';
import type { Entry } from '../talk/entries.ts';
import { Delivery } from './delivery.tsx';
import { FaultCard } from './fault-card.tsx';
import { Icon } from './icon.tsx';

type Own = Extract<Entry, { is: 'own' }>;

/** What the person wrote: plain text, whatever is in it; a choice as its button showed it; pictures; whether it arrived. */
export function OwnLine({ text, outgoing, kept, isChoice }: Own & { readonly isChoice: boolean }) {
  const { talk } = useDesk();
  const pictures = outgoing?.pictures ?? [];
  const count = Math.max(pictures.length, kept);
  const words = count > 0 ? t('图片 {count} 张', { count }) : t('图片');
  return (
    <article class="line line-own">
      <span class="aside">{t('我')}：</span>
      {pictures.length > 0 && (
        <ul class="shots">
          {pictures.map((picture) => (
            <li key={picture}>
              <Thumbnail blob={picture} alt="" />
            </li>
          ))}
        </ul>
      )}
      {text !== '' ? (
        <p class="bubble" dir="auto">
          {isChoice ? written(text) : text}
        </p>
      ) : (
        <p class={pictures.length > 0 ? 'bubble aside' : 'bubble'}>{words}</p>
      )}
      {text !== '' && count > 0 && pictures.length === 0 && (
        <p class="kept">
          <Icon name="picture" />
          {words}
        </p>
      )}
      {outgoing && <Delivery outgoing={outgoing} />}
      {outgoing?.way.is === 'broken' && (
        <FaultCard
          message={outgoing.way.message}
          onRetry={() => talk.retry(outgoing.id)}
          onPerson={() => {
            talk.setAside(outgoing.id);
            talk.send('转人工');
          }}
        />
      )}
    </article>
  );
}
