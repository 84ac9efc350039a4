'use client';

import { type PointerEvent as ReactPointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { useAnnounce } from '#app/_board/core/announcing/announce-context.tsx';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from './poll-forms.module.css';

interface RankingFormProps {
  readonly options: readonly string[];
  readonly last: readonly number[];
  readonly onAnswer: (ranking: readonly number[]) => void;
}

/** Puts options in an order: tapped in turn, then moved by buttons or dragged. Some may be left out. */
export function RankingForm({ options, last, onAnswer }: RankingFormProps) {
  const t = useMessages('pollForms');
  const announce = useAnnounce();
  const [ranking, setRanking] = useState<readonly number[]>(last);
  const list = useRef<HTMLOListElement>(null);
  const form = useRef<HTMLFormElement>(null);
  /** The button that has the focus after the next change: the one that had it may be gone, or stand elsewhere. */
  const focus = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focus.current === null) return;
    const wanted = form.current?.querySelector<HTMLElement>(`[data-focus='${focus.current}']`);
    (wanted ?? form.current?.querySelector<HTMLElement>('[type=submit]'))?.focus();
    focus.current = null;
  });
  const left = options.map((_, option) => option).filter((option) => !ranking.includes(option));
  const move = (option: number, to: number) => {
    const others = ranking.filter((one) => one !== option);
    const place = Math.max(0, Math.min(others.length, to));
    if (ranking[place] === option) return;
    setRanking([...others.slice(0, place), option, ...others.slice(place)]);
    announce(t('moved', { option: options[option] ?? '', place: place + 1 }));
  };
  const drag = (option: number) => ({
    onPointerDown: (event: ReactPointerEvent) => {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: ReactPointerEvent) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const items = [...(list.current?.children ?? [])].map((item) => item.getBoundingClientRect());
      const over = items.findIndex(({ top, bottom }) => event.clientY >= top && event.clientY < bottom);
      if (over !== -1) move(option, over);
    },
  });
  return (
    <form
      className={styles.form}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ranking.length > 0) onAnswer(ranking);
      }}
    >
      <p className={styles.legend}>{t(ranking.length === 0 ? 'rankingHint' : 'rankingMore')}</p>
      {ranking.length > 0 && (
        <ol className={styles.ranking} ref={list} aria-label={t('ranking')}>
          {ranking.map((option, place) => (
            <li key={option} className={styles.ranked}>
              <span className={styles.handle} aria-hidden="true" {...drag(option)}>
                ⠿
              </span>
              <span className={styles.place}>{place + 1}</span>
              <span className={styles.optionName} dir="auto">
                {options[option]}
              </span>
              <Button
                size="small"
                look="quiet"
                aria-label={t('up', { option: options[option] ?? '' })}
                unavailable={place === 0}
                data-focus={`up${option}`}
                onClick={() => {
                  focus.current = `up${option}`;
                  move(option, place - 1);
                }}
              >
                ↑
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={t('down', { option: options[option] ?? '' })}
                unavailable={place === ranking.length - 1}
                data-focus={`down${option}`}
                onClick={() => {
                  focus.current = `down${option}`;
                  move(option, place + 1);
                }}
              >
                ↓
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={t('leaveOut', { option: options[option] ?? '' })}
                onClick={() => {
                  focus.current = `left${option}`;
                  setRanking(ranking.filter((one) => one !== option));
                }}
              >
                ×
              </Button>
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <fieldset className={styles.left} aria-label={t('notRanked')}>
          {left.map((option) => (
            <Button
              key={option}
              dir="auto"
              aria-label={t('rank', { option: options[option] ?? '', place: ranking.length + 1 })}
              data-focus={`left${option}`}
              onClick={() => {
                focus.current = `left${left.find((other) => other !== option)}`;
                setRanking([...ranking, option]);
              }}
            >
              {options[option]}
            </Button>
          ))}
        </fieldset>
      )}
      <Button type="submit" look="primary" disabled={ranking.length === 0}>
        {t('send')}
      </Button>
    </form>
  );
}
