'use client';

import { useRef, useState } from 'react';
import { formatRoomCode, roomInvitation } from '#domain/debate/participants/room-code.ts';
import { Button } from '../../_ui/button/button.tsx';
import { copyText } from '../../_ui/copy-text.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useReaderTime } from '../../_ui/time/use-reader-time.ts';
import { useAnnounce } from '../core/announcing/announce-context.tsx';
import { RejectionNote } from '../core/commands/rejection-note.tsx';
import { useFocusAfterAct } from '../core/focus/use-focus-after-act.ts';
import { MakeCodeButton } from '../core/invitations/make-code-button.tsx';
import { useInvitations, type WantedInvitation } from '../core/invitations/use-invitations.ts';
import { useBoard } from '../core/store/board-context.tsx';
import styles from './header.module.css';

/** Shown to moderators above a debate that is still empty: the ways to invite others, each one press away. */
export default function InviteStrip({ onShare }: { onShare: () => void }) {
  const t = useMessages('joining');
  const { day } = useReaderTime();
  const controls = useMessages('controls');
  const announce = useAnnounce();
  const isPrivate = useBoard(({ replica }) => replica.view.head?.visibility === 'private');
  const { listed, problem, make } = useInvitations();
  const [copied, setCopied] = useState<boolean | null>(null);
  const { origin, host, pathname } = window.location;
  const link = `${origin}${pathname}`;
  const invitation = listed && roomInvitation(listed.invitations);
  const code = invitation?.token ?? null;
  const shownCode = useRef<HTMLParagraphElement>(null);
  const making = useFocusAfterAct(shownCode, code);
  const copy = async () => {
    const isCopied = await copyText(link);
    setCopied(isCopied);
    if (isCopied) announce(controls('copied'));
  };
  const makeCode = (wanted: WantedInvitation) => {
    making();
    return make(wanted);
  };
  return (
    <section className={styles.invite} aria-label={t('invite')}>
      <p>
        <strong>{t('invite')}</strong> {t('inviteText')}
      </p>
      {invitation && code ? (
        <p ref={shownCode} tabIndex={-1} className={styles.inviteCode}>
          {t('inviteCode', { address: `${host}/join` })} <strong>{formatRoomCode(code)}</strong>{' '}
          {t('inviteFor', {
            role: invitation.role,
            date: invitation.expiresAt === null ? 'never' : day(invitation.expiresAt),
          })}
        </p>
      ) : (
        <MakeCodeButton onMake={makeCode} />
      )}
      {!isPrivate && (
        <Button size="small" onClick={copy}>
          {copied ? controls('copied') : t('copyLink')}
        </Button>
      )}
      <Button size="small" onClick={onShare}>
        {t('showQr')}
      </Button>
      {copied === false && <p role="alert">{t('copyManual', { link })}</p>}
      <RejectionNote rejection={problem} />
    </section>
  );
}
