'use client';

import { useEffect, useRef, useState } from 'react';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { pollKindOf } from '#domain/debate/agenda/phase-poll.ts';
import type { Agenda, Phase } from '#domain/debate/phases/agenda.ts';
import { phaseIn } from '#domain/debate/phases/phases.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { shouldConfirmClosing } from '#domain/debate/polls/polls.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { ClosePollDialog } from '../../core/forms/close-poll-dialog.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './agenda-section.module.css';
import { BallotsChoice } from './ballots-choice.tsx';
import { NowPart } from './now-part.tsx';
import { PhaseList } from './phase-list.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { useAgenda } from './use-agenda.ts';

/** The phases of the debate: the current one, the next, and the agenda itself. */
export function AgendaSection() {
  const t = useMessages('agenda');
  const asked = useAgenda();
  const poll = usePollOf(asked.agenda);
  /** Target phase, if the poll that closes with the present one would show nothing. */
  const [warned, setWarned] = useState<{ readonly to: string | null } | null>(null);
  const shouldWarn = useBoard(
    ({ replica }) => poll !== undefined && shouldConfirmClosing(replica.view, poll),
  );
  const turn = (to: string | null) => (shouldWarn ? setWarned({ to }) : asked.turn(to));
  const heading = useRef<HTMLHeadingElement>(null);
  const setting = useFocusAfterAct(heading, asked.agenda.phases);
  const set = (phases: readonly Phase[]) => {
    setting();
    return asked.set(phases);
  };
  const acts = { ...asked, turn, set };
  const { phases, at } = acts.agenda;
  const isOn = phases.some(({ id }) => id === at);
  // It was about leaving another phase, or about another poll.
  // biome-ignore lint/correctness/useExhaustiveDependencies: dropped whenever one of them changes.
  useEffect(() => setWarned(null), [at, poll?.id]);
  const goAnyway = () => {
    setWarned(null);
    if (warned) asked.turn(warned.to);
  };
  return (
    <div className={styles.agenda}>
      {poll && warned && <ClosePollDialog poll={poll} onConfirm={goAnyway} onClose={() => setWarned(null)} />}
      {phases.length === 0 ? (
        <PresetChoice heading={heading} acts={acts} />
      ) : (
        <>
          {!isOn && <NowPart acts={acts} />}
          <RejectionNote rejection={acts.refusal} />
          <PhaseList heading={heading} acts={acts} />
        </>
      )}
      <BallotsChoice />
      {phases.length > 0 && <Note>{t('reuse')}</Note>}
    </div>
  );
}

/** Returns the open poll that closes with the current phase; undefined: there is none. */
function usePollOf(agenda: Agenda): Poll | undefined {
  const phase = phaseIn(agenda, agenda.at);
  const kind = phase && pollKindOf(phase);
  return useBoard(({ replica }) => replica.view.polls.find((poll) => poll.open && poll.kind === kind));
}
