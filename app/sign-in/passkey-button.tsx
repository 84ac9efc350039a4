'use client';

import { useState } from 'react';
import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormNote } from '../_ui/form-page/form-page.tsx';
import { callRoute } from '../_ui/requests/call-route.ts';
import { useHydrated } from '../_ui/use-hydrated.ts';

interface PasskeyButtonProps {
  readonly label: string;
  /** Text for a failure. */
  readonly failed: string;
  /** The page to continue to. */
  readonly returnTo: string;
  /** True if any passkey of this site will do, not only those of the person signed in. */
  readonly anyone?: boolean;
}

/** Signs in, or reauthenticates, with a passkey. Nothing if the browser can't offer one: without scripts, or on plain http. */
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
        <Button type="button" onClick={ask} unavailable={state === 'asking'}>
          {label}
        </Button>
      </FormButtons>
    </>
  );
}

/** Returns the page to continue to; `null` if it failed. */
async function signInByPasskey(returnTo: string, anyone: boolean): Promise<string | null> {
  const [{ startAuthentication }, asked] = await Promise.all([
    import('@simplewebauthn/browser'),
    callRoute('POST /api/sign-in/passkey/options', { body: anyone ? { anyone: 'yes' } : {} }),
  ]);
  if (asked === 'unreachable' || !asked.ok) return null;
  const response = JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(asked.options) }));
  const signedIn = await callRoute('POST /api/sign-in/passkey', { body: { returnTo, response } });
  return signedIn !== 'unreachable' && signedIn.ok ? signedIn.to : null;
}
