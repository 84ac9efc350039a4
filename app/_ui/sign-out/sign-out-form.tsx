'use client';

import { type FormEvent, useRef, useState } from 'react';
import { unsentHere } from '../../_board/core/offline/outbox/outbox-storage.ts';
import { savedTitles } from '../../_board/core/offline/saved-summary.ts';
import { hasBegunElsewhere } from '../../_board/core/store/begun-elsewhere.ts';
import { hasBegunForms } from '../../_board/core/store/form-drafts.ts';
import { Button, type ButtonProps } from '../button/button.tsx';
import { lazyComponent } from '../lazy-component.ts';
import { useHydrated } from '../use-hydrated.ts';
import { forgetSignedOut } from './forget-signed-out.ts';
import type { SignOutDialogProps } from './sign-out-dialog.tsx';

const SignOutDialog = lazyComponent(() => import('./sign-out-dialog.tsx'));

interface SignOutFormProps {
  /** Route that ends this sign-in, or all. */
  readonly action: string;
  readonly label: string;
  /** True for a guest: nobody can sign in as this guest again. */
  readonly isGuest: boolean;
  /** True if the server may refuse it and ask for proof of identity first: the page after it forgets instead. */
  readonly needsProof?: boolean;
  /** Ids of the person in each of their debates. */
  readonly participantIds: readonly string[];
  readonly look?: ButtonProps['look'];
  readonly size?: ButtonProps['size'];
}

/**
 * Ends sign-ins. With scripts, it first says what would be lost or stay unsent, and this browser's tabs forget the debates they kept and
 * what was read in them before the page is left, unless the server may still refuse.
 */
export function SignOutForm({
  action,
  label,
  isGuest,
  needsProof = false,
  participantIds,
  look = 'quiet',
  size = 'small',
}: SignOutFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const isHydrated = useHydrated();
  const [lost, setLost] = useState<Pick<SignOutDialogProps, 'unsent' | 'titles' | 'isBegunElsewhere'> | null>(
    null,
  );
  const signOut = async () => {
    if (!needsProof) await forgetSignedOut();
    form.current?.submit();
  };
  const askFirst = async (event: FormEvent) => {
    event.preventDefault();
    const [unsent, titles, isBegunElsewhere] = await Promise.all([
      unsentHere(participantIds).catch(() => new Map<string, number>()),
      savedTitles().catch(() => new Map<string, string>()),
      hasBegunElsewhere(),
    ]);
    if (isGuest || unsent.size > 0 || hasBegunForms() || isBegunElsewhere)
      setLost({ unsent, titles, isBegunElsewhere });
    else await signOut();
  };
  return (
    <>
      <form
        method="post"
        action={action}
        ref={form}
        data-asks={isHydrated ? '' : undefined}
        onSubmit={askFirst}
      >
        <Button look={look} size={size} type="submit">
          {label}
        </Button>
      </form>
      {lost && (
        <SignOutDialog {...lost} isGuest={isGuest} onSignOut={signOut} onClose={() => setLost(null)} />
      )}
    </>
  );
}
