'use client';

import { useEffect, useState } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import field from '../../_ui/field.module.css';
import { ChevronIcon, PauseIcon, PlayIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './past.module.css';
import type { Past } from './use-past.ts';
import { useSaidTime } from './use-said-time.ts';

const SPEEDS = [1, 2, 4] as const;
/** Milliseconds a step is shown at the first speed, and seconds in which all of a debate is played at most. */
const STEP = 900;
const WHOLE = 60;

interface TimeBarProps {
  readonly past: Past;
  /** Times to step through, ascending; the last is the present. */
  readonly times: readonly number[];
}

/** Goes to any moment: by hand, step by step, or playing it. */
export function TimeBar({ past, times }: TimeBarProps) {
  const t = useMessages('history');
  const said = useSaidTime();
  const { shown, awaited, go } = past;
  const at = awaited ?? shown.at;
  const last = times.length - 1;
  const step = stepAt(times, at);
  const goTo = (next: number) => go(times[Math.min(Math.max(next, 0), last)] ?? at);
  const { playing, speed, setSpeed, toggle } = usePlayer(past, times);
  return (
    <section className={styles.bar} aria-label={t('controls')}>
      <Button className={styles.play} onClick={toggle} disabled={last < 1}>
        {playing ? <PauseIcon /> : <PlayIcon />}
        {t(playing ? 'pause' : 'play')}
      </Button>
      <Button
        look="quiet"
        className={styles.back}
        aria-label={t('previous')}
        title={t('previous')}
        disabled={step <= 0}
        onClick={() => goTo(step - 1)}
      >
        <ChevronIcon />
      </Button>
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={last}
        step={1}
        value={Math.max(step, 0)}
        aria-label={t('moment')}
        aria-valuetext={said(at)}
        onChange={({ target }) => goTo(Number(target.value))}
      />
      <Button
        look="quiet"
        aria-label={t('next')}
        title={t('next')}
        disabled={step >= last}
        onClick={() => goTo(step + 1)}
      >
        <ChevronIcon />
      </Button>
      <label className={styles.speed}>
        <span>{t('speed')}</span>
        <select
          className={field.input}
          value={speed}
          onChange={({ target }) => setSpeed(Number(target.value))}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {t('times', { speed: one })}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

/** Goes from step to step for as long as it plays: each when the one before is shown and has been for a while. */
function usePlayer({ shown, awaited, failed, go }: Past, times: readonly number[]) {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(SPEEDS[0]);
  const last = times.length - 1;
  const step = stepAt(times, shown.at);
  useEffect(() => {
    if (!playing || awaited !== null) return;
    if (step >= last || failed) return setPlaying(false);
    const stride = Math.ceil((times.length * STEP) / (WHOLE * 1_000));
    const next = times[Math.min(step + stride, last)];
    const timer = window.setTimeout(() => next !== undefined && go(next), STEP / speed);
    return () => window.clearTimeout(timer);
  }, [playing, awaited, failed, step, last, times, speed, go]);
  const toggle = () => {
    if (!playing && step >= last) go(times[0] ?? shown.at);
    setPlaying(!playing);
  };
  return { playing, speed, setSpeed, toggle };
}

/** The last step at or before a time; -1: it is before the first. */
function stepAt(times: readonly number[], at: number): number {
  return times.findLastIndex((time) => time <= at);
}
