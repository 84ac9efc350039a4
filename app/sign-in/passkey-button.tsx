'use client';

import { useState } from 'react';
import { useHydrated } from '../_board/use-hydrated.ts';
import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormNote } from '../_ui/form-page/form-page.tsx';
import { postForm } from './post-form.ts';

interface PasskeyButtonProps {
  readonly label: string;
  /** What is said when it did not work. */
  readonly failed: string;
  /** The page to go on to. */
  readonly returnTo: string;
  /** Any passkey of this site will do, not only those of who is signed in. */
  readonly anyone?: boolean;
}

/** Signs in, or proves who one is, by a passkey. Nothing where the browser has none to offer: without scripts, or on plain http. */
export function PasskeyButton({ label, failed, returnTo, anyone = false }: PasskeyButtonProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  if (!useHydrated() || !('PublicKeyCredential' in window)) return null;
  const ask = async () => {
    setState('asking');
    const to = await signInByPasskey(returnTo, anyone).catch(() => null);
    if (to === null) setState('failed');
    else window.location.assign(to);
  };
  return (
    <>
      {state === 'failed' && <FormNote look="refused">{failed}</FormNote>}
      <FormButtons>
        <Button type="button" onClick={ask} disabled={state === 'asking'}>
          {label}
        </Button>
      </FormButtons>
    </>
  );
}

/** Where to go on to; null where it did not work. */
async function signInByPasskey(returnTo: string, anyone: boolean): Promise<string | null> {
  const [{ startAuthentication }, asked] = await Promise.all([
    import('@simplewebauthn/browser'),
    postForm('/api/sign-in/passkey/options', anyone ? { anyone: 'yes' } : {}),
  ]);
  if (!asked.options) return null;
  const answer = await startAuthentication({ optionsJSON: JSON.parse(asked.options) });
  return (await postForm('/api/sign-in/passkey', { returnTo, response: JSON.stringify(answer) })).to ?? null;
}
