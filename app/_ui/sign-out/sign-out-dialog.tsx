'use client';

import { hasBegunForms } from '#app/_board/core/store/form-drafts.ts';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { Button } from '../button/button.tsx';
import { ButtonLink } from '../button/button-link.tsx';
import styles from '../dialogs/dialog.module.css';
import { Dialog } from '../dialogs/dialog.tsx';
import { useMessages } from '../messages/use-messages.ts';

export interface SignOutDialogProps {
  /** The number of their changes that exist only in this browser, by debate. */
  readonly unsent: ReadonlyMap<string, number>;
  /** The titles of those of these debates that this browser knows, by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** True if something begun in a form of another tab was not sent: it stays there. */
  readonly isBegunElsewhere: boolean;
  readonly isGuest: boolean;
  readonly onSignOut: () => void;
  readonly onClose: () => void;
}

/** Says what signing out ends: a guest can't return, and their unsent changes are lost; those of an account wait in this browser. */
export default function SignOutDialog({
  unsent,
  titles,
  isBegunElsewhere,
  isGuest,
  onSignOut,
  onClose,
}: SignOutDialogProps) {
  const t = useMessages('signOut');
  const controls = useMessages('controls');
  return (
    <Dialog title={t('title')} onClose={onClose}>
      {isGuest && (
        <p className={styles.text}>
          {t('guest')} <a href="/account">{t('account')}</a>
        </p>
      )}
      {[...unsent].map(([debateId, count]) => {
        const title = titles.get(debateId) ?? t('unknownTitle', { id: debateId });
        return (
          <div key={debateId} className={styles.row}>
            <p>
              <strong dir="auto">{title}</strong>
              <br />
              {t(isGuest ? 'unsentOfGuest' : 'unsent', { count })}
            </p>
            <ButtonLink href={debateAddress(debateId)} aria-label={t('openNamed', { count, title })}>
              {t('open', { count })}
            </ButtonLink>
          </div>
        );
      })}
      {hasBegunForms() && <p className={styles.text}>{t('words')}</p>}
      {isBegunElsewhere && (
        <p className={styles.text}>{t(isGuest ? 'wordsElsewhereOfGuest' : 'wordsElsewhere')}</p>
      )}
      <div className={styles.buttons}>
        <Button look="quiet" onClick={onClose}>
          {controls('cancel')}
        </Button>
        <Button look="primary" onClick={onSignOut}>
          {t(isGuest ? 'submitForGood' : 'submit')}
        </Button>
      </div>
    </Dialog>
  );
}
