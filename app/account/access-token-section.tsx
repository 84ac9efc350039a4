import { LIMITS } from '../../domain/debate/engine/limits.ts';
import type { AccountFacts } from '../../server/auth/people/people.ts';
import { type ListedToken, TOKEN_DAYS } from '../../server/auth/sign-in/access-tokens.ts';
import { SCOPES } from '../../server/auth/sign-in/scopes.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { FormButtons, FormHint, FormSection } from '../_ui/form-page/form-page.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { Note } from '../_ui/layout/note.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { RefusableInput } from '../_ui/refused-field.tsx';
import { LastUsed } from './last-used.tsx';
import { Proof } from './proof.tsx';
import styles from './rows.module.css';

interface AccessTokenSectionProps {
  readonly person: SignedIn;
  readonly account: AccountFacts;
  readonly tokens: readonly ListedToken[];
}

/** Access tokens for the person's programs. */
export function AccessTokenSection({ person, account, tokens }: AccessTokenSectionProps) {
  const t = messages('account');
  return (
    <FormSection title={t('tokens')}>
      <FormHint>{t(person.kind === 'guest' ? 'tokensGuest' : 'tokensText')}</FormHint>
      {tokens.length > 0 && (
        <ul className={styles.rows}>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      {person.kind === 'account' && <NewToken person={person} account={account} />}
    </FormSection>
  );
}

function TokenRow({ token: { id, name, scopes, usedAt, expiresAt } }: { token: ListedToken }) {
  const t = messages('account');
  const until = new Date(expiresAt).toISOString().slice(0, 10);
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name} dir="auto">
          {name}
        </p>
        <Note>
          {scopes.join(', ')} · {t('expires')} <time dateTime={until}>{until}</time> ·{' '}
          <LastUsed at={usedAt} />
        </Note>
      </div>
      <PageForm action="/api/account/end" hidden={{ id }}>
        <Button size="small" type="submit" aria-label={t('revokeLabel', { name })}>
          {t('revoke')}
        </Button>
      </PageForm>
    </li>
  );
}

function NewToken({ person, account }: Pick<AccessTokenSectionProps, 'person' | 'account'>) {
  const t = messages('account');
  return (
    <PageForm action="/api/account/tokens">
      <Field label={t('tokenName')}>
        {(tie) => (
          <RefusableInput
            {...tie}
            about="name"
            name="name"
            required
            dir="auto"
            maxLength={LIMITS.nameCharacters}
          />
        )}
      </Field>
      <fieldset className={styles.choices}>
        <legend>{t('scopes')}</legend>
        {SCOPES.map((scope) => (
          <label key={scope}>
            <input type="checkbox" name={`scope-${scope}`} defaultChecked={scope === 'read'} />
            {t('scope', { scope })}
          </label>
        ))}
      </fieldset>
      <Field label={t('days')}>
        {(tie) => (
          <select {...tie} name="days" defaultValue={30}>
            {TOKEN_DAYS.map((days) => (
              <option key={days} value={days}>
                {t('daysChoice', { days })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Proof person={person} account={account} returnTo="/account" />
      <FormButtons>
        <Button type="submit">{t('makeToken')}</Button>
      </FormButtons>
    </PageForm>
  );
}
