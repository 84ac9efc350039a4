'use client';

import { claimsBy, commentsBy } from '#domain/debate/contributions/contributions.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { bearingOf } from '#domain/debate/map/link.ts';
import { parentLinkOf } from '#domain/debate/map/tree.ts';
import { authorRecord } from '#domain/debate/moderation/author-records.ts';
import { Note } from '../../_ui/layout/note.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RelativeTime } from '../../_ui/time/relative-time.tsx';
import { excerpt } from '../core/claims/excerpt.ts';
import { type ReadTarget, useReadTarget } from '../core/claims/use-target.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { hasSameItems } from '../core/store/has-same-items.ts';
import { useReadOut } from '../core/writing/use-read-out.ts';

/** Number of characters of what a contribution replies to. */
const SHOWN = 120;

/**
 * Context of a claim or comment: what it replies to, its position, when it was added, and how its author's other contributions were
 * treated.
 */
export function ContributionContext({ id }: { id: string }) {
  const t = useMessages('moderation');
  const readOut = useReadOut();
  const readTarget = useReadTarget();
  // Many are listed, and the debate changes with every key that anyone types.
  const context = useBoard(({ replica }) => contextOf(replica.view, id, readOut, readTarget), isSameContext);
  if (!context) return null;
  const { how, text, position, at, record } = context;
  return (
    <Note as="div">
      <p dir="auto">{t(`answers.${how}`, { text: excerpt(text, SHOWN) })}</p>
      <p>
        {position !== undefined && `${t('forPosition', { position })} · `}
        <RelativeTime at={at} />
        {record && ` · ${t('record', record)}`}
      </p>
    </Note>
  );
}

function contextOf(view: DebateState, id: string, readOut: (text: string) => string, readTarget: ReadTarget) {
  const comment = view.comments.get(id);
  if (comment) {
    const reply = comment.replyTo === null ? undefined : view.comments.get(comment.replyTo);
    const how = reply ? ('reply' as const) : ('comment' as const);
    const text = reply ? readOut(reply.text) : readTarget(view, comment.on);
    return { how, text, position: undefined, at: comment.at, record: recordOf(view, comment.author) };
  }
  const claim = view.claims.get(id);
  const link = claim && parentLinkOf(view, id);
  if (!claim || !link) return null;
  const how = bearingOf(link);
  const position = view.positions.get(claim.positionId ?? '')?.name;
  const text = readTarget(view, link.target);
  return { how, text, position, at: claim.at, record: recordOf(view, claim.author) };
}

type Context = ReturnType<typeof contextOf>;

function isSameContext(before: Context, now: Context): boolean {
  const isSameRecord = hasSameItems(Object.values(before?.record ?? {}), Object.values(now?.record ?? {}));
  return (
    isSameRecord &&
    before?.how === now?.how &&
    before?.text === now?.text &&
    before?.position === now?.position &&
    before?.at === now?.at
  );
}

/** Returns how many contributions an author made here, and how many of them moderators hid, returned or hold; `null` if anonymous. */
function recordOf(view: DebateState, author: string) {
  if (author === '') return null;
  const { hidden, sent_back: returned, pending_approval: waiting } = authorRecord(view, author);
  return { all: claimsBy(view, author).size + commentsBy(view, author).size, hidden, returned, waiting };
}
