import type { AuthenticatorSetup } from '#server/auth/second-factor/authenticators.ts';
import { Button } from '../../_ui/button/button.tsx';
import { QrPicture } from '../../_ui/codes/qr-picture.tsx';
import { Field } from '../../_ui/field.tsx';
import { FormButtons, FormSection, Secret } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { RefusableInput } from '../../_ui/refused-field.tsx';
import { RelativeTime } from '../../_ui/time/relative-time.tsx';

interface AuthenticatorSectionProps {
  /** Time when the present app was set up, in milliseconds. */
  readonly since: number | null;
  /** The setup in progress. */
  readonly setup: AuthenticatorSetup | null;
}

/** The authenticator app: setup and removal. */
export function AuthenticatorSection({ since, setup }: AuthenticatorSectionProps) {
  const t = messages('secondFactor');
  return (
    <FormSection title={t('app')}>
      {since !== null && (
        <>
          <p>
            {t('appSince')} <RelativeTime at={since} />
          </p>
          <Remove label={t('appRemove')} />
        </>
      )}
      {since === null && setup === null && (
        <>
          <p>{t('appText')}</p>
          <PageForm action="/api/account/authenticator">
            <FormButtons>
              <Button type="submit">{t('appBegin')}</Button>
            </FormButtons>
          </PageForm>
        </>
      )}
      {since === null && setup !== null && <Setup setup={setup} />}
    </FormSection>
  );
}

function Setup({ setup: { secret, uri } }: { setup: AuthenticatorSetup }) {
  const t = messages('secondFactor');
  return (
    <>
      <p>{t('appScan')}</p>
      <QrPicture text={uri} label={t('appPicture')} />
      <p>{t('appType')}</p>
      <Secret>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</Secret>
      <PageForm action="/api/account/authenticator/confirm">
        <Field label={t('appCode')}>
          {(tie) => (
            <RefusableInput
              {...tie}
              about="code"
              name="code"
              required
              dir="ltr"
              inputMode="numeric"
              maxLength={10}
              autoComplete="one-time-code"
            />
          )}
        </Field>
        <FormButtons>
          <Button look="primary" type="submit">
            {t('appConfirm')}
          </Button>
        </FormButtons>
      </PageForm>
      <Remove label={t('appCancel')} />
    </>
  );
}

function Remove({ label }: { label: string }) {
  return (
    <PageForm action="/api/account/authenticator/remove">
      <FormButtons>
        <Button type="submit">{label}</Button>
      </FormButtons>
    </PageForm>
  );
}
