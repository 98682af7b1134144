import type { Summary } from '../api/types.ts';

/** What is known already: nobody is asked again what stands here. */
export function CaseCard({ card }: { readonly card: Summary['card'] }) {
  if (card.length === 0) return <p className="list-empty">还没有了解到情况。用户说了之后会出现在这里。</p>;
  return (
    <dl className="case-card">
      {card.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{key === 'steps' ? <StepLines value={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each step on a line of its own. */
function StepLines({ value }: { readonly value: string }) {
  return (
    <ol>
      {value.split('；').map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
