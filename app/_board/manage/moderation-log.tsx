'use client';

import type { Act, DebateState } from '../../../domain/debate/state.ts';
import { WHOLE_DEBATE } from '../../../domain/debate/whole-debate.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RelativeTime } from '../../_ui/relative-time.tsx';
import { excerpt } from '../claim/excerpt.ts';
import { PersonName } from '../claim/person-name.tsx';
import { useReasonName } from '../moderation/use-reason-name.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './manage.module.css';

/** Acts shown: the newest. */
const SHOWN = 100;

/** What those who run the debate did to contributions, the newest first, with how often for which reason. */
export function ModerationLog() {
  const t = useMessages('moderation');
  const reasonName = useReasonName();
  const acts = useBoard(({ replica }) => replica.view.acts);
  const view = useBoard(({ replica }) => replica.view);
  const newest = [...acts.values()].sort((a, b) => b.seq - a.seq);
  return (
    <section className={styles.part}>
      <h3>{t('log')}</h3>
      {newest.length === 0 && <p className={styles.hint}>{t('nothingDone')}</p>}
      {newest.length > 0 && (
        <dl className={styles.counts} aria-label={t('counts')}>
          {countsOf(newest).map(([reason, count]) => (
            <div key={reason}>
              <dt>{reasonName(reason)}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      )}
      <ol className={styles.acts}>
        {newest.slice(0, SHOWN).map((act) => (
          <ActLine key={act.id} act={act} view={view} />
        ))}
      </ol>
    </section>
  );
}

/** Acts by which claims come of claims: on two of them or more. */
const LINEAGE: readonly Act['what'][] = ['merged', 'unmerged', 'split', 'joined'];

function ActLine({ act: { what, on, by, at, reason, note }, view }: { act: Act; view: DebateState }) {
  const t = useMessages('moderation');
  const reasonName = useReasonName();
  const [first = '', second = ''] = on;
  const other = view.claims.get(second)?.text ?? t('gone');
  const text =
    (view.claims.get(first) ?? view.comments.get(first))?.text ??
    view.positions.get(first)?.name ??
    (first === WHOLE_DEBATE ? view.head?.title : undefined) ??
    t('gone');
  return (
    <li>
      {by !== '' && <PersonName id={by} />}{' '}
      {LINEAGE.includes(what)
        ? t('actOnOther', { what, text: excerpt(text, 80), other: excerpt(other, 80) })
        : t('act', { what, count: on.length, text: excerpt(text, 80) })}
      {reason && <> · {reasonName(reason)}</>} · <RelativeTime at={at} />
      {note && (
        <p dir="auto" className={styles.hint}>
          {note}
        </p>
      )}
    </li>
  );
}

/** How many contributions were hidden for each reason, the most first. */
function countsOf(acts: readonly Act[]): [reason: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { reason, on } of acts) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + on.length);
  return [...counts].sort(([, a], [, b]) => b - a);
}
