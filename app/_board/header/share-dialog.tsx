'use client';

import { useState } from 'react';
import { readersByAddress } from '#domain/debate/head/readers.ts';
import { Button } from '../../_ui/button/button.tsx';
import { QrCode } from '../../_ui/codes/qr-code.tsx';
import { copyText } from '../../_ui/copy-text.ts';
import { Dialog } from '../../_ui/dialogs/dialog.tsx';
import field from '../../_ui/field.module.css';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { VisuallyHidden } from '../../_ui/visually-hidden.tsx';
import { useIsModerator } from '../core/claims/use-claim.ts';
import { useInvitations } from '../core/invitations/use-invitations.ts';
import { useIsDebateOpen } from '../core/status/use-is-debate-open.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { InvitationList } from '../features/invitations/invitation-list.tsx';
import styles from './header.module.css';

interface ShareDialogProps {
  readonly onClose: () => void;
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

/**
 * Dialog for sharing: the debate's link, to copy or to scan; for people who may invite, the invitations they have made; and the debate as
 * a file.
 */
export default function ShareDialog({ onClose, onExport, onPrint }: ShareDialogProps) {
  const t = useMessages('board');
  const controls = useMessages('controls');
  const exporting = useMessages('exporting');
  const joining = useMessages('joining');
  const isModerator = useIsModerator();
  const head = useBoard(({ replica }) => replica.view.head);
  const isOpen = useIsDebateOpen();
  const [copied, setCopied] = useState<boolean | null>(null);
  const guided = useMessages('guided');
  const [opensVoting, setOpensVoting] = useState(false);
  const link = `${window.location.origin}${window.location.pathname}${opensVoting ? '?vote' : ''}`;
  const reads = head ? readersByAddress(head) : 'none';
  return (
    <Dialog title={t('shareTitle')} text={t('shareText', { reads })} size="growing" onClose={onClose}>
      <div className={styles.shareRow}>
        <input
          className={field.input}
          readOnly
          aria-label={t('shareTitle')}
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <Button look="primary" onClick={async () => setCopied(await copyText(link))}>
          {controls(copied ? 'copied' : 'copy')}
        </Button>
      </div>
      {isOpen && (
        <label>
          <input
            type="checkbox"
            checked={opensVoting}
            onChange={({ target }) => {
              setOpensVoting(target.checked);
              setCopied(null);
            }}
          />{' '}
          {guided('shareToo')}
        </label>
      )}
      <p role="status" className={styles.where}>
        {copied === false && t('shareManual')}
        {copied && <VisuallyHidden>{controls('copied')}</VisuallyHidden>}
      </p>
      {reads !== 'private' && <QrCode text={link} label={joining('qrLabel', { address: link })} />}
      {isModerator && <OwnInvitations />}
      <div className={styles.takeAway}>
        <Button onClick={onExport}>{exporting('open')}</Button>
        <Button onClick={onPrint}>{exporting('print')}</Button>
      </div>
    </Dialog>
  );
}

function OwnInvitations() {
  return <InvitationList invitations={useInvitations()} editable={false} />;
}
