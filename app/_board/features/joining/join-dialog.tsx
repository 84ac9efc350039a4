'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Field } from '#app/_ui/field.tsx';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Failure, signInAsGuest } from '#app/_ui/requests/call-route.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useNames } from '../../core/people/use-called.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import styles from './join-dialog.module.css';

/** Milliseconds within which a debate open to guests, if connected, has accepted one. */
const JOINED_WITHIN = 10_000;

interface JoinDialogProps {
  readonly onSignedIn: () => void;
  readonly onClose: () => void;
}

/** Asks for a name. Stays open until the debate knows its new participant. */
export default function JoinDialog({ onSignedIn, onClose }: JoinDialogProps) {
  const t = useMessages('board');
  const controls = useMessages('controls');
  const needsAccount = useBoard(({ replica }) => replica.view.head?.settings.accounts === true);
  const names = useNames();
  const store = useBoardStore();
  const [busy, setBusy] = useState(false);
  const [isSignedIn, setIsSignedIn] = useState(false);
  const [problem, setProblem] = useState<Failure | 'slow' | null>(null);
  useEffect(() => {
    if (!isSignedIn) return;
    // The dialog closes when the debate has its new participant. If the debate accepts no guests, that never happens.
    const look = () => {
      // Not connected again yet: the debate can't have answered, and signing in once more would make another guest.
      const { kind } = store.state().connection;
      if (kind === 'connecting' || kind === 'reconnecting') return setProblem('slow');
      setIsSignedIn(false);
      setBusy(false);
      setProblem({ code: 'not_allowed' });
    };
    const timer = window.setInterval(look, JOINED_WITHIN);
    return () => window.clearInterval(timer);
  }, [isSignedIn, store]);

  const join = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (name === '') return setProblem({ code: 'text_empty' });
    setBusy(true);
    // The same refusal again is then spoken again.
    setProblem(null);
    const refusal = await signInAsGuest(name);
    if (refusal === null) {
      onSignedIn();
      return setIsSignedIn(true);
    }
    setBusy(false);
    setProblem(refusal);
  };

  if (needsAccount) return <AccountNeeded onClose={onClose} />;
  return (
    <Dialog title={t('joinTitle')} text={t('joinText', { names })} onClose={onClose}>
      <Stack as="form" gap={4} onSubmit={join}>
        <Field label={t('joinName')}>
          {(tie) => (
            <input
              {...tie}
              name="name"
              autoComplete="nickname"
              ref={focusOnMount}
              maxLength={LIMITS.nameCharacters}
            />
          )}
        </Field>
        <p>
          {t('joinAccount')} <a href={signInAddress()}>{t('joinSignIn')}</a>
        </p>
        {problem === 'slow' ? <p role="alert">{t('joinSlow')}</p> : <RejectionNote rejection={problem} />}
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" unavailable={busy}>
            {busy ? t('joining') : t('join')}
          </Button>
        </div>
      </Stack>
    </Dialog>
  );
}

/** Address at which to sign in and come back, to the open claim too. */
function signInAddress(): string {
  const { pathname, hash } = window.location;
  return `/sign-in?returnTo=${encodeURIComponent(`${pathname}${hash}`)}`;
}

/** Says that only people with an account can join, with a link to sign in. */
function AccountNeeded({ onClose }: { onClose: () => void }) {
  const t = useMessages('board');
  const controls = useMessages('controls');
  return (
    <Dialog title={t('joinAccountTitle')} text={t('joinAccountNeeded')} onClose={onClose}>
      <div className={styles.buttons}>
        <Button look="quiet" onClick={onClose}>
          {controls('cancel')}
        </Button>
        <ButtonLink look="primary" href={signInAddress()}>
          {t('joinSignIn')}
        </ButtonLink>
      </div>
    </Dialog>
  );
}
