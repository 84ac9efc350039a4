'use client';

import { useRef, useState } from 'react';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { shownBy } from '#domain/debate/agenda/disclosure.ts';
import { pollKindOf } from '#domain/debate/agenda/phase-poll.ts';
import type { Agenda, Hideable } from '#domain/debate/phases/agenda.ts';
import { phaseIn } from '#domain/debate/phases/phases.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { shouldConfirmClosing } from '#domain/debate/polls/polls.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { ClosePollDialog } from '../../core/forms/close-poll-dialog.tsx';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import styles from './agenda-section.module.css';
import { BallotsChoice } from './ballots-choice.tsx';
import { NowPart } from './now-part.tsx';
import { PhaseList } from './phase-list.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import { type AgendaActs, useAgenda } from './use-agenda.ts';

/** An act that waits for a confirmation. */
interface Warned {
  /** Data that it would show to everyone; null: it would close a poll that would show nothing. */
  readonly shown: readonly Hideable[] | null;
  readonly go: () => void;
}

/** The phases of the debate: the current one, the next, and the agenda itself. */
export function AgendaSection() {
  const t = useMessages('agenda');
  const { acts, poll, warned, setWarned, heading } = useWarnedAgenda();
  const close = () => setWarned(null);
  const goAnyway = () => {
    close();
    warned?.go();
  };
  const { phases, at } = acts.agenda;
  const isOn = phases.some(({ id }) => id === at);
  return (
    <div className={styles.agenda}>
      {warned?.shown && <RevealDialog shown={warned.shown} onConfirm={goAnyway} onClose={close} />}
      {poll && warned?.shown === null && <ClosePollDialog poll={poll} onConfirm={goAnyway} onClose={close} />}
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

/** Returns the actions on the agenda, with the act that waits for a confirmation: none that is final is one slip away. */
function useWarnedAgenda() {
  const asked = useAgenda();
  const store = useBoardStore();
  const { agenda } = asked;
  const poll = usePollOf(agenda);
  const about = [agenda.at, agenda.revision, poll?.id].join(' ');
  const [kept, keep] = useState<(Warned & { readonly about: string }) | null>(null);
  // It was about another phase, poll or agenda: it is not drawn once more, and never again.
  if (kept && kept.about !== about) keep(null);
  const warned: Warned | null = kept?.about === about ? kept : null;
  const setWarned = (act: Warned | null) => keep(act && { ...act, about });
  const closesEmpty = useBoard(
    ({ replica }) => poll !== undefined && shouldConfirmClosing(replica.view, poll),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const setting = useFocusAfterAct(heading, agenda.phases);
  // In a closed debate no button to a next phase takes the focus.
  const turning = useFocusAfterAct(heading, agenda.at);
  const turnNow = (to: string | null) => {
    turning();
    asked.turn(to);
  };
  const turn = (to: string | null) =>
    closesEmpty ? setWarned({ shown: null, go: () => turnNow(to) }) : turnNow(to);
  /** Keeps an act for the confirmation of it. */
  const wait = (act: Warned) => {
    setWarned(act);
    return false;
  };
  const setUnlessRevealing: AgendaActs['set'] = (phases, then) => {
    const shown = shownBy(store.state().replica.view, { phases, at: agenda.at });
    if (shown.length > 0) return wait({ shown, go: () => asked.set(phases, then) });
    setting();
    return asked.set(phases, then);
  };
  const set: AgendaActs['set'] = (phases, then) =>
    closesEmpty && runningPollKind({ phases, at: agenda.at }) !== poll?.kind
      ? wait({ shown: null, go: () => setUnlessRevealing(phases, then) })
      : setUnlessRevealing(phases, then);
  return { acts: { ...asked, turn, set }, poll, warned, setWarned, heading };
}

/** The kind of the poll that belongs to the running phase; null: it has none. */
function runningPollKind({ phases, at }: Pick<Agenda, 'phases' | 'at'>) {
  const phase = phaseIn({ phases }, at);
  return phase && pollKindOf(phase);
}

/** Returns the open poll that closes with the current phase; undefined: there is none. */
function usePollOf(agenda: Agenda): Poll | undefined {
  const kind = runningPollKind(agenda);
  return useBoard(({ replica }) => replica.view.polls.find((poll) => poll.open && poll.kind === kind));
}
