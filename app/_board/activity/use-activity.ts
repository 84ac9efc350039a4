'use client';

import { useEffect, useState } from 'react';
import type { ActivityItem, ActivityKind } from '../../../domain/history/activity.ts';
import { useBoard } from '../store/board-context.tsx';

/** What of the activity is wanted; null: all of it. */
export interface ActivityWish {
  readonly kind: ActivityKind | null;
  readonly by: string | null;
  readonly branch: string | null;
}

interface Page {
  readonly happenings: readonly ActivityItem[];
  /** Where the next begins; null: there is none. */
  readonly next: number | null;
}

/** Milliseconds the debate has to be still before what is new is fetched: typing is many entries. */
const SETTLES = 400;

/** What happened, the newest first, fetched anew when something happens; `more` fetches what was before. */
export function useActivity(wish: ActivityWish) {
  const debateId = useBoard((state) => state.debateId);
  const seq = useBoard(({ replica }) => replica.confirmed.seq);
  const [page, setPage] = useState<Page & { of: ActivityWish | null }>({
    happenings: [],
    next: null,
    of: null,
  });
  const [state, setState] = useState<'fetching' | 'there' | 'failed'>('fetching');
  const isOther = page.of !== wish;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number is what it is fetched anew for.
  useEffect(() => {
    let isWanted = true;
    if (isOther) setState('fetching');
    const look = () =>
      fetchPage(debateId, wish, null).then(
        (newest) => {
          if (!isWanted) return;
          setPage((before) => ({ ...(before.of === wish ? continued(newest, before) : newest), of: wish }));
          setState('there');
        },
        () => isWanted && setState('failed'),
      );
    const timer = window.setTimeout(look, isOther ? 0 : SETTLES);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [debateId, wish, seq]);
  const { next } = page;
  const more = () => {
    setState('fetching');
    fetchPage(debateId, wish, next).then(
      (older) => {
        setPage((before) => {
          if (before.of !== wish || before.next !== next) return before;
          return { happenings: [...before.happenings, ...older.happenings], next: older.next, of: wish };
        });
        setState('there');
      },
      () => setState('failed'),
    );
  };
  return { happenings: page.happenings, more: next === null ? null : more, state };
}

/** What is known with the newest before it; where there is a gap between them, the newest alone. */
function continued(newest: Page, known: Page): Page {
  const last = newest.happenings.at(-1);
  const from = known.happenings.findIndex((one) => last && keyOf(one) === keyOf(last));
  if (from === -1) return newest;
  return { happenings: [...newest.happenings, ...known.happenings.slice(from + 1)], next: known.next };
}

/** What tells two of them apart. */
export function keyOf({ at, by, what, on, other }: ActivityItem): string {
  return [at, by, what, on, other].join(' ');
}

async function fetchPage(debateId: string, wish: ActivityWish, before: number | null): Promise<Page> {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...wish, before }))
    if (value !== null) asked.set(name, `${value}`);
  const answer = await fetch(`/api/debates/${encodeURIComponent(debateId)}/activity?${asked}`);
  if (!answer.ok) throw new Error(`The activity was answered with ${answer.status}`);
  return answer.json();
}
