'use client';

import { claimNow } from '../../../domain/debate/merged.ts';
import type { DebateState } from '../../../domain/debate/state.ts';
import { useBoard } from '../store/board-context.tsx';
import { useViewPart } from '../view-provider.tsx';

/** What somebody else did with one's own claim since one was last here, as `what:claimId`; undefined: nothing new. */
export function useNewLineage(): string | undefined {
  const since = useViewPart((view) => view.since);
  const opened = useViewPart((view) => view.opened);
  return useBoard(({ replica: { view, participantId } }) => {
    if (since === null || participantId === null) return undefined;
    return newest(view, participantId, since).find(({ claimId }) => !opened.has(claimId))?.told;
  });
}

/** The newest first. Whoever has opened what a claim stands as now knows of it. */
function newest(view: DebateState, participantId: string, since: number) {
  const isOwn = (id: string) => view.claims.get(id)?.author === participantId;
  const isNews = ({ by, at }: { by: string; at: number }) => by !== participantId && at > since;
  const merges = [...view.merges.values()]
    .filter((merge) => isNews(merge) && isOwn(merge.id) && !view.splits.get(merge.id)?.joined)
    .map(({ id, at }) => ({ claimId: claimNow(view, id), at, told: `merged:${id}` }));
  const splits = [...view.splits.values()]
    .filter((split) => !split.joined && isNews(split) && isOwn(split.from))
    .map(({ from, at }) => ({ claimId: from, at, told: `split:${from}` }));
  return [...merges, ...splits].sort((a, b) => b.at - a.at);
}
