'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useActor } from '../../core/claims/use-claim.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { Choice } from '../../core/forms/choice.tsx';
import manage from '../../core/forms/manage.module.css';
import { useInvitations } from '../../core/invitations/use-invitations.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { InvitationList } from './invitation-list.tsx';
import { MailPart } from './mail-part.tsx';
import { NewInvitation } from './new-invitation.tsx';

/** Settings for who may read, and invitations for participants. */
export function JoiningSection() {
  const t = useMessages('joining');
  const invitations = useInvitations();
  const isOpen = useBoard(({ replica }) => replica.view.head?.status === 'open');
  return (
    <>
      <Reading />
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

function Reading() {
  const t = useMessages('joining');
  const visibility = useBoard(({ replica }) => replica.view.head?.visibility);
  const isOwner = useActor()?.role === 'owner';
  const { ask, refusal } = useAsk();
  if (!visibility) return null;
  return (
    <section className={manage.part}>
      <h3>{t('reading')}</h3>
      {isOwner ? (
        <Choice
          label={t('visibility')}
          hint={t('privateWarning')}
          chosen={visibility}
          options={[
            ['public', t('public')],
            ['unlisted', t('unlisted')],
            ['private', t('private')],
          ]}
          onChoose={(chosen) => ask({ type: 'debate.setVisibility', visibility: chosen })}
        />
      ) : (
        <p>
          {t(visibility)}. <span className={manage.hint}>{t('ownerOnly')}</span>
        </p>
      )}
      <RejectionNote rejection={refusal} />
    </section>
  );
}
