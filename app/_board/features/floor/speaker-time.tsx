'use client';

import { useEffect, useRef } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Speaker } from '#domain/debate/meetings/meeting.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { clockTime } from '../../core/clock/clock-time.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './floor.module.css';
import { useSpeakingTime } from './use-floor.ts';

interface SpeakerTimeProps {
  readonly speaker: Speaker;
  readonly announces?: boolean;
}

/** Running timer of a speech, drawn once the server has begun it: the beginning that a page predicts is the time of the last entry. */
export function SpeakerTime({ speaker, announces = false }: SpeakerTimeProps) {
  const begun = useBoard(({ replica }) => replica.confirmed.floor.speaker);
  if (begun?.participantId !== speaker.participantId) return null;
  return <Running speaker={{ ...speaker, since: begun.since }} announces={announces} />;
}

/** Its end is announced once; nothing else happens. */
function Running({ speaker, announces }: Required<SpeakerTimeProps>) {
  const t = useMessages('floor');
  const announce = useAnnounce();
  const { seconds, isOver, isLongOver } = useSpeakingTime(speaker);
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (announces && isOver && !wasOver.current) announce(t('timeUp'));
    wasOver.current = isOver;
  }, [announces, isOver, announce, t]);
  const time = clockTime(seconds);
  return (
    // A second may have passed since the server rendered it.
    <span
      className={styles.time}
      role="timer"
      aria-label={t('time')}
      data-over={isOver ? '' : undefined}
      suppressHydrationWarning
    >
      {isLongOver ? t('longOver') : isOver ? t('over', { time }) : time}
    </span>
  );
}
