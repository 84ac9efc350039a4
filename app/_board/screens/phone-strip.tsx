'use client';

import { type Ref, useEffect, useId, useRef, useState } from 'react';
import { isGroupTask } from '#domain/debate/groups/groups.ts';
import { phaseIn, runningAgenda } from '#domain/debate/phases/phases.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { ChevronIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RelativeTime } from '../../_ui/time/relative-time.tsx';
import { useMay } from '../core/claims/use-claim.ts';
import { useFocusAfterAct } from '../core/focus/use-focus-after-act.ts';
import { usePhaseName } from '../core/phases/use-phase-name.ts';
import { useHasResults, usePolls } from '../core/polls/use-polls.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { useViewPart } from '../core/view/view-provider.tsx';
import type { WritingTarget } from '../core/view/view-state.tsx';
import { Countdown } from '../features/agenda/countdown.tsx';
import { AllowedInPhase } from '../features/agenda/phase-part.tsx';
import { useBetweenPhases } from '../features/agenda/use-between-phases.ts';
import { Hand, SpeakInvitation, Speaking } from '../features/floor/floor-part.tsx';
import { useFloor, useInvited, useIsLive } from '../features/floor/use-floor.ts';
import { GroupFacts, GroupLink, useGroupName } from '../features/groups/group-strip.tsx';
import { GuidedInvitation } from '../features/guided-voting/guided-invitation.tsx';
import { OpenPoll, ResultsButton } from '../features/polls/open-polls.tsx';
import { QuestionsChip } from '../features/questions/questions-chip.tsx';
import { Leading, SpotlightPart } from '../features/spotlight/spotlight-part.tsx';
import { useLitClaim } from '../features/spotlight/use-light.ts';
import { SteelmenChip } from '../features/steelmen/steelmen-chip.tsx';
import { TasksChip } from '../features/tasks/tasks-chip.tsx';
import styles from './phone-strip.module.css';
import type { StripProps } from './strip.tsx';

/**
 * On a phone: one row above the board, and above an open claim too, with the phase, the timer, the poll and the raised hand. What it has
 * no room for opens below it; what waits for an answer is at the bottom, beside what the viewer reads and never over it.
 */
export function PhoneStrip({ revealed, following }: StripProps) {
  const polls = usePolls();
  const open = polls.filter((poll) => poll.open);
  const writing = useViewPart((parts) => parts.writing);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  // A text gets the room of the polls while it is written, until its author asks for them.
  const [askedIn, setAskedIn] = useState<WritingTarget | null>(null);
  const shown =
    writing === askedIn || writing === null ? open.filter((poll) => !hidden.has(openingOf(poll))) : [];
  const toggle = (toggled: readonly Poll[], hides: boolean) => {
    const keys = toggled.map(openingOf);
    setHidden(
      (before) => new Set([...before].filter((key) => !keys.includes(key)).concat(hides ? keys : [])),
    );
    setAskedIn(writing);
  };
  const chip = useRef<HTMLButtonElement>(null);
  const hiding = useFocusAfterAct(chip, shown.length);
  const hide = (poll: Poll) => {
    hiding();
    toggle([poll], true);
  };
  const hasResults = useHasResults();
  const { speaker } = useFloor();
  const isBusy = useIsBusy();
  const isLive = useIsLive();
  const { isInvited } = useInvited();
  const hand = useRef<HTMLButtonElement>(null);
  const answering = useFocusAfterAct(hand, isInvited);
  return (
    <>
      <div className={styles.row} data-live-bar="">
        <Summary revealed={revealed} following={following} />
        <Leading />
        <GuidedInvitation />
        {open.length > 0 && (
          <PollChip
            ref={chip}
            pollIds={open.map(({ id }) => id)}
            isShown={shown.length > 0}
            onToggle={() => toggle(open, shown.length > 0)}
          />
        )}
        {open.length === 0 && hasResults && !speaker && <ResultsButton className={styles.chip} isShort />}
        <GroupLink className={styles.chip} isShort />
        {!isBusy && <QuestionsChip className={styles.chip} />}
        <SteelmenChip className={styles.chip} isShort />
        <TasksChip className={styles.chip} isShort />
        {isLive && <Hand ref={hand} />}
      </div>
      {(shown.length > 0 || following.isInvited || isInvited) && (
        <div className={styles.dock} data-at-thumb="">
          {isInvited && <SpeakInvitation onAnswer={answering} />}
          {following.isInvited && <SpotlightPart following={following} />}
          {shown.map((poll) => (
            <OpenPoll key={poll.id} poll={poll} onHide={() => hide(poll)} />
          ))}
        </div>
      )}
    </>
  );
}

/** The opening of a poll, by which it is hidden: a poll that is opened again asks again. */
function openingOf({ id, statusSeq }: Poll): string {
  return `${id} ${statusSeq}`;
}

/** True while a phase, a group or a speaker is on. What can wait then opens below the row. */
function useIsBusy(): boolean {
  const isPhase = useBoard(({ replica }) => runningAgenda(replica.confirmed)?.at != null);
  const group = useGroupName();
  const { speaker } = useFloor();
  return isPhase || group !== null || speaker !== null;
}

/** The phase and its timer, otherwise the group, otherwise the speaker. Pressing it shows all three, and what can wait. */
function Summary({ revealed, following }: StripProps) {
  const t = useMessages('agenda');
  const strip = useMessages('liveBar');
  const phaseName = usePhaseName();
  const agenda = useBoard(({ replica }) => runningAgenda(replica.confirmed));
  const phase = agenda && phaseIn(agenda, agenda.at);
  const isTask = useBoard(({ replica }) => phase !== null && isGroupTask(replica.view, phase));
  // The task of a small group has no name: the group's own is shown.
  const named = isTask ? null : phase;
  const group = useGroupName();
  const { speaker } = useFloor();
  const lit = useLitClaim();
  const [opened, setOpened] = useState(false);
  const id = useId();
  const within = useRef<PointerEvent>(null);
  const isBusy = useIsBusy();
  const hasResults = useHasResults();
  const between = useBetweenPhases();
  // Touching anything else, or opening a claim or a list, closes it; a dialog that it opened belongs to it, wherever that lies in the page.
  const selected = useViewPart((parts) => parts.selected?.id ?? null);
  const listing = useViewPart((parts) => parts.listing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => setOpened(false), [selected, listing]);
  useEffect(() => {
    if (!opened) return;
    const onPointerDown = (press: PointerEvent) => {
      if (press !== within.current) setOpened(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [opened]);
  const hasMore = isBusy || lit !== undefined;
  return (
    <div
      className={styles.whole}
      onPointerDown={({ nativeEvent }) => {
        within.current = nativeEvent;
      }}
    >
      <div className={styles.summary}>
        <section
          className={styles.now}
          aria-label={phase ? t('strip') : undefined}
          data-phase={phase?.id}
          data-spoken={speaker ? '' : undefined}
        >
          <p className={styles.line}>
            {(named || group !== null) && (
              <strong className={styles.name} dir="auto">
                {named ? phaseName(named) : group}
              </strong>
            )}
            {agenda?.timer && !phase && group === null && <span>{t('timer')} </span>}
            {agenda?.timer && <Countdown timer={agenda.timer} announces />}
          </p>
          {speaker ? (
            <Speaking speaker={speaker} />
          ) : revealed ? (
            <p className={styles.second}>{revealed}</p>
          ) : phase ? (
            <div className={styles.second}>
              <AllowedInPhase phase={phase} />
            </div>
          ) : lit && !following.isInvited ? (
            <p className={styles.second}>{strip('lit')}</p>
          ) : (
            between !== null && group === null && <Between between={between} />
          )}
        </section>
        {hasMore && (
          <button
            type="button"
            className={styles.more}
            aria-label={strip('details')}
            aria-expanded={opened}
            aria-controls={id}
            onClick={() => setOpened(!opened)}
          >
            <ChevronIcon />
          </button>
        )}
      </div>
      <div id={id} className={styles.details} hidden={!opened}>
        {opened && (
          <>
            {named && agenda && (
              <p>
                <strong dir="auto">{phaseName(named)}</strong>{' '}
                {t('place', { place: agenda.phases.indexOf(named) + 1, count: agenda.phases.length })}
              </p>
            )}
            {phase && <AllowedInPhase phase={phase} />}
            <div className={styles.group}>
              <GroupFacts />
            </div>
            {!following.isInvited && <SpotlightPart following={following} />}
            {isBusy && (
              <div className={styles.group}>
                <QuestionsChip className={styles.chip} />
                {speaker && hasResults && <ResultsButton className={styles.chip} isShort />}
              </div>
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** Says that the agenda has not begun, or when the last meeting ended. */
function Between({ between }: { between: 'notBegun' | number }) {
  const t = useMessages('agenda');
  return (
    <p className={styles.between}>
      {between === 'notBegun' ? (
        t('notBegun')
      ) : (
        <>
          {t('lastMeetingEnded')} <RelativeTime at={between} />
        </>
      )}
    </p>
  );
}

/** Shows and hides the open polls; marks whether one waits for the viewer's answer. */
function PollChip({
  ref,
  pollIds,
  isShown,
  onToggle,
}: {
  ref: Ref<HTMLButtonElement>;
  pollIds: readonly string[];
  isShown: boolean;
  onToggle: () => void;
}) {
  const t = useMessages('polls');
  const mayAnswer = useMay('poll.answer');
  const isAnswered = useBoard(({ replica: { view, participantId } }) =>
    pollIds.every((id) => view.answers.get(id)?.has(participantId ?? '')),
  );
  return (
    <button
      ref={ref}
      type="button"
      className={styles.chip}
      aria-label={mayAnswer ? t(isAnswered ? 'chipAnswered' : 'chipWaits') : undefined}
      aria-expanded={isShown}
      data-waits={mayAnswer && !isAnswered ? '' : undefined}
      onClick={({ currentTarget }) => {
        // Otherwise the keyboard of a text that is being written would stay, over the poll.
        currentTarget.focus();
        onToggle();
      }}
    >
      {t('chip')}
    </button>
  );
}
