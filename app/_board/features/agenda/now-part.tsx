'use client';

import { useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { Note } from '#app/_ui/layout/note.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { pollKindOf } from '#domain/debate/agenda/phase-poll.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { dealTeams, needsTeams, peopleWithoutTeam } from '#domain/debate/groups/deal-teams.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import { phaseIn } from '#domain/debate/phases/phases.ts';
import {
  askedPolls,
  isMotionPolled,
  isSettled,
  openingPoll,
  reopeningProblem,
} from '#domain/debate/polls/polls.ts';
import { usePositions } from '../../core/claims/use-claim.ts';
import { useSubmitTogether } from '../../core/commands/use-submit-together.ts';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import styles from './agenda-section.module.css';
import { Countdown } from './countdown.tsx';
import type { AgendaActs } from './use-agenda.ts';

/**
 * Present actions: the timer of the current phase, and the buttons to the next and previous one. In a closed debate the agenda can only end,
 * which reveals what its phases hid.
 */
export function NowPart({ acts }: { acts: AgendaActs }) {
  const t = useMessages('agenda');
  const phaseName = usePhaseName();
  const { agenda, isUnread, wentOn } = acts;
  const isDebateOpen = useIsDebateOpen();
  const { phases } = agenda;
  const phase = phaseIn(agenda, agenda.at);
  /** Keeps the focus on it, wherever it moves. */
  const keepFocus = (button: HTMLButtonElement | null) => {
    if (!button || !wentOn.current || document.activeElement === button) return;
    wentOn.current = false;
    if (document.activeElement === document.body) button.focus({ preventScroll: true });
  };
  const turn = (to: string | null) => {
    wentOn.current = true;
    acts.turn(to);
  };
  const at = phase ? phases.indexOf(phase) : -1;
  const next = phases[at + 1];
  const before = phases[at - 1];
  if (!isDebateOpen)
    return (
      <div className={styles.part}>
        <p>{t(phase ? 'closedIn' : 'closed')}</p>
        {phase && (
          <Button unavailable={isUnread} onClick={() => turn(null)}>
            {t('end')}
          </Button>
        )}
      </div>
    );
  return (
    <div className={styles.part}>
      {!phase && <p>{t('none')}</p>}
      {phase && <MissingPoll phase={phase} />}
      <MissingTeams />
      <TimePart acts={acts} hasPhase={phase !== null} />
      <Button
        look="primary"
        className={styles.next}
        unavailable={isUnread}
        ref={keepFocus}
        onClick={() => turn(next?.id ?? null)}
      >
        {next ? t(phase ? 'next' : 'start', { phase: phaseName(next) }) : t('end')}
      </Button>
      {phase && (
        <Row centered>
          {before && (
            <Button size="small" unavailable={isUnread} onClick={() => turn(before.id)}>
              {t('back', { phase: phaseName(before) })}
            </Button>
          )}
          {next && (
            <Button size="small" unavailable={isUnread} onClick={() => turn(null)}>
              {t('end')}
            </Button>
          )}
        </Row>
      )}
    </div>
  );
}

/** Says how many people have no team where only teams write, with a button that deals them out. */
function MissingTeams() {
  const t = useMessages('agenda');
  const store = useBoardStore();
  const submitTogether = useSubmitTogether();
  const count = useBoard(({ replica: { view } }) => (needsTeams(view) ? peopleWithoutTeam(view).length : 0));
  const positions = usePositions().length;
  if (count === 0 || positions === 0) return null;
  const deal = () =>
    submitTogether(dealTeams(store.state().replica.view, Math.random), (done) => t('dealt', { count: done }));
  return (
    <>
      <Note>{t('teamless', { count })}</Note>
      <Button size="small" onClick={deal}>
        {t('deal')}
      </Button>
    </>
  );
}

/** Says why the poll that a phase is for isn't open, and how to open one. */
function MissingPoll({ phase }: { phase: Phase }) {
  const t = useMessages('polls');
  const why = useBoard(({ replica }) => missingPollOf(replica.view, phase));
  return why && <Note>{t(why)}</Note>;
}

/** Returns the message about a phase's poll that isn't open; null: it is open, there is none, or its answers are hidden. */
function missingPollOf(view: DebateState, phase: Phase) {
  const kind = pollKindOf(phase);
  if (kind === null || view.polls.some((poll) => poll.open && poll.kind === kind)) return null;
  if (isMotionPolled(view)) return 'otherOpen';
  if (kind === 'before') return 'beforeClosed';
  if (openingPoll(view)) return 'afterClosed';
  const last = askedPolls(view).findLast((poll) => poll.kind === 'after');
  if (!last) return 'noBefore';
  if (isSettled(view, last)) return 'afterOver';
  return reopeningProblem(view, last) === null ? 'afterClosed' : null;
}

/** Minutes added with one press. */
const STEPS = [1, 5];

/** One button that pauses and resumes, so that it keeps the focus. The second press of a double press does nothing. */
function PauseButton({ isRunning, time }: { isRunning: boolean; time: AgendaActs['time'] }) {
  const t = useMessages('agenda');
  const what = isRunning ? 'pause' : 'resume';
  return (
    <Button look="plain" size="small" onClick={(event) => isRepeatedClick(event) || time(what)}>
      {t(what)}
    </Button>
  );
}

/** The timer of a phase and its controls. The server owns the timer, so it shows what the server has acknowledged. */
function TimePart({ acts: { time }, hasPhase }: { acts: AgendaActs; hasPhase: boolean }) {
  const t = useMessages('agenda');
  const timer = useBoard(({ replica }) => replica.confirmed.agenda?.timer ?? null);
  const small = { look: 'plain', size: 'small' } as const;
  const timing = useRef<HTMLFieldSetElement>(null);
  const stopping = useFocusAfterAct(timing, timer === null);
  const stop = () => {
    stopping();
    time('stop');
  };
  if (!hasPhase && timer === null) return null;
  return (
    <fieldset ref={timing} tabIndex={-1} className={styles.timing} aria-label={t('time')}>
      {timer && <Countdown timer={timer} />}
      {timer && <PauseButton isRunning={'ends' in timer} time={time} />}
      {STEPS.map((minutes) => (
        <Button key={minutes} {...small} onClick={() => time(timer ? 'extend' : 'start', minutes)}>
          {t(timer ? 'extend' : 'startTime', { minutes })}
        </Button>
      ))}
      {timer && (
        <Button look="quiet" size="small" onClick={stop}>
          {t('stopTime')}
        </Button>
      )}
    </fieldset>
  );
}
