import { MAIL_PACES, type MailChoice } from '../../domain/notifications/mail-times.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { FormButtons, FormHint, FormSection } from '../_ui/form-page/form-page.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { ZoneField } from './zone-field.tsx';

interface NoteMailSectionProps {
  readonly email: string | null;
  readonly choice: MailChoice;
  /** False if its time zone is the default. */
  readonly isZoneChosen: boolean;
  /** True if this server sends notifications by email. */
  readonly sends: boolean;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Settings for notifications by email. */
export function NotificationMailSection({ email, choice, isZoneChosen, sends }: NoteMailSectionProps) {
  const t = messages('inbox');
  const toInbox = (
    <p>
      <PageLink href="/inbox">{t('toInbox')}</PageLink>
    </p>
  );
  if (!sends || email === null)
    return (
      <FormSection title={t('mailTitle')}>
        <FormHint>{t(sends ? 'mailNoAddress' : 'mailNoServer')}</FormHint>
        {toInbox}
      </FormSection>
    );
  return (
    <FormSection title={t('mailTitle')}>
      <p>{t('mailText')}</p>
      <PageForm action="/api/account/notes">
        <Field label={t('pace')}>
          {(tie) => (
            <select {...tie} name="pace" defaultValue={choice.pace}>
              {MAIL_PACES.map((pace) => (
                <option key={pace} value={pace}>
                  {t('paceName', { pace })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('hour')}>
          {(tie) => (
            <select {...tie} name="hour" defaultValue={choice.hour}>
              {HOURS.map((hour) => (
                <option key={hour} value={hour}>
                  {clockTime(hour)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('zone')} hint={!isZoneChosen && t('zoneUnsaved', { time: clockTime(choice.hour) })}>
          {(tie) => (
            <ZoneField {...tie} zones={zonesWith(choice.zone)} zone={choice.zone} isChosen={isZoneChosen} />
          )}
        </Field>
        <FormButtons>
          <Button type="submit">{t('save')}</Button>
        </FormButtons>
      </PageForm>
      {toInbox}
    </FormSection>
  );
}

function clockTime(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** Returns the available time zones; the system's list lacks UTC and old names. */
function zonesWith(chosen: string): string[] {
  return [...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')])].sort();
}
