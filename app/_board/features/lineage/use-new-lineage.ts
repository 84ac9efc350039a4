'use client';

import type { DebateState } from '#domain/debate/engine/state.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns what others did with the viewer's claims since the last visit, as `what:claimId what:claimId`, newest first. */
export function useNewLineage(): string {
  return useBoard(({ replica: { view, participantId }, lastVisit }) =>
    lastVisit === null || participantId === null ? '' : newLineage(view, participantId, lastVisit).join(' '),
  );
}

function newLineage(view: DebateState, participantId: string, since: number): string[] {
  const isOwn = (id: string) => view.claims.get(id)?.author === participantId;
  // In an anonymous debate it may have been the viewer: nothing is said here, and the inbox has a notice if it was someone else.
  const isNews = ({ by, at }: { by: string; at: number }) => by !== '' && by !== participantId && at > since;
  const merged = [...view.merges.values()]
    .filter((merge) => isNews(merge) && isOwn(merge.id) && !view.splits.get(merge.id)?.joined)
    .map(({ id, at }) => ({ at, key: `merged:${id}` }));
  const split = [...view.splits.values()]
    .filter((one) => !one.joined && isNews(one) && isOwn(one.from))
    .map(({ from, at }) => ({ at, key: `split:${from}` }));
  return [...merged, ...split].sort((a, b) => b.at - a.at).map(({ key }) => key);
}
