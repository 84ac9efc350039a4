'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Field } from '../../_ui/field.tsx';
import formStyles from '../../_ui/form-page/form-page.module.css';
import { FormButtons, FormHint, FormNote } from '../../_ui/form-page/form-page.tsx';
import { callRoute } from '../../_ui/requests/call-route.ts';
import { useHydrated } from '../../_ui/use-hydrated.ts';

interface AddPasskeyProps {
  readonly label: string;
  readonly add: string;
  readonly failed: string;
  /** Text for a browser without passkeys. */
  readonly unavailable: string;
}

/** Creates a passkey in the browser, which only scripts can do. */
export function AddPasskey({ label, add, failed, unavailable }: AddPasskeyProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  if (!useHydrated() || !('PublicKeyCredential' in window)) return <FormHint>{unavailable}</FormHint>;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state === 'asking') return;
    const form = event.currentTarget;
    setState('asking');
    const made = await makePasskey().catch(() => null);
    // The page may be open for longer than a proof lasts.
    if (made === 'unproven') return window.location.assign(PROVE);
    if (made === null) return setState('failed');
    const { response } = form.elements as unknown as { response: HTMLInputElement };
    response.value = made.response;
    // As a plain form: the page that follows shows the recovery codes.
    form.submit();
  };
  return (
    <form className={formStyles.form} method="post" action="/api/account/passkeys" onSubmit={submit}>
      {state === 'failed' && <FormNote look="refused">{failed}</FormNote>}
      <input type="hidden" name="response" />
      <Field label={label}>
        {(tie) => <input {...tie} name="name" required dir="auto" maxLength={LIMITS.nameCharacters} />}
      </Field>
      <FormButtons>
        <Button type="submit" unavailable={state === 'asking'}>
          {add}
        </Button>
      </FormButtons>
    </form>
  );
}

/** The page that asks for a proof again, and leads back here. */
const PROVE = '/account/reauthenticate?returnTo=/account/second-factor';

/** Returns the browser's description of the new passkey, in JSON; or that the last proof is too old, or `null` if there is no answer. */
async function makePasskey(): Promise<{ readonly response: string } | 'unproven' | null> {
  const [{ startRegistration }, asked] = await Promise.all([
    import('@simplewebauthn/browser'),
    callRoute('POST /api/account/passkeys/options'),
  ]);
  if (asked === 'unreachable') return null;
  if (!asked.ok) return asked.rejection.code === 'reauthentication_required' ? 'unproven' : null;
  return { response: JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(asked.options) })) };
}
