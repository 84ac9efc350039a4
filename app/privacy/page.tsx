import type { Metadata } from 'next';
import { parley } from '../../server/handle.ts';
import type { CookieSet, PrivacyFacts } from '../../server/services/privacy/privacy-facts.ts';
import { FormHint, FormPage, FormSection } from '../_ui/form-page/form-page.tsx';
import { Note } from '../_ui/layout/note.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { THEME_SECONDS, themeCookieName } from '../_ui/theme/toggle-theme.ts';
import { automaticDeletions } from './automatic-deletions.ts';
import styles from './privacy.module.css';
import { recipients } from './recipients.ts';

export function generateMetadata(): Metadata {
  return { title: messages('privacy')('title') };
}

/** Kinds of stored data, in the order in which people meet them. */
const KINDS = [
  'name',
  'account',
  'signIns',
  'secondFactors',
  'tokens',
  'links',
  'words',
  'votes',
  'decisions',
  'reports',
  'notes',
  'invitations',
] as const;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** List of the data this server stores about people, according to the code that stores it. */
export default async function PrivacyPage() {
  const t = messages('privacy');
  const site = messages('site');
  const { privacyFacts: facts } = parley();
  const deletions = automaticDeletions(facts, t);
  return (
    <FormPage title={t('title')} lead={t('lead')} back={{ href: '/', label: site('home') }} width="wide">
      <FormSection title={t('operator')}>
        <p className={styles.text}>
          {facts.operator === null ? t('operatorUnknown') : t('operatorKnown', { contact: facts.operator })}
        </p>
      </FormSection>
      <FormSection title={t('stored')}>
        <Stored facts={facts} />
      </FormSection>
      <FormSection title={t('passing')}>
        <p className={styles.text}>{t('passingText')}</p>
        {!facts.mails && <p className={styles.text}>{t('passingMails')}</p>}
      </FormSection>
      <FormSection title={t('cookies')}>
        <p className={styles.text}>{t('cookiesText')}</p>
        <Cookies cookies={facts.cookies} />
      </FormSection>
      <FormSection title={t('browser')}>
        <p className={styles.text}>{t('browserText')}</p>
      </FormSection>
      <FormSection title={t('others')}>
        <Texts texts={recipients(facts, t)} />
      </FormSection>
      <FormSection title={t('backups')}>
        <p className={styles.text}>
          {facts.backupDays === null ? t('backupsUnknown') : t('backupsKnown', { days: facts.backupDays })}
        </p>
      </FormSection>
      {deletions.length > 0 && (
        <FormSection title={t('ends')}>
          <Texts texts={deletions} />
        </FormSection>
      )}
      <FormSection title={t('yours')}>
        <p className={styles.text}>
          {t('yoursText')} <PageLink href="/account">{t('toAccount')}</PageLink>
        </p>
      </FormSection>
      <FormSection title={t('remains')}>
        <p className={styles.text}>{t('remainsName')}</p>
        <p className={styles.text}>{t('remainsWords')}</p>
        <p className={styles.text}>{t('remainsBrowsers')}</p>
        <p className={styles.text}>
          {t('remainsDebates', { days: facts.graceMilliseconds / (DAY * 1_000) })}
        </p>
      </FormSection>
    </FormPage>
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <p key={text} className={styles.text}>
      {text}
    </p>
  ));
}

function Stored({ facts }: { facts: PrivacyFacts }) {
  const t = messages('privacy');
  const times = {
    days: facts.signInSeconds / DAY,
    noteDays: facts.noteDays,
    invitationDays: facts.invitationDays,
    idleDays: facts.idleDays,
    hours: Math.ceil(facts.longestCodeSeconds / HOUR),
  };
  return (
    <dl className={styles.kinds}>
      {KINDS.map((kind) => (
        <div key={kind} className={styles.kind}>
          <dt>{t(`kept.${kind}.what`)}</dt>
          <dd>{t(`kept.${kind}.why`)}</dd>
          <Note as="dd">
            <span className={styles.label}>{t('howLong')}</span> {t(`kept.${kind}.long`, times)}
          </Note>
          <Note as="dd">
            <span className={styles.label}>{t('whoSees')}</span> {t(`kept.${kind}.who`)}
          </Note>
        </div>
      ))}
    </dl>
  );
}

function Cookies({ cookies }: { cookies: readonly CookieSet[] }) {
  const t = messages('privacy');
  const all = [
    ...cookies,
    { name: themeCookieName(parley().https), what: 'theme' as const, seconds: THEME_SECONDS },
  ];
  return (
    <ul className={styles.cookies}>
      {all.map(({ name, what, seconds }) => (
        <li key={name} className={styles.cookie}>
          <code>{name}</code>
          <span>
            {t(`cookieFor.${what}`)}
            <FormHint>
              {seconds < DAY
                ? t('lasts', { unit: 'minutes', count: seconds / MINUTE })
                : t('lasts', { unit: 'days', count: seconds / DAY })}
            </FormHint>
          </span>
        </li>
      ))}
    </ul>
  );
}
