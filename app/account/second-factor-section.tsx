import type { FactorFacts } from '../../server/auth/second-factor/second-factors.ts';
import { FormButtons, FormSection } from '../_ui/form-page/form-page.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** Setting for a second factor at sign-in, with a link to change it. */
export function SecondFactorSection({ authenticatorSince, passkeys, recoveryCodes }: FactorFacts) {
  const t = messages('secondFactor');
  const isOn = authenticatorSince !== null || passkeys.length > 0;
  return (
    <FormSection title={t('title')}>
      <p>{isOn ? t('on', { passkeys: passkeys.length, codes: recoveryCodes }) : t('off')}</p>
      <FormButtons>
        <PageLink look="plain" href="/account/second-factor">
          {t(isOn ? 'change' : 'setUp')}
        </PageLink>
      </FormButtons>
    </FormSection>
  );
}
