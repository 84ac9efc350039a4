'use client';

import { useFormatter } from 'use-intl/react';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isGroupTask } from '#domain/debate/groups/groups.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import { phaseIn, runningAgenda } from '#domain/debate/phases/phases.ts';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './agenda.module.css';
import { Countdown } from './countdown.tsx';
import { SwitchedSides } from './switched-sides.tsx';
import type { Revealed } from './use-reveal.ts';

/** Above the board: the current phase, its timer, what participants may do and what is hidden. */
export function PhasePart({ revealed }: { revealed: Revealed | null }) {
  const t = useMessages('agenda');
  const phaseName = usePhaseName();
  const agenda = useBoard(({ replica }) => runningAgenda(replica.confirmed));
  const phase = agenda && phaseIn(agenda, agenda.at);
  const isTask = useBoard(({ replica }) => phase !== null && isGroupTask(replica.view, phase));
  if (!phase && !agenda?.timer && !revealed) return null;
  return (
    <section className={styles.strip} aria-label={t('strip')} data-phase={phase?.id}>
      {agenda && phase && !isTask && (
        <p className={styles.phase}>
          <strong dir="auto">{phaseName(phase)}</strong>{' '}
          <span className={styles.place}>
            {t('place', { place: agenda.phases.indexOf(phase) + 1, count: agenda.phases.length })}
          </span>
        </p>
      )}
      {agenda?.timer && (
        <span>
          {!phase && <span className={styles.place}>{t('timer')} </span>}
          <Countdown timer={agenda.timer} announces />
        </span>
      )}
      {revealed ? <p className={styles.revealed}>{revealed}</p> : phase && <AllowedInPhase phase={phase} />}
    </section>
  );
}

/** Lists a phase's permissions, and its hidden parts. */
export function AllowedInPhase({ phase }: { phase: Phase }) {
  const { note, may, hides } = phase;
  const t = useMessages('agenda');
  const format = useFormatter();
  const isPolled = useBoard(({ replica }) => replica.view.polls.some(({ open }) => open));
  const doings = format.list(may.map((doing) => t('doing', { doing })));
  const nothing = may.length === 0;
  const [first, second] = hides;
  return (
    <Note>
      {phase.kind === 'switch_sides' && <SwitchedSides phase={phase} />}
      {note && (
        <span dir="auto" className={styles.note}>
          {note}{' '}
        </span>
      )}
      {isPolled
        ? nothing
          ? t('mayAnswer')
          : t('mayAnswerAnd', { doings })
        : nothing
          ? t('mayNothing')
          : t('may', { doings })}
      {first && <span className={styles.hides}> {t('hidden', { hidden: second ? 'both' : first })}</span>}
    </Note>
  );
}
