'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { DebateStanding, Glance } from '#domain/analysis/debate-glance.ts';
import { strengthIn } from '#domain/analysis/strength/debate-strengths.ts';
import { SHOWN_FROM_VOTES } from '#domain/analysis/strength/shown-strength.ts';
import { usePositions } from '../../core/claims/use-claim.ts';
import { useStrengthFigure } from '../../core/strength/use-strength-figure.ts';
import styles from './analysis.module.css';
import { ClaimLink, ClaimList } from './claim-link.tsx';
import { useDebateStanding } from './standing-context.tsx';
import { StrengthBars } from './strength-bars.tsx';

const COUNTS = ['claims', 'supports', 'attacks', 'comments', 'sources'] as const;

/** Overview for moderators: figures, what waits for an answer, and what would change the outcome. */
export function GlanceSection() {
  const t = useMessages('analysis');
  const standing = useDebateStanding();
  if (!standing) return <p className={styles.soft}>{t('loading')}</p>;
  return <Figures standing={standing} />;
}

function Figures({ standing }: { standing: DebateStanding }) {
  const t = useMessages('analysis');
  const figure = useStrengthFigure();
  const { strengths, glance } = standing;
  const strengthOf = (id: string) => figure(strengthIn(strengths, id) ?? 0);
  const tallyOf = (id: string) => {
    const { agree = 0, disagree = 0 } = strengths.state.claims.get(id)?.tally ?? {};
    return t('contestedTally', { agree, disagree });
  };
  return (
    <>
      <dl className={styles.counts}>
        {COUNTS.map((kind) => (
          <div key={kind} data-count={kind}>
            <dt>{t(kind)}</dt>
            <dd>{glance[kind]}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('strengths')}</h3>
      <p className={styles.text}>{t('strengthsText')}</p>
      <StrengthBars strengths={strengths} />
      <div className={styles.columns}>
        <section>
          <h3>{t('unanswered')}</h3>
          <Unanswered glance={glance} />
        </section>
        <section>
          <h3>{t('contested')}</h3>
          <ClaimList ids={glance.contested} none={t('contestedNone')} figure={tallyOf} />
        </section>
        <section>
          <h3>{t('strongest')}</h3>
          <ClaimList
            ids={glance.strongest.map(({ id }) => id)}
            none={t('strengthsNone', { votes: SHOWN_FROM_VOTES })}
            figure={strengthOf}
          />
        </section>
        {glance.weakest.length > 0 && (
          <section>
            <h3>{t('weakest')}</h3>
            <ClaimList ids={glance.weakest.map(({ id }) => id)} figure={strengthOf} />
          </section>
        )}
        <section>
          <h3>{t('unsourced')}</h3>
          <ClaimList ids={glance.unsourced} count={glance.unsourcedCount} none={t('unsourcedNone')} />
        </section>
        <section>
          <h3>{t('changes')}</h3>
          <Changes standing={standing} />
        </section>
      </div>
    </>
  );
}

function Unanswered({ glance: { unanswered, unansweredCount } }: { glance: Glance }) {
  const t = useMessages('analysis');
  if (unanswered.length === 0) return <p className={styles.soft}>{t('unansweredNone')}</p>;
  return (
    <ul className={styles.claims} data-list="unanswered">
      {unanswered.map(({ from, on }) => (
        <li key={`${from} ${on}`}>
          <ClaimLink id={from} />
          <span className={styles.on}>
            <span aria-hidden="true">→ </span>
            <ClaimLink id={on} />
          </span>
        </li>
      ))}
      {unansweredCount > unanswered.length && (
        <li className={styles.soft}>{t('more', { count: unansweredCount - unanswered.length })}</li>
      )}
    </ul>
  );
}

/** The arguments on which each position depends most. */
function Changes({ standing: { strengths, hinges } }: { standing: DebateStanding }) {
  const t = useMessages('analysis');
  const strength = useMessages('strength');
  const figure = useStrengthFigure();
  const positions = usePositions();
  const some = positions.flatMap(({ id, name }) => {
    const levers = hinges.find(({ positionId }) => positionId === id)?.levers ?? [];
    return levers.length > 0 ? [{ id, name, levers }] : [];
  });
  if (some.length === 0) return <p className={styles.soft}>{t('nothing')}</p>;
  return some.map(({ id, name, levers: own }) => (
    <div key={id}>
      <p className={styles.soft} dir="auto">
        {t('changesText', { name })}
      </p>
      <ul className={styles.claims}>
        {own.map(({ id: on, after }) => (
          <li key={on}>
            <ClaimLink id={on} />
            <span className={styles.figure}>
              {strength('change', {
                before: figure(strengthIn(strengths, id) ?? 0),
                after: figure(after),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  ));
}
