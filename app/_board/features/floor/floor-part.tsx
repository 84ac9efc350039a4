'use client';

import { type MouseEvent, type Ref, useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { HandIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Speaker } from '#domain/debate/meetings/meeting.ts';
import { useSpoken } from '../../core/announcing/spoken.tsx';
import { useActor, useIsModerator, useMay } from '../../core/claims/use-claim.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './floor.module.css';
import { SpeakerTime } from './speaker-time.tsx';
import { useFloor, useInvited, useIsLive, useSpeakerWords } from './use-floor.ts';

/** Above the board: the present speaker with their timer, and the raised hand; on a phone that is at the bottom. */
export function FloorPart() {
  const { speaker } = useFloor();
  const isLive = useIsLive();
  const { isInvited } = useInvited();
  const hand = useRef<HTMLButtonElement>(null);
  const answering = useFocusAfterAct(hand, isInvited);
  if (!isLive) return null;
  return (
    <>
      {speaker && <Speaking speaker={speaker} />}
      <SpeakInvitation onAnswer={answering} />
      <Hand ref={hand} />
    </>
  );
}

/** To the viewer alone: a moderator would like to hear from them. Their answer calls `onAnswer` first. */
export function SpeakInvitation({ onAnswer }: { onAnswer: () => void }) {
  const t = useMessages('floor');
  const submit = useSubmit();
  const { me, isInvited } = useInvited();
  useSpoken(isInvited ? t('asked') : '');
  if (me === undefined || !isInvited) return null;
  const answer = (operation: Operation) => {
    onAnswer();
    submit([operation]);
  };
  return (
    <section className={styles.asked} aria-label={t('askedLabel')}>
      <p>{t('asked')}</p>
      <Button size="small" look="primary" onClick={() => answer({ type: 'hand.raise' })}>
        <HandIcon />
        {t('raise')}
      </Button>
      <Button size="small" look="quiet" onClick={() => answer({ type: 'floor.uninvite', participantId: me })}>
        {t('notNow')}
      </Button>
    </section>
  );
}

export function Speaking({ speaker }: { speaker: Speaker }) {
  const me = useBoard(({ replica }) => replica.participantId);
  const words = useSpeakerWords(speaker.participantId);
  return (
    <p className={styles.speaking}>
      <span dir="auto">{words}</span>{' '}
      <SpeakerTime speaker={speaker} announces={speaker.participantId === me} />
    </p>
  );
}

/** Raises the viewer's hand, or lowers it. On a phone it is only the sign, with the place in the queue. */
export function Hand({ ref }: { ref?: Ref<HTMLButtonElement> }) {
  const t = useMessages('floor');
  const submit = useSubmit();
  const me = useActor()?.id;
  const { hands, speaker } = useFloor();
  const mayRaise = useMay('hand.raise');
  const isModerator = useIsModerator();
  const { isInvited } = useInvited();
  const place = me === undefined ? 0 : hands.indexOf(me) + 1;
  const isSpeaking = me !== undefined && speaker?.participantId === me;
  // Moderators call on people: they need no turn in the queue.
  // An invitation has a button of its own for it.
  const isOver = isSpeaking || isInvited || (isModerator && place === 0);
  if (!mayRaise || isOver) return null;
  const toggle = (event: MouseEvent) => {
    if (isRepeatedClick(event)) return;
    submit([
      place > 0 && me !== undefined ? { type: 'hand.lower', participantId: me } : { type: 'hand.raise' },
    ]);
  };
  return (
    <Button ref={ref} className={styles.hand} aria-pressed={place > 0} onClick={toggle}>
      <HandIcon />
      <span className={styles.label}>{place > 0 ? t('lower') : t('raise')}</span>
      {place > 0 && (
        <span className={styles.number} aria-hidden="true">
          {place}
        </span>
      )}
      <span className={styles.place}>
        {place > 0 ? t('place', { place }) : hands.length > 0 && t('hands', { count: hands.length })}
      </span>
    </Button>
  );
}
