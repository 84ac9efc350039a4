'use client';

import { useState } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { copyText } from '../../_ui/copy-text.ts';
import { Dialog } from '../../_ui/dialog.tsx';
import field from '../../_ui/field.module.css';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './header.module.css';

/** The debate's link, to copy: by a button where the browser lets it, by hand where not. */
export default function ShareDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('board');
  const controls = useMessages('controls');
  const [copied, setCopied] = useState<boolean | null>(null);
  const link = `${window.location.origin}${window.location.pathname}`;
  return (
    <Dialog title={t('shareTitle')} text={t('shareText')} onClose={onClose}>
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
      <p role="status" className={styles.where}>
        {copied === false && t('shareManual')}
      </p>
    </Dialog>
  );
}
