'use client';

import { useRef } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isForRoom, roomInvitation } from '#domain/debate/participants/room-code.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { MakeCodeButton } from '../../core/invitations/make-code-button.tsx';
import type { useInvitations, WantedInvitation } from '../../core/invitations/use-invitations.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { InvitationCard } from './invitation-card.tsx';
import styles from './joining.module.css';

interface InvitationListProps {
  readonly invitations: ReturnType<typeof useInvitations>;
  readonly editable: boolean;
}

/** The valid invitations. */
export function InvitationList({ invitations, editable }: InvitationListProps) {
  const t = useMessages('joining');
  const { listed, problem, change, make } = invitations;
  const isOpen = useIsDebateOpen();
  const cards = useRef<HTMLUListElement>(null);
  // A list to share is shown to a room: it has no invitation that makes a moderator.
  const list = listed?.invitations.filter((one) => editable || isForRoom(one)) ?? null;
  const onStage = roomInvitation(list ?? []);
  const making = useFocusAfterAct(cards, onStage?.id);
  const makeCode = (wanted: WantedInvitation) => {
    making();
    return make(wanted);
  };
  return (
    <>
      <RejectionNote rejection={problem} />
      {list === null && problem === null && <p role="status">{t('loading')}</p>}
      {list && list.length > 0 && (
        <ul ref={cards} tabIndex={-1} className={styles.cards}>
          {list.map((invitation) => (
            <InvitationCard
              key={invitation.id}
              invitation={invitation}
              isOnStage={isOpen && invitation === onStage}
              onChange={editable ? (action) => void change(invitation.id, action) : null}
            />
          ))}
        </ul>
      )}
      {list?.length === 0 && editable && <p className={styles.facts}>{t('none')}</p>}
      {list && !onStage && !editable && isOpen && <MakeCodeButton onMake={makeCode} />}
    </>
  );
}
