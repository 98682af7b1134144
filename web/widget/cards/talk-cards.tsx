import { useDesk } from '../desk.ts';
import { CaseCard } from './case-card.tsx';
import { QueueCard } from './queue-card.tsx';
import { RatingCard } from './rating-card.tsx';

/** What stands at the end of the conversation, by who has it. */
export function TalkCards() {
  const { talk } = useDesk();
  const { state, lines } = talk;
  const last = lines.value[lines.value.length - 1];
  const agent = [...lines.value].reverse().find(({ by }) => by === 'agent')?.seq;
  const isOffered = last?.outcome?.handoff === 'offered' && last.outcome.kind === 'handoff-offered';
  switch (state.value.state) {
    case 'queued':
      return (
        <>
          <QueueCard state={state.value} />
          <CaseCard key="queued" isOffer={false} />
        </>
      );
    case 'resolved':
    case 'closed':
      return agent === undefined ? null : <RatingCard key={agent} line={agent} />;
    default:
      return isOffered ? <CaseCard key={last.seq} isOffer /> : null;
  }
}
