'use client';

import { useEffect, useState } from 'react';
import { callRoute } from '#app/_ui/requests/call-route.ts';
import type { ActivityItem, ActivityKind } from '#domain/history/activity.ts';
import { askAfterChanges } from '../../core/following/ask-after-changes.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';

/** Filter of the activity; `null`: all of it. */
export interface ActivityFilter {
  readonly kind: ActivityKind | null;
  readonly by: string | null;
  readonly branch: string | null;
}

interface Page {
  readonly happenings: readonly ActivityItem[];
  /** Start of the next page; `null`: there is none. */
  readonly next: number | null;
}

/** The items that are listed, and for which filter; `null`: none yet. */
interface Listed extends Page {
  readonly of: ActivityFilter | null;
  /** Number of items above which the earliest are left out when new ones come: as many as the reader asked for, if that is more. */
  readonly most: number;
}

/** Number of items that are kept while new ones come. */
const MOST_KEPT = 300;

/** Milliseconds after a change until new items are fetched: typing makes many entries, and a busy room changes all the time. */
const SETTLES = 1_000;

/**
 * Returns the activity, newest first, fetched again when something happens; `more` fetches earlier items, and `again` what has failed
 * last.
 */
export function useActivity(wish: ActivityFilter) {
  const debateId = useBoard((state) => state.debateId);
  const store = useBoardStore();
  const [page, setPage] = useState<Listed>({ happenings: [], next: null, of: null, most: MOST_KEPT });
  const [isFetching, setFetching] = useState(true);
  const [failed, setFailed] = useState<'newest' | 'more' | null>(null);
  const [attempt, setAttempt] = useState(0);
  /** Ends a fetch. */
  const end = (failure: typeof failed) => {
    setFetching(false);
    setFailed(failure);
  };
  const isOther = page.of !== wish;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number triggers fetching again.
  useEffect(() => {
    setFetching(true);
    return askAfterChanges(store, {
      ask: async (isOver) => {
        const newest = await fetchPage(debateId, wish, null).catch(() => null);
        if (isOver()) return true;
        if (newest)
          setPage((before) =>
            before.of === wish ? continued(newest, before) : { ...newest, of: wish, most: MOST_KEPT },
          );
        end(newest ? null : 'newest');
        return true;
      },
      waitFor: (before, now) => (before.seq === now.seq ? null : SETTLES),
    });
  }, [store, debateId, wish, attempt]);
  const { next } = page;
  const more = () => {
    setFetching(true);
    fetchPage(debateId, wish, next).then(
      (older) => {
        setPage((before) => {
          if (before.of !== wish || before.next !== next) return before;
          const happenings = [...before.happenings, ...older.happenings];
          return { happenings, next: older.next, of: wish, most: Math.max(MOST_KEPT, happenings.length) };
        });
        end(null);
      },
      () => end('more'),
    );
  };
  const refresh = () => {
    setFetching(true);
    setAttempt(attempt + 1);
  };
  // The items of another filter stay until this one has an answer, or none.
  const isNone = isOther && failed !== null && !isFetching;
  return {
    happenings: isNone ? [] : page.happenings,
    more: next === null || isNone ? null : more,
    isFetching,
    failed,
    again: failed === 'more' ? more : refresh,
  };
}

/** Joins the newest page with what is known; if there is a gap between them, the newest page is left alone. */
function continued(newest: Page, known: Listed): Listed {
  const { of, most } = known;
  const last = newest.happenings.at(-1);
  const from = known.happenings.findIndex((one) => last && keyOf(one) === keyOf(last));
  if (from === -1) return { ...newest, of, most: MOST_KEPT };
  // Known items stay the same objects: their lines aren't drawn again.
  const same = new Map(known.happenings.slice(0, from + 1).map((one) => [keyOf(one), one]));
  const first = newest.happenings.map((one) => same.get(keyOf(one)) ?? one);
  const happenings = [...first, ...known.happenings.slice(from + 1)];
  return { ...shortened({ happenings, next: known.next }, most), of, most };
}

/** Leaves out the earliest items of a page, so that `most` stay and the next page begins with the first one left out. */
function shortened({ happenings, next }: Page, most: number): Page {
  // A page begins at a time: items of the same time stay together.
  let end = most;
  while (end > 0 && happenings[end]?.at === happenings[end - 1]?.at) end -= 1;
  const left = happenings[end];
  if (end === 0 || left === undefined) return { happenings, next };
  return { happenings: happenings.slice(0, end), next: left.at + 1 };
}

/** Returns a key that distinguishes two items. */
export function keyOf({ at, by, what, on, other }: ActivityItem): string {
  return [at, by, what, on, other].join(' ');
}

async function fetchPage(debateId: string, wish: ActivityFilter, before: number | null): Promise<Page> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...wish, before }))
    if (value !== null) query.set(name, `${value}`);
  const answer = await callRoute('GET /api/debates/[id]/activity', { params: { id: debateId }, query });
  if (answer === 'unreachable' || !answer.ok) throw new Error('The activity did not load');
  return answer;
}
