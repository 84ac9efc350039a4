'use client';

import { useId, useState } from 'react';
import { useFormatter } from 'use-intl/react';
import { Button } from '#app/_ui/button/button.tsx';
import { QrCode } from '#app/_ui/codes/qr-code.tsx';
import { copyText } from '#app/_ui/copy-text.ts';
import field from '#app/_ui/field.module.css';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { readerZone } from '#app/_ui/time/reader-zone.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { formatRoomCode } from '#domain/debate/participants/room-code.ts';
import type { Invitation } from '#domain/protocol/route-answers.ts';
import styles from './joining.module.css';

interface InvitationCardProps {
  readonly invitation: Invitation;
  /** True if its code is the one that the stage shows, and cards are printed with: of an open debate only. */
  readonly isOnStage: boolean;
  /** Renews or revokes it; `null` if it can only be shared. */
  readonly onChange: ((action: 'renew' | 'revoke') => void) | null;
}

/** An invitation to show, copy and scan, and to renew or revoke. */
export function InvitationCard({ invitation, isOnStage, onChange }: InvitationCardProps) {
  const t = useMessages('joining');
  const controls = useMessages('controls');
  const format = useFormatter();
  const headingId = useId();
  const { kind, role, token, limit, uses, expiresAt } = invitation;
  const [isScanned, setScanned] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);
  const { origin, host } = window.location;
  const address = `${origin}/join/${token}`;
  return (
    <li className={styles.card} aria-labelledby={headingId}>
      <h4 id={headingId}>
        {t('kind', { kind })} <span className={styles.role}>{t('role', { role })}</span>
      </h4>
      {token !== null && kind === 'code' && (
        <p className={styles.code}>
          <strong>{formatRoomCode(token)}</strong>
          <span className={styles.address}>{t('codeAt', { address: `${host}/join` })}</span>
        </p>
      )}
      {token !== null && kind === 'link' && (
        <input
          className={field.input}
          readOnly
          aria-labelledby={headingId}
          value={address}
          onFocus={(event) => event.target.select()}
        />
      )}
      {isScanned && <QrCode text={address} label={t('qrLabel', { address })} />}
      <p className={styles.facts}>
        {t('holds', { uses, limit: limit ?? 'none' })},{' '}
        {expiresAt === null
          ? t('forever')
          : t('until', {
              date: format.dateTime(expiresAt, {
                dateStyle: 'medium',
                timeStyle: 'short',
                timeZone: readerZone(),
              }),
            })}
      </p>
      {isOnStage && <p className={styles.facts}>{t('onStage')}</p>}
      <VisuallyHidden>
        <span role="status">{copied && controls('copied')}</span>
      </VisuallyHidden>
      {copied === false && (
        <p role="alert" className={styles.email}>
          {t('copyManual', { link: address })}
        </p>
      )}
      <div className={styles.acts}>
        {token !== null && (
          <>
            <Button size="small" onClick={async () => setCopied(await copyText(address))}>
              {copied ? controls('copied') : t('copyLink')}
            </Button>
            <Button size="small" aria-pressed={isScanned} onClick={() => setScanned(!isScanned)}>
              {t('showQr')}
            </Button>
          </>
        )}
        {onChange && (
          <>
            {token !== null && (
              <Button size="small" look="quiet" title={t('renewHint')} onClick={() => onChange('renew')}>
                {t('renew')}
              </Button>
            )}
            <Button size="small" look="quiet" onClick={() => onChange('revoke')}>
              {t('revoke')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
