'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import manage from '../../core/forms/manage.module.css';
import { useInvitations } from '../../core/invitations/use-invitations.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { InvitationList } from './invitation-list.tsx';
import { MailPart } from './mail-part.tsx';
import { NewInvitation } from './new-invitation.tsx';
import { VisibilityPart } from './visibility-part.tsx';

/** Settings for who may read, and invitations for participants. */
export function JoiningSection() {
  const t = useMessages('joining');
  const invitations = useInvitations();
  const isOpen = useIsDebateOpen();
  return (
    <>
      <VisibilityPart />
      <section className={manage.part}>
        <h3>{t('invitations')}</h3>
        <p className={manage.hint}>{isOpen ? t('invitationsText') : t('closed')}</p>
        <InvitationList invitations={invitations} editable />
      </section>
      {isOpen && <NewInvitation onMake={invitations.make} />}
      <MailPart invitations={invitations} isOpen={isOpen} />
    </>
  );
}
