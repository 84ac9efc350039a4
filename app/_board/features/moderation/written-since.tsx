'use client';

import { useMemo, useState } from 'react';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { writtenBy } from '#domain/debate/moderation/decide-moderation.ts';
import { contributionIn } from '#domain/debate/visibility/hidden-content.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { ServerClock } from '../../core/clock/server-clock.ts';
import { Choice } from '../../core/forms/choice.tsx';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { useReadOut } from '../../core/writing/use-read-out.ts';
import styles from './written-since.module.css';

/** How far back a person's contributions are hidden. */
export type HideRange = 'minutes' | 'today' | 'all';

const LAST_MINUTES = 10 * 60_000;

interface Written {
  /** Server time; 0: everything. */
  readonly from: number;
  /** Those hidden at once, the newest first. */
  readonly ids: readonly string[];
  /** Number of contributions beyond these. */
  readonly left: number;
}

/** Returns a person's visible contributions, as far back as selected. */
export function useWrittenSince(participantId: string | null, since: HideRange): Written {
  const view = useBoard(({ replica }) => replica.view);
  const clock = ServerClock.of(useBoardStore());
  const [opened] = useState(() => Date.now());
  const from = startOf(since, opened, clock.ahead());
  const all = useMemo(() => {
    if (participantId === null) return [];
    return writtenBy(view, participantId, from).filter((id) => !view.embargoed.has(id));
  }, [view, participantId, from]);
  const ids = useMemo(() => all.slice(0, LIMITS.hiddenAtOnce), [all]);
  return { from, ids, left: all.length - ids.length };
}

function startOf(since: HideRange, opened: number, ahead: number): number {
  switch (since) {
    case 'minutes':
      return opened - LAST_MINUTES + ahead;
    case 'today':
      return new Date(opened).setHours(0, 0, 0, 0) + ahead;
    case 'all':
      return 0;
  }
}

interface SinceChoiceProps {
  readonly since: HideRange;
  readonly written: Written;
  readonly onChoose: (since: HideRange) => void;
}

/** Contributions listed, the newest; the sentence above has the number of all. */
const SHOWN = 50;

/** Chooses how far back, and lists what would be hidden. */
export function HideRangeChoice({ since, written: { ids, left }, onChoose }: SinceChoiceProps) {
  const t = useMessages('moderation');
  const view = useBoard(({ replica }) => replica.view);
  const readOut = useReadOut();
  return (
    <>
      <Choice
        label={t('since')}
        chosen={since}
        options={[
          ['minutes', t('sinceMinutes')],
          ['today', t('sinceToday')],
          ['all', t('sinceAll')],
        ]}
        onChoose={onChoose}
      />
      <p className={styles.count} role="status">
        {t('willHide', { count: ids.length })}
        {left > 0 && ` ${t('willLeave', { count: left })}`}
      </p>
      {ids.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keys.
        <ol className={styles.list} aria-label={t('willHide', { count: ids.length })} tabIndex={0}>
          {ids.slice(0, SHOWN).map((id) => {
            const written = contributionIn(view, id);
            if (!written) return null;
            return (
              <li key={id}>
                <span dir="auto">{excerpt(readOut(written.text), 120)}</span>{' '}
                <Note as="span">
                  {t(view.claims.has(id) ? 'aClaim' : view.questions.has(id) ? 'aQuestion' : 'aComment')} ·{' '}
                  <RelativeTime at={written.at} />
                </Note>
              </li>
            );
          })}
        </ol>
      )}
      {ids.length > SHOWN && <Note>{t('andOthers', { count: ids.length - SHOWN })}</Note>}
    </>
  );
}
