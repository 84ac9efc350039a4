'use client';

import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useFormatter } from 'use-intl/react';
import { Button } from '#app/_ui/button/button.tsx';
import field from '#app/_ui/field.module.css';
import { ChevronIcon, PauseIcon, PlayIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { readerZone } from '#app/_ui/time/reader-zone.ts';
import { useReaderTime } from '#app/_ui/time/use-reader-time.ts';
import { useHydrated } from '#app/_ui/use-hydrated.ts';
import { lastAt } from '#domain/history/steps-of.ts';
import { TimeAxis } from '#domain/history/time-axis.ts';
import styles from './past.module.css';
import type { Past } from './use-past.ts';

const SPEEDS = [1, 2, 4] as const;
/** Milliseconds for which a step is shown at the first speed, and the maximum number of seconds for playing the whole debate. */
const STEP = 900;
const WHOLE = 60;
/** Number of slider positions. */
const PLACES = 1_000;
const BARS = 80;
/** Fraction of the axis between two dates. */
const TICK = 0.25;
/** Fraction of the steps that Page Up and Page Down move. */
const PAGE = 0.1;
const DAY = 86_400_000;

interface TimeBarProps {
  readonly past: Past;
  /** Times to step through, ascending; the last is the present. */
  readonly times: readonly number[];
  /** Number of entries from each time to the next. */
  readonly counts: readonly number[];
  readonly onPlaying?: (playing: boolean) => void;
}

/** Goes to any moment: by hand, step by step, or by playing. */
export function TimeBar({ past, times, counts, onPlaying }: TimeBarProps) {
  const t = useMessages('history');
  const { shown, awaited, go } = past;
  const at = awaited ?? shown.at;
  const last = times.length - 1;
  const step = lastAt(times, at);
  const goTo = (next: number) => go(times[Math.min(Math.max(next, 0), last)] ?? at);
  const { playing, speed, setSpeed, toggle } = usePlayer(past, times);
  useEffect(() => onPlaying?.(playing), [playing, onPlaying]);
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
        unavailable={step <= 0}
        onClick={() => goTo(step - 1)}
      >
        <ChevronIcon />
      </Button>
      <Track times={times} counts={counts} at={at} step={Math.max(step, 0)} onStep={goTo} />
      <Button
        look="quiet"
        aria-label={t('next')}
        title={t('next')}
        unavailable={step >= last}
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

interface TrackProps extends Pick<TimeBarProps, 'times' | 'counts'> {
  readonly at: number;
  readonly step: number;
  readonly onStep: (step: number) => void;
}

/** The timeline: how much was written when, the slider with its date, and dates below. */
function Track({ times, counts, at, step, onStep }: TrackProps) {
  const t = useMessages('history');
  const { moment } = useReaderTime();
  const hydrated = useHydrated();
  const axis = useMemo(() => new TimeAxis(times), [times]);
  const bars = useMemo(() => axis.bars(counts, BARS), [axis, counts]);
  const place = axis.placeOf(at);
  const most = Math.max(1, ...bars);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepOfKey(event.key, step, times.length);
    if (next === null) return;
    event.preventDefault();
    onStep(next);
  };
  return (
    <div className={styles.track} style={{ '--place': place } as CSSProperties}>
      <div className={styles.histogram} aria-hidden="true">
        {bars.map((count, bar) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar has no id but its place.
            key={bar}
            data-past={(bar + 0.5) / BARS <= place || undefined}
            style={{ blockSize: count === 0 ? 0 : `${Math.max(8, (100 * count) / most)}%` }}
          />
        ))}
      </div>
      {hydrated && (
        <p className={styles.date} aria-hidden="true">
          <span>{moment(at)}</span>
        </p>
      )}
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={PLACES}
        step={1}
        value={Math.round(place * PLACES)}
        aria-label={t('moment')}
        aria-valuetext={moment(at)}
        onKeyDown={onKeyDown}
        onChange={({ target }) => onStep(axis.stepAt(Number(target.value) / PLACES))}
      />
      {hydrated && <Ticks axis={axis} times={times} />}
    </div>
  );
}

function Ticks({ axis, times }: { axis: TimeAxis; times: readonly number[] }) {
  const format = useFormatter();
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const ticks = Array.from({ length: 1 / TICK + 1 }, (_, at) => ({
    place: at * TICK,
    at: axis.timeAt(at * TICK),
  }));
  const isShort = last - first < 2 * DAY;
  const hasYears = new Date(first).getFullYear() !== new Date(last).getFullYear();
  const timeZone = readerZone();
  const words = ticks.map(({ at }) =>
    isShort
      ? format.dateTime(at, { hour: 'numeric', minute: '2-digit', timeZone })
      : format.dateTime(at, {
          day: 'numeric',
          month: 'short',
          ...(hasYears && { year: 'numeric' }),
          timeZone,
        }),
  );
  return (
    <div className={styles.ticks} aria-hidden="true">
      {ticks.map(({ place }, index) => (
        <span key={place} style={{ '--place': place } as CSSProperties}>
          {words[index] === words[index - 1] ? '' : words[index]}
        </span>
      ))}
    </div>
  );
}

/** Returns the step a key of the slider goes to; `null` for other keys. */
function stepOfKey(key: string, step: number, steps: number): number | null {
  const page = Math.max(1, Math.round(steps * PAGE));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return step + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return step - 1;
    case 'PageUp':
      return step + page;
    case 'PageDown':
      return step - page;
    case 'Home':
      return 0;
    case 'End':
      return steps - 1;
    default:
      return null;
  }
}

/** Goes from step to step while playing: to the next one when the one before has been shown for a while. */
function usePlayer({ shown, awaited, failed, go }: Past, times: readonly number[]) {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(SPEEDS[0]);
  const last = times.length - 1;
  const step = lastAt(times, shown.at);
  const stride = Math.ceil((times.length * STEP) / (WHOLE * 1_000));
  const next = times[Math.min(step + stride, last)];
  useEffect(() => {
    if (!playing || awaited !== null) return;
    if (step >= last || failed) return setPlaying(false);
    const timer = window.setTimeout(() => next !== undefined && go(next), STEP / speed);
    return () => window.clearTimeout(timer);
  }, [playing, awaited, failed, step, last, next, speed, go]);
  const toggle = () => {
    if (!playing && step >= last) go(times[0] ?? shown.at);
    // Tries again to load the moment that failed.
    else if (!playing && failed && next !== undefined) go(next);
    setPlaying(!playing);
  };
  return { playing, speed, setSpeed, toggle };
}
