'use client';

import { type MouseEvent, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { Row } from '#app/_ui/layout/row.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { Poll, PollKind, PollThreshold } from '#domain/debate/polls/poll.ts';
import {
  hidesAnswers,
  isMotionPolled,
  openingPoll,
  reopeningProblem,
  shouldConfirmClosing,
  thresholdOf,
} from '#domain/debate/polls/polls.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { Choice } from '../../core/forms/choice.tsx';
import { ClosePollDialog } from '../../core/forms/close-poll-dialog.tsx';
import styles from '../../core/forms/console-sections.module.css';
import { SwingPicture } from '../../core/polls/swing-picture.tsx';
import {
  useAnswerCount,
  useBallotSentence,
  usePolls,
  usePollWords,
  usePreparedPolls,
  useSwing,
} from '../../core/polls/use-polls.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { numberIn } from './answering/poll-shape.ts';
import { type Closes, ClosingChoice, closingTime } from './closing-choice.tsx';
import { PollPicture } from './poll-picture.tsx';
import { PollResult } from './poll-result.tsx';
import { QuickPollForm } from './quick-poll-form.tsx';
import { RightNumber, RightNumberField, useRightDraft } from './right-number.tsx';
import { ThresholdChoice } from './threshold-choice.tsx';
import { useClosingWords } from './use-closing-words.ts';

/** Opens and closes polls, and shows their results. */
export function PollsSection() {
  const t = useMessages('polls');
  const polls = usePolls();
  const swing = useSwing();
  const prepared = usePreparedPolls();
  const isDebateOpen = useIsDebateOpen();
  const [open, closed] = [polls.filter((poll) => poll.open), polls.filter((poll) => !poll.open)];
  const now = useRef<HTMLHeadingElement>(null);
  const turning = useFocusAfterAct(now, open.map(({ id }) => id).join(' '));
  return (
    <Stack gap={5}>
      <section className={styles.part}>
        <h3 ref={now} tabIndex={-1}>
          {t('now')}
        </h3>
        {open.length === 0 && <p className={styles.hint}>{t('none')}</p>}
        {open.map((poll) => (
          <RunningPoll key={poll.id} poll={poll} onAct={turning} />
        ))}
      </section>
      {prepared.length > 0 && (
        <section className={styles.part}>
          <h3>{t('ready')}</h3>
          {prepared.map((poll) => (
            <PreparedPoll key={poll.id} poll={poll} onAct={turning} />
          ))}
        </section>
      )}
      {isDebateOpen && <StancePolls onAct={turning} />}
      {isDebateOpen && <QuickPollForm />}
      {swing && (
        <section className={styles.part}>
          <h3>{t('swing')}</h3>
          <SwingPicture swing={swing} />
        </section>
      )}
      {closed.length > 0 && (
        <section className={styles.part}>
          <h3>{t('past')}</h3>
          {closed.reverse().map((poll) => (
            <ClosedPoll key={poll.id} poll={poll} onAct={turning} />
          ))}
        </section>
      )}
    </Stack>
  );
}

interface TurnedProps {
  readonly poll: Poll;
  /** Called with an act that opens or closes the poll. */
  readonly onAct: () => void;
}

/** An open poll: how many have answered, and a button to close it. */
function RunningPoll({ poll, onAct }: TurnedProps) {
  const t = useMessages('polls');
  const submit = useSubmit();
  const { questionOf } = usePollWords();
  const answers = useAnswerCount(poll);
  const ballot = useBallotSentence(poll);
  const answersHidden = useBoard(({ replica }) => hidesAnswers(replica.view));
  const shouldWarn = useBoard(({ replica }) => shouldConfirmClosing(replica.view, poll));
  const [warns, setWarns] = useState(false);
  const [right, setRight] = useRightDraft(poll);
  const { ask, refusal } = useAsk();
  const closingWords = useClosingWords(poll);
  const close = () => {
    onAct();
    setWarns(false);
    // With too few answers nothing is shown, and the poll may be reopened: the correct answer is kept for then. So it is where
    // moderators can't see how many have answered.
    const isShown = !poll.secret || poll.answered >= thresholdOf(poll);
    const number = isShown ? numberIn(right) : null;
    const closing = { type: 'poll.setStatus', pollId: poll.id, open: false } as const;
    if (number === null) ask(closing);
    else if (ask({ ...closing, right: number })) setRight('');
  };
  const choosesThreshold = poll.secret && poll.kind !== 'after' && poll.answered === 0 && !answersHidden;
  return (
    <div className={styles.running} data-poll={poll.id}>
      <p dir="auto">
        <strong>{t('kind', { kind: poll.kind })}</strong> {questionOf(poll)}
      </p>
      {/* No status: screen readers would speak at each answer. */}
      <p className={styles.count}>{answers}</p>
      <p className={styles.hint}>
        {ballot} {closingWords}
      </p>
      {poll.counts && poll.form && <PollPicture poll={poll} counts={poll.counts} canHide />}
      {choosesThreshold && (
        <ThresholdChoice
          chosen={thresholdOf(poll)}
          onChoose={(threshold) =>
            submit([{ type: 'poll.setStatus', pollId: poll.id, open: true, threshold }])
          }
        />
      )}
      {poll.form?.type === 'number' && <RightNumberField text={right} onChange={setRight} />}
      <ClosingTime poll={poll} />
      <RejectionNote rejection={refusal} />
      <Button look="primary" onClick={() => (shouldWarn ? setWarns(true) : close())}>
        {t('closeNow')}
      </Button>
      {warns && <ClosePollDialog poll={poll} onConfirm={close} onClose={() => setWarns(false)} />}
    </div>
  );
}

/** Sets or removes the time at which an open poll closes. One button does both, and keeps the focus. */
function ClosingTime({ poll: { id: pollId, closesAt } }: { poll: Poll }) {
  const t = useMessages('pollForms');
  const store = useBoardStore();
  const submit = useSubmit();
  const [chosen, setChosen] = useState<Closes>('never');
  const isSet = closesAt !== undefined;
  const toggle = (event: MouseEvent) => {
    if (isRepeatedClick(event)) return;
    submit([
      { type: 'poll.setStatus', pollId, open: true, closesAt: isSet ? null : closingTime(store, chosen) },
    ]);
    setChosen('never');
  };
  return (
    <>
      {!isSet && <ClosingChoice chosen={chosen} onChoose={setChosen} />}
      <Button size="small" unavailable={!isSet && chosen === 'never'} onClick={toggle}>
        {t(isSet ? 'removeTime' : 'setTime')}
      </Button>
    </>
  );
}

/** A poll that waits to be opened, for example one of a template. */
function PreparedPoll({ poll, onAct }: TurnedProps) {
  const t = useMessages('polls');
  const forms = useMessages('pollForms');
  const submit = useSubmit();
  const { questionOf, optionsOf } = usePollWords();
  const ballot = useBallotSentence(poll);
  const isDebateOpen = useIsDebateOpen();
  const open = () => {
    onAct();
    submit([{ type: 'poll.setStatus', pollId: poll.id, open: true }]);
  };
  return (
    <Stack gap={2} data-poll={poll.id}>
      <p dir="auto">
        <strong>{questionOf(poll)}</strong>
      </p>
      <p className={styles.hint} dir="auto">
        {poll.form && forms(`formName.${poll.form.type}`)} {optionsOf(poll).join(' · ')}
      </p>
      <p className={styles.hint}>{ballot}</p>
      {isDebateOpen && (
        <div>
          <Button size="small" onClick={open}>
            {t('openNow')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function ClosedPoll({ poll, onAct }: TurnedProps) {
  const t = useMessages('polls');
  const submit = useSubmit();
  const isOpen = useIsDebateOpen();
  const canReopen = useBoard(({ replica }) => reopeningProblem(replica.view, poll) === null);
  const reopen = () => {
    onAct();
    submit([{ type: 'poll.setStatus', pollId: poll.id, open: true }]);
  };
  return (
    <div>
      <PollResult poll={poll} canHide />
      {poll.form?.type === 'number' && poll.right === undefined && <RightNumber poll={poll} />}
      {isOpen && canReopen && (
        <Button size="small" onClick={reopen}>
          {t('again')}
        </Button>
      )}
    </div>
  );
}

/** The two polls on the motion: before the debate, and after. */
function StancePolls({ onAct }: Pick<TurnedProps, 'onAct'>) {
  const t = useMessages('polls');
  const store = useBoardStore();
  const [ballot, setBallot] = useState<'secret' | 'open'>('secret');
  const [threshold, setThreshold] = useState<PollThreshold>(5);
  const [refusal, setRefusal] = useState<Rejection | null>(null);
  const polled = useBoard(({ replica }) => isMotionPolled(replica.view));
  const hasOpening = useBoard(({ replica }) => openingPoll(replica.view) !== undefined);
  const open = (kind: PollKind) => {
    onAct();
    setRefusal(
      store.submit({
        type: 'poll.open',
        pollId: newId('p'),
        kind,
        question: '',
        options: [],
        secret: ballot === 'secret',
        ...(ballot === 'secret' && kind === 'before' && { threshold }),
      }),
    );
  };
  if (polled) return null;
  return (
    <section className={styles.part}>
      <h3>{t('onMotion')}</h3>
      <p className={styles.hint}>{t(hasOpening ? 'afterHint' : 'beforeHint')}</p>
      {!hasOpening && (
        <Choice
          label={t('ballot')}
          options={[
            ['secret', t('ballotSecret')],
            ['open', t('ballotOpen')],
          ]}
          chosen={ballot}
          onChoose={setBallot}
        />
      )}
      {!hasOpening && ballot === 'secret' && <ThresholdChoice chosen={threshold} onChoose={setThreshold} />}
      <Row>
        <Button look={hasOpening ? 'plain' : 'primary'} onClick={() => open('before')}>
          {t('openBefore')}
        </Button>
        {hasOpening && (
          <Button look="primary" onClick={() => open('after')}>
            {t('openAfter')}
          </Button>
        )}
      </Row>
      <RejectionNote rejection={refusal} />
    </section>
  );
}
