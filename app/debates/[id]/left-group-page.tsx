import type { ReactNode } from 'react';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { debateAddress } from '../../_ui/links/debate-address.ts';
import { messages } from '../../_ui/messages/messages.ts';
import { Shell } from '../../_ui/shell/shell.tsx';
import styles from '../../notice.module.css';

/** Shown to a person who was moved out of a small group: the way back to its main debate. */
export function LeftGroupPage({ plenary, children }: { plenary: string; children?: ReactNode }) {
  const t = messages('groups');
  return (
    <Shell title={t('leftTitle')}>
      <p className={styles.text}>{t('leftText')}</p>
      {children}
      <p className={styles.ways}>
        <ButtonLink href={debateAddress(plenary)}>{t('back')}</ButtonLink>
      </p>
    </Shell>
  );
}
