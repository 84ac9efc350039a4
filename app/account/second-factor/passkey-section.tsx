import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { ListedPasskey } from '#server/auth/second-factor/passkeys.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { FormButtons, FormHint, FormSection } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { Note } from '../../_ui/layout/note.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { RefusableInput } from '../../_ui/refused-field.tsx';
import { LastUsed } from '../last-used.tsx';
import styles from '../rows.module.css';
import { AddPasskey } from './add-passkey.tsx';

interface PasskeySectionProps {
  readonly passkeys: readonly ListedPasskey[];
  /** True if browsers offer passkeys at this address. */
  readonly isOffered: boolean;
}

/** A person's passkeys: added, renamed and removed. */
export function PasskeySection({ passkeys, isOffered }: PasskeySectionProps) {
  const t = messages('secondFactor');
  return (
    <FormSection title={t('passkeys')}>
      <FormHint>{t(isOffered ? 'passkeysText' : 'passkeysPlainHttp')}</FormHint>
      {passkeys.length > 0 && (
        <ul className={styles.rows}>
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {isOffered && (
        <AddPasskey
          label={t('passkeyName')}
          add={t('passkeyAdd')}
          failed={t('passkeyAddFailed')}
          unavailable={t('passkeyUnavailable')}
        />
      )}
    </FormSection>
  );
}

function PasskeyRow({ passkey: { id, name, usedAt } }: { passkey: ListedPasskey }) {
  const t = messages('secondFactor');
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name} dir="auto">
          {name}
        </p>
        <Note>
          <LastUsed at={usedAt} />
        </Note>
        <details>
          <summary aria-label={t('passkeyRenameOf', { name })}>{t('passkeyRename')}</summary>
          <PageForm action="/api/account/passkeys/rename" hidden={{ id }}>
            <Field label={t('passkeyName')}>
              {(tie) => (
                <RefusableInput
                  {...tie}
                  about="name"
                  name="name"
                  required
                  dir="auto"
                  defaultValue={name}
                  maxLength={LIMITS.nameCharacters}
                />
              )}
            </Field>
            <FormButtons>
              <Button size="small" type="submit">
                {t('passkeySave')}
              </Button>
            </FormButtons>
          </PageForm>
        </details>
      </div>
      <PageForm action="/api/account/passkeys/remove" hidden={{ id }}>
        <Button size="small" type="submit" aria-label={t('passkeyRemoveOf', { name })}>
          {t('passkeyRemove')}
        </Button>
      </PageForm>
    </li>
  );
}
