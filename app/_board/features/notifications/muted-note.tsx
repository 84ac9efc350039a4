'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { catchFocus } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { mutedBranchOf } from '#domain/unread/muted-branch.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useTextOf } from '../../core/claims/use-target.ts';
import noteStyles from '../../core/moderation/hidden-note.module.css';
import { useMuted } from '../../core/notifications/known-choices.ts';
import { useToggleMute } from '../../core/notifications/use-toggle-mute.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Shown in the panel of a claim or position that is in a branch the viewer muted: which one, with a way to unmute it. */
export function MutedNote({ id }: { id: string }) {
  const t = useMessages('notifications');
  const muted = useMuted(useBoard(({ debateId }) => debateId));
  const branch = useBoard(({ replica: { view, participantId } }) =>
    participantId === null ? null : mutedBranchOf(view, id, muted),
  );
  const text = useTextOf(branch);
  const toggleMute = useToggleMute();
  if (branch === null) return null;
  const unmute = async () => {
    await toggleMute(branch);
    catchFocus();
  };
  return (
    <div className={noteStyles.note} role="note" data-note="muted">
      <p dir="auto">{branch === id ? t('mutedHere') : t('mutedAbove', { text: excerpt(text, 120) })}</p>
      <Button size="small" onClick={unmute}>
        {t('unmute')}
      </Button>
    </div>
  );
}
