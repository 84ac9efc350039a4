'use client';

import { useEffect, useState } from 'react';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { callRoute } from '#app/_ui/requests/call-route.ts';
import type { Ballots } from '#domain/debate/head/head.ts';
import { areTalliesHidden } from '#domain/debate/votes/ballots.ts';
import { askAfterChanges } from '../../core/following/ask-after-changes.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';

/** `rows`: the file has single votes; otherwise the reason why it has none. `unknown`: the server has not answered yet. */
type SingleVotes = 'rows' | 'unknown' | 'past' | 'voting' | 'few' | Exclude<Ballots, 'research'>;

/** States whether the tables of Polis have single votes now, or why not. */
export function PolisNote({ isPast }: { isPast: boolean }) {
  const t = useMessages('exporting');
  const store = useBoardStore();
  const debateId = useBoard((board) => board.debateId);
  const ballots = useBoard(({ replica }) => replica.view.head?.settings.ballots ?? 'open');
  const isVoting = useBoard(({ replica }) => areTalliesHidden(replica.view));
  const asks = ballots === 'research' && !isVoting && !isPast;
  const [said, setSaid] = useState<'rows' | 'few' | 'unknown'>('unknown');
  useEffect(() => {
    if (!asks) return;
    return askAfterChanges(store, {
      waitFor: () => null,
      ask: async (isOver) => {
        const answer = await callRoute('GET /api/debates/[id]/opinions', { params: { id: debateId } });
        if (isOver() || answer === 'unreachable' || !answer.ok) return false;
        setSaid(answer.opinions.kind === 'kept' ? 'few' : 'rows');
        return true;
      },
    });
  }, [asks, debateId, store]);
  const votes: SingleVotes = ballots !== 'research' ? ballots : isPast ? 'past' : isVoting ? 'voting' : said;
  return <Note role="status">{t(`singleVotes.${votes}`)}</Note>;
}
