import { t, written } from '../../shared/t.ts';
import type { Line } from '../api/types.ts';
import { CompareCard } from '../cards/compare-card.tsx';
import { ConsentCard } from '../cards/consent-card.tsx';
import { FindingsCard } from '../cards/findings-card.tsx';
import { PairOffer } from '../cards/pair-offer.tsx';
import { PictureCard } from '../cards/picture-card.tsx';
import { isProvinceVerdict, ProvinceCard } from '../cards/province-card.tsx';
import { useDesk } from '../desk.ts';
import { compared } from '../pictures/compared.ts';
import { FilesView } from '../pictures/files-view.tsx';
import type { SeenPicture } from '../pictures/pictures-of.ts';
import { AnswerText } from './answer-text.tsx';
import { Choices } from './choices.tsx';
import { MarkdownText } from './markdown-text.tsx';
import { Sources } from './sources.tsx';
import { Vote } from './vote.tsx';

interface LineViewProps {
  readonly line: Line;
  readonly picked: string | undefined;
  /** Those that are told of in this line. */
  readonly pictures: readonly SeenPicture[];
  readonly isLast: boolean;
}

/** The service's own small copy with its marks: where the picture itself is shown, it says nothing more. */
const COPY = '看到的地方.jpg';

/** A choice of those who wait: the card at the end has them while they do, and afterwards they are of no use. */
const WAIT = '等人工';
/** How the case card begins as words; as a card it stands at the end while one waits. */
const CASE = '我已替您整理：\n';

/** What the assistant, an agent or the desk said. */
export function LineView({ line, picked, pictures, isLast }: LineViewProps) {
  const { isElder, talk } = useDesk();
  const { by, text, choices = [], sources = [], files = [], outcome, seq } = line;
  const shownText = by === 'agent' ? text : written(text);
  const isConsent = choices.includes('同意') && outcome?.kind === 'ask';
  const onCards = pictures.map(({ fix }) => fix);
  const left = isConsent || choices.includes(WAIT) ? [] : choices.filter((choice) => !onCards.includes(choice));
  const options = left.length > 0 && (
    <Choices texts={left} used={new Set(picked === undefined ? [] : [picked])} isLocked={picked !== undefined} />
  );
  if (by === 'system') {
    return (
      <div class="line line-system">
        <div class="note" dir="auto">
          <MarkdownText text={shownText} />
        </div>
        {options}
      </div>
    );
  }
  if (text.indexOf(CASE) === 0 && talk.state.value.state === 'queued') return null;
  const rests = sources.length > 0;
  const comparison = compared(files);
  const shown = pictures.length > 0 ? files.filter(({ name }) => name !== COPY) : files;
  const province = outcome?.diagnostic === 'province' && isProvinceVerdict(outcome.verdict) && outcome.verdict;
  const findings = province ? [] : findingsBeside(outcome);
  return (
    <article class={`line line-${by}${rests ? ' line-rests' : ''}`}>
      {by === 'agent' ? (
        <p class="by">{line.name === undefined ? t('客服') : written(line.name)}</p>
      ) : (
        <span class="aside">{t('备案助手')}：</span>
      )}
      {(text !== '' || by !== 'agent') && (
        <div class="bubble">
          {isConsent ? (
            <ConsentCard text={shownText} picked={picked} />
          ) : province ? (
            <ProvinceCard text={text} verdict={province} />
          ) : (
            <AnswerText
              seq={seq}
              text={shownText}
              isSteps={rests && outcome?.kind !== 'finding'}
              oneByOne={isElder.value && isLast}
            />
          )}
          {findings.length > 0 && <FindingsCard findings={findings} />}
          {rests && <Sources sources={sources} />}
        </div>
      )}
      {pictures.map((seen) => (
        <PictureCard key={`${seen.number} ${seen.picture.file}`} seen={seen} />
      ))}
      {comparison ? <CompareCard {...comparison} /> : shown.length > 0 && <FilesView files={shown} />}
      {isLast && outcome && outcome.pictures.length > 0 && <PairOffer />}
      {options}
      {rests && <Vote seq={seq} text={shownText} />}
    </article>
  );
}

/** What was found that no picture shows by itself. */
function findingsBeside(outcome: Line['outcome']) {
  // An answer and a question carry what is not known yet: that is asked for, not found.
  if (outcome?.kind !== 'finding') return [];
  const ofPictures = outcome.pictures.flatMap(({ findings }) => findings.map(({ verdict }) => verdict));
  return outcome.findings.filter(({ verdict }) => !ofPictures.includes(verdict));
}
