'use client';

import { type Ref, useMemo, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { canBeInvited } from '#domain/debate/meetings/floor.ts';
import { FLOOR_ORDERS, type FloorOrder, type Speaker } from '#domain/debate/meetings/meeting.ts';
import { type Spoken, timeOfEnded } from '#domain/debate/meetings/time-spoken.ts';
import { clockTime } from '../../core/clock/clock-time.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { ChoiceWithButton } from '../../core/forms/choice-with-button.tsx';
import polls from '../../core/forms/console-sections.module.css';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
import { sortByName } from '../../core/people/sort-by-name.ts';
import { shortName } from '../../core/people/use-called.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './floor-section.module.css';
import { SpeakerTime } from './speaker-time.tsx';
import { useFloor, useSpeakerName, useSpokenBy } from './use-floor.ts';

/** Minutes of speaking time; `none`: without a limit. */
const MINUTES = ['1', '2', '3', '5', 'none'] as const;

/** The queue of raised hands, the present speaker, and everyone's speaking time. */
export function FloorSection() {
  const t = useMessages('floor');
  const submit = useSubmit();
  const { hands, speaker, order } = useFloor();
  const isDebateOpen = useIsDebateOpen();
  const spokenBy = useSpokenBy();
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>('2');
  const seconds = minutes === 'none' ? null : Number(minutes) * 60;
  const speaking = useRef<HTMLParagraphElement>(null);
  const queue = useRef<HTMLHeadingElement>(null);
  const giving = useFocusAfterAct(speaker ? speaking : queue, speaker?.participantId);
  const dropping = useFocusAfterAct(queue, hands.length);
  const give = (to: string | null) => {
    giving();
    const from = speaker?.participantId ?? null;
    submit([{ type: 'floor.give', to, seconds: to === null ? null : seconds, from }]);
  };
  const drop = (participantId: string) => {
    dropping();
    submit([{ type: 'hand.lower', participantId }]);
  };
  return (
    <Stack gap={5}>
      {speaker && <Speaking ref={speaking} speaker={speaker} onEnd={() => give(null)} />}
      <section className={polls.part}>
        <h3 ref={queue} tabIndex={-1}>
          {t('queue')}
        </h3>
        <p className={polls.hint}>{hands.length > 0 ? t('orderHint') : t('noHands')}</p>
        <Field label={t('order')}>
          {(tie) => (
            <select
              {...tie}
              value={order}
              onChange={({ target }) => submit([{ type: 'floor.order', order: target.value as FloorOrder }])}
            >
              {FLOOR_ORDERS.map((one) => (
                <option key={one} value={one}>
                  {t('orderOf', { order: one })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('minutes')}>
          {(tie) => (
            <select
              {...tie}
              value={minutes}
              onChange={({ target }) => setMinutes(target.value as (typeof MINUTES)[number])}
            >
              {MINUTES.map((option) => (
                <option key={option} value={option}>
                  {t('minutesOf', { minutes: option })}
                </option>
              ))}
            </select>
          )}
        </Field>
        {isDebateOpen && <Hands spokenBy={spokenBy} onGive={give} onDrop={drop} />}
        {isDebateOpen && <Others onGive={give} />}
      </section>
      <Unheard spokenBy={spokenBy} />
      <TimeSpoken spokenBy={spokenBy} />
    </Stack>
  );
}

interface SpeakingProps {
  readonly ref: Ref<HTMLParagraphElement>;
  readonly speaker: Speaker;
  readonly onEnd: () => void;
}

function Speaking({ ref, speaker, onEnd }: SpeakingProps) {
  const t = useMessages('floor');
  const submit = useSubmit();
  const name = useSpeakerName(speaker.participantId);
  const { participantId: to, seconds } = speaker;
  return (
    <section className={polls.running}>
      <p ref={ref} tabIndex={-1} dir="auto">
        <strong>{t('speaks', { name })}</strong> <SpeakerTime speaker={speaker} announces />
      </p>
      <Row>
        {seconds !== null &&
          [30, 60].map((more) => (
            <Button
              key={more}
              size="small"
              onClick={() => submit([{ type: 'floor.give', to, seconds: seconds + more, from: to }])}
            >
              {t('more', { seconds: more })}
            </Button>
          ))}
        <Button size="small" look="primary" onClick={onEnd}>
          {t('end')}
        </Button>
      </Row>
    </section>
  );
}

interface HandsProps {
  readonly spokenBy: ReadonlyMap<string, Spoken>;
  readonly onGive: (to: string) => void;
  readonly onDrop: (participantId: string) => void;
}

function Hands({ spokenBy, onGive, onDrop }: HandsProps) {
  const { hands } = useFloor();
  const list = useRef<HTMLOListElement>(null);
  const part = useShownPart(hands);
  return (
    <>
      <ol ref={list} className={styles.queue}>
        {part.shown.map((id) => (
          <Asking
            key={id}
            id={id}
            spoken={spokenBy.get(id)}
            onGive={() => onGive(id)}
            onDrop={() => onDrop(id)}
          />
        ))}
      </ol>
      <MoreButton list={list} part={part} />
    </>
  );
}

interface AskingProps {
  readonly id: string;
  readonly spoken: Spoken | undefined;
  readonly onGive: () => void;
  readonly onDrop: () => void;
}

function Asking({ id, spoken, onGive, onDrop }: AskingProps) {
  const t = useMessages('floor');
  const name = useSpeakerName(id);
  const { milliseconds = 0, times = 0 } = spoken ?? {};
  return (
    <li>
      <span>
        <span dir="auto">{name}</span>{' '}
        <span className={polls.hint}>
          {t('spokenSoFar', { time: clockTime(Math.round(milliseconds / 1_000)), times })}
        </span>
      </span>
      <Button size="small" aria-label={t('giveTo', { name })} onClick={onGive}>
        {t('give')}
      </Button>
      <Button
        size="small"
        look="quiet"
        aria-label={t('drop', { name })}
        title={t('drop', { name })}
        onClick={onDrop}
      >
        ×
      </Button>
    </li>
  );
}

/** People listed before more are asked for. */
const UNHEARD_SHOWN = 12;

/** People who could speak and have not yet, those here now first: a moderator invites them, seen by them and moderators alone. */
function Unheard({ spokenBy }: { spokenBy: ReadonlyMap<string, Spoken> }) {
  const t = useMessages('floor');
  const { hands, speaker, invited } = useFloor();
  const participants = useBoard(({ replica }) => replica.view.participants);
  const head = useBoard(({ replica }) => replica.view.head);
  const here = useBoard(({ present }) => present);
  const isDebateOpen = useIsDebateOpen();
  const list = useRef<HTMLUListElement>(null);
  const unheard = useMemo(() => {
    const isHere = new Set([...here.values()].map(({ participantId }) => participantId));
    const heard = new Set([...spokenBy.keys(), ...hands, speaker?.participantId]);
    const people = [...participants.keys()].filter(
      (id) => !heard.has(id) && canBeInvited({ participants, head }, id),
    );
    return [...people.filter((id) => isHere.has(id)), ...people.filter((id) => !isHere.has(id))];
  }, [participants, head, here, spokenBy, speaker, hands]);
  const part = useShownPart(unheard, { first: UNHEARD_SHOWN });
  const asked = useMemo(() => new Set(invited), [invited]);
  return (
    <section className={polls.part}>
      <h3>{t('unheard')}</h3>
      {unheard.length === 0 && <p className={polls.hint}>{t('unheardNone')}</p>}
      {unheard.length > 0 && isDebateOpen && <p className={polls.hint}>{t('unheardHint')}</p>}
      <ul ref={list} className={styles.queue}>
        {part.shown.map((id) => (
          <UnheardPerson key={id} id={id} isInvited={asked.has(id)} />
        ))}
      </ul>
      <MoreButton list={list} part={part} />
    </section>
  );
}

function UnheardPerson({ id, isInvited }: { id: string; isInvited: boolean }) {
  const t = useMessages('floor');
  const isDebateOpen = useIsDebateOpen();
  const submit = useSubmit();
  const name = useSpeakerName(id);
  const toggle = () => submit([{ type: isInvited ? 'floor.uninvite' : 'floor.invite', participantId: id }]);
  return (
    <li>
      <span>
        <span dir="auto">{name}</span>
        {isInvited && <span className={polls.hint}> {t('invited')}</span>}
      </span>
      {(isInvited || isDebateOpen) && (
        <Button
          size="small"
          look={isInvited ? 'quiet' : 'plain'}
          aria-label={t(isInvited ? 'uninvite' : 'inviteNamed', { name })}
          onClick={toggle}
        >
          {t(isInvited ? 'uninviteShort' : 'invite')}
        </Button>
      )}
    </li>
  );
}

/** Gives the floor to someone who did not ask for it. */
function Others({ onGive }: { onGive: (to: string) => void }) {
  const t = useMessages('floor');
  const { hands, speaker } = useFloor();
  const participants = useBoard(({ replica }) => replica.view.participants);
  const people = useBoard((state) => state.people);
  const [isUsed, setUsed] = useState(false);
  const others = useMemo(() => {
    if (!isUsed) return [];
    const named = new Set([...hands, speaker?.participantId]);
    const quiet = [...participants.values()].filter(
      ({ id, membership }) => membership === 'member' && !named.has(id),
    );
    return sortByName(quiet, ({ id }) => shortName(people.get(id)));
  }, [isUsed, participants, people, speaker, hands]);
  return (
    <ChoiceWithButton
      label={t('other')}
      none={t('other')}
      action={t('give')}
      values={others.map(({ id }) => id)}
      onUse={() => setUsed(true)}
      onAct={onGive}
    >
      {(id) => <NamedOption key={id} id={id} />}
    </ChoiceWithButton>
  );
}

function NamedOption({ id }: { id: string }) {
  return <option value={id}>{useSpeakerName(id)}</option>;
}

/** Speaking time of each person and each position. */
function TimeSpoken({ spokenBy }: { spokenBy: ReadonlyMap<string, Spoken> }) {
  const t = useMessages('floor');
  const speeches = useBoard(({ replica }) => replica.view.speeches);
  const positions = useBoard(({ replica }) => replica.view.positions);
  const byPerson = useMemo(() => longest(spokenBy), [spokenBy]);
  const byPosition = useMemo(() => longest(timeOfEnded(speeches, 'positionId')), [speeches]);
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(byPerson);
  return (
    <section className={polls.part}>
      <h3>{t('spoken')}</h3>
      {byPerson.length === 0 ? (
        <p className={polls.hint}>{t('nobodyYet')}</p>
      ) : (
        <>
          <h4>{t('spokenBy')}</h4>
          <ul ref={list} className={styles.spoken}>
            {part.shown.map(([id, spoken]) => (
              <li key={id} tabIndex={-1}>
                <PersonName id={id} />
                <SpokenTime {...spoken} />
              </li>
            ))}
          </ul>
          <MoreButton list={list} part={part} />
          <h4>{t('spokenFor')}</h4>
          <ul className={styles.spoken}>
            {byPosition.map(([id, spoken]) => (
              <li key={id}>
                <span dir="auto">{positions.get(id)?.name ?? t('noPosition')}</span>
                <SpokenTime {...spoken} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function PersonName({ id }: { id: string }) {
  return <span dir="auto">{useSpeakerName(id)}</span>;
}

function SpokenTime({ milliseconds, times }: { milliseconds: number; times: number }) {
  const t = useMessages('floor');
  return (
    <span className={styles.figure}>
      {t('times', { time: clockTime(Math.round(milliseconds / 1_000)), times })}
    </span>
  );
}

function longest<T extends { readonly milliseconds: number }>(spoken: ReadonlyMap<string, T>): [string, T][] {
  return [...spoken].sort(([, a], [, b]) => b.milliseconds - a.milliseconds);
}
