'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { LabelsOfDebate } from '#domain/analysis/debate-glance.ts';
import styles from './analysis.module.css';
import { ClaimLink } from './claim-link.tsx';
import { useDebateStanding } from './standing-context.tsx';

/** Maximum number of listed claims per label. */
const SHOWN = 12;

/** The claims that stand on attacks alone, with the reason for each, and the sets that can be held together. */
export function LabelsSection() {
  const t = useMessages('analysis');
  const found = useDebateStanding()?.labels;
  if (!found) return <p className={styles.soft}>{t('loading')}</p>;
  const { counts, labels } = found;
  const of = (label: 'out' | 'undecided') => [...labels].filter(([, each]) => each.label === label);
  return (
    <>
      <p className={styles.text}>{t('labelsText', counts)}</p>
      {counts.out + counts.undecided === 0 && <p className={styles.soft}>{t('labelsAllIn')}</p>}
      <Labelled title={t('onlyRejected')} labelled={of('out')} />
      <Labelled title={t('onlyUndecided')} labelled={of('undecided')} />
      <Preferred found={found} />
    </>
  );
}

interface LabelledProps {
  readonly title: string;
  readonly labelled: readonly (readonly [string, { label: string; because: readonly string[] }])[];
}

/** Claims with one label, each with the reason for it. */
function Labelled({ title, labelled }: LabelledProps) {
  const t = useMessages('analysis');
  if (labelled.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.claims} data-labels={labelled[0]?.[1].label}>
        {labelled.slice(0, SHOWN).map(([id, { label, because }]) => (
          <li key={id}>
            <ClaimLink id={id} />
            <span className={styles.on}>
              {t('because', { label, count: because.length })}{' '}
              {because.slice(0, 3).map((by, nth) => (
                <span key={by}>
                  {nth > 0 && ' · '}
                  <ClaimLink id={by} />
                </span>
              ))}
            </span>
          </li>
        ))}
        {labelled.length > SHOWN && (
          <li className={styles.soft}>{t('more', { count: labelled.length - SHOWN })}</li>
        )}
      </ul>
    </>
  );
}

/** The preferred sets, by their differences: what is in all of them is counted. */
function Preferred({ found: { preferred } }: { found: LabelsOfDebate }) {
  const t = useMessages('analysis');
  if (preferred === null) return <p className={styles.soft}>{t('preferredLarge')}</p>;
  const { sets, complete } = preferred;
  const common = (sets[0] ?? []).filter((id) => sets.every((set) => set.includes(id)));
  return (
    <>
      <h3>{t('preferred')}</h3>
      <p className={styles.text}>{sets.length < 2 ? t('preferredOne') : t('preferredText')}</p>
      {sets.length > 1 && (
        <>
          <p className={styles.soft}>{t('preferredCommon', { count: common.length })}</p>
          <ol className={styles.cards} data-preferred="">
            {sets.map((set, nth) => (
              <li key={set.join(' ')} className={styles.card}>
                <h4>{t('preferredSet', { number: nth + 1 })}</h4>
                <ul className={styles.claims}>
                  {set
                    .filter((id) => !common.includes(id))
                    .map((id) => (
                      <li key={id}>
                        <ClaimLink id={id} />
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ol>
        </>
      )}
      {!complete && <p className={styles.soft}>{t('preferredMore')}</p>}
    </>
  );
}
