'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isForRoom, roomInvitation } from '#domain/debate/participants/room-code.ts';
import { InvitationErrorNote } from '../../core/invitations/invitation-error-note.tsx';
import type { useInvitations } from '../../core/invitations/use-invitations.ts';
import { InvitationCard } from './invitation-card.tsx';
import styles from './joining.module.css';

interface InvitationListProps {
  readonly invitations: ReturnType<typeof useInvitations>;
  readonly editable: boolean;
}

/** The valid invitations. */
export function InvitationList({ invitations, editable }: InvitationListProps) {
  const t = useMessages('joining');
  const { listed, problem, change } = invitations;
  // A list to share is shown to a room: it has no invitation that makes a moderator.
  const list = listed?.invitations.filter((one) => editable || isForRoom(one)) ?? null;
  const onStage = roomInvitation(list ?? []);
  return (
    <>
      <InvitationErrorNote problem={problem} />
      {list === null && problem === null && <p role="status">{t('loading')}</p>}
      {list && list.length > 0 && (
        <ul className={styles.cards}>
          {list.map((invitation) => (
            <InvitationCard
              key={invitation.id}
              invitation={invitation}
              isOnStage={invitation === onStage}
              onChange={editable ? (action) => void change(invitation.id, action) : null}
            />
          ))}
        </ul>
      )}
      {list?.length === 0 && editable && <p className={styles.facts}>{t('none')}</p>}
    </>
  );
}
