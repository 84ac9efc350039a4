'use client';

import { useEffect, useRef } from 'react';
import type { Translate } from '#app/_ui/messages/messages.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Timer } from '#domain/debate/phases/agenda.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { clockTime, isLongOver } from '../../core/clock/clock-time.ts';
import { useSecondsLeft } from '../../core/clock/use-time-left.ts';
import styles from './agenda.module.css';

/** Running timer of a phase. Its end is announced once, also to screen readers; nothing else happens. */
export function Countdown({ timer, announces = false }: { timer: Timer; announces?: boolean }) {
  const t = useMessages('agenda');
  const announce = useAnnounce();
  const seconds = useSecondsLeft(timer) ?? 0;
  const isOver = seconds < 0;
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (announces && isOver && !wasOver.current) announce(t('timeIsUp'));
    wasOver.current = isOver;
  }, [announces, isOver, announce, t]);
  return (
    // A second may have passed since the server rendered it.
    <span
      className={styles.time}
      role="timer"
      aria-label={t('timer')}
      data-over={isOver ? '' : undefined}
      suppressHydrationWarning
    >
      {sayTime(t, timer, seconds)}
    </span>
  );
}

function sayTime(t: Translate<'agenda'>, timer: Timer, seconds: number): string {
  const time = clockTime(Math.abs(seconds));
  if (isLongOver(seconds)) return t('timeLongOver');
  if (seconds < 0) return t('timeOver', { time });
  return 'left' in timer ? t('timePaused', { time }) : time;
}
