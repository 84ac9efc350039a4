'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { CodeField } from '../../_ui/form-page/code-field.tsx';
import { FormButtons, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { callRoute } from '../../_ui/requests/call-route.ts';

/** A code from the page's address and the person it signs in; no name if the server knows none. */
interface BroughtCode {
  readonly code: string;
  readonly name: string | null;
}

interface DeviceFormProps {
  /** Label of the link back. */
  readonly back: string;
  /** The form's result. */
  readonly children: ReactNode;
}

/**
 * Takes a code from another device: typed, or from the fragment of the address in the QR code. Browsers don't send the fragment to
 * the server, so the code is in no log and no `Referer`; the form removes it from the address at once.
 */
export function DeviceForm({ back, children }: DeviceFormProps) {
  const t = useMessages('deviceCode');
  const [brought, setBrought] = useState<BroughtCode | null>(null);
  useEffect(() => {
    const take = async () => {
      const code = takeFromAddress();
      if (code === '') return;
      const answer = await callRoute('POST /api/sign-in/device/name', { body: { code } });
      setBrought({ code, name: answer !== 'unreachable' && answer.ok ? answer.name : null });
    };
    const onChange = () => void take();
    onChange();
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  const { code = '', name = null } = brought ?? {};
  return (
    <FormPage
      title={t('title')}
      lead={name === null ? t('text') : t('as', { name })}
      back={{ href: '/sign-in', label: back }}
    >
      {children}
      <FormSection>
        <PageForm action="/api/sign-in/device">
          <CodeField key={code} label={t('code')} known={code} />
          <FormButtons>
            <Button look="primary" type="submit">
              {name === null ? t('go') : t('goAs', { name })}
            </Button>
          </FormButtons>
        </PageForm>
      </FormSection>
    </FormPage>
  );
}

/** Removes the code from this page's address and history entry, and returns it; empty if there is none. */
function takeFromAddress(): string {
  const { hash, pathname } = window.location;
  const code = new URLSearchParams(hash.slice(1)).get('code') ?? '';
  if (code !== '') window.history.replaceState(null, '', pathname);
  return code.slice(0, 20);
}
