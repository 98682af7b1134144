import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { t } from '../../shared/t.ts';
import type { TalkView } from '../api/types.ts';
import { Icon } from '../parts/icon.tsx';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { Findings } from './findings.tsx';
import { PictureSheet } from './picture-sheet.tsx';
import { documentName, findingName } from './picture-words.ts';
import { seenPictures } from './seen-pictures.ts';

/** The pictures of a conversation: what each is and what was found in it. What it shows stays hidden behind a reason. */
export function Pictures({ view }: { readonly view: TalkView }) {
  const [shown, show] = useState<string>();
  const now = useNow();
  const pictures = useMemo(() => seenPictures(view), [view]);
  if (pictures.length === 0) return null;
  return (
    <section className="help-part">
      <h3>{t('图片')}</h3>
      <ul className="pictures">
        {pictures.map(({ id, at, by, judged }) => (
          <li key={id} className="picture-card">
            <p className="picture-head">
              <span className="picture-masked">
                <Icon name="lock" size={16} />
              </span>
              <b>{documentName(judged)}</b>
              <time>
                {by === 'user' ? t('用户') : t('我们')} · {timeOf(at, now)}
              </time>
            </p>
            {judged && (judged.findings.length > 0 || judged.verdict === 'image-ok') && <Findings judged={judged} />}
            {judged && judged.findings.length === 0 && judged.verdict !== 'image-ok' && (
              <p>{findingName(judged.verdict)}</p>
            )}
            {!judged && by === 'user' && <p className="picture-unseen">{t('没有检查过')}</p>}
            <Button size="small" onClick={() => show(id)}>
              {t('查看图片')}
            </Button>
          </li>
        ))}
      </ul>
      {shown !== undefined && <PictureSheet view={view} id={shown} onClose={() => show(undefined)} />}
    </section>
  );
}
