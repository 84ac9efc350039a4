import type { Metadata } from 'next';
import { headers } from 'next/headers';
import {
  DEBATE_FORMATS,
  type DebateFormat,
  findDebateFormat,
  templateOfFormat,
} from '#domain/formats/template/library.ts';
import { plannedTime } from '#domain/formats/template/planned-minutes.ts';
import { parley } from '#server/handle.ts';
import { Row } from '../../_ui/layout/row.tsx';
import { PageLink } from '../../_ui/links/page-link.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { PageShell } from '../../_ui/shell/page-shell.tsx';
import { NotFoundNotice } from '../../not-found-notice.tsx';
import { PhaseStrip } from '../phase-strip.tsx';
import styles from './guide.module.css';
import { GuideSteps } from './guide-steps.tsx';
import { PrintButton } from './print-button.tsx';

interface GuidePageProps {
  readonly params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: GuidePageProps): Promise<Metadata> {
  const name = findDebateFormat((await params).name);
  return name === null ? {} : { title: templateOfFormat(name).title };
}

/** The facilitator's guide to a debate format; also made for print. */
export default async function GuidePage({ params }: GuidePageProps) {
  const name = findDebateFormat((await params).name);
  const { auth, debateStarts, answerNotFound } = parley();
  if (name === null) {
    answerNotFound();
    return <NotFoundNotice />;
  }
  const t = messages('guides');
  const site = messages('site');
  const templates = messages('templates');
  const template = templateOfFormat(name);
  const mayStart = (await debateStarts.problem(await auth.currentPerson(await headers()))) === null;
  const time = plannedTime(template.agenda);
  return (
    <PageShell
      className={styles.guide}
      kicker={t('kicker')}
      title={template.title}
      lead={template.about}
      back={{ href: '/#formats', label: site('home') }}
      width="medium"
    >
      <p className={styles.facts}>{t('facts', { people: t(`of.${name}.people`), minutes: time.minutes })}</p>
      <PhaseStrip
        agenda={template.agenda}
        label={templates('strip', { count: template.agenda.length, ...time })}
      />
      <div className={styles.ways}>
        <Row centered>
          {mayStart && (
            <PageLink look="primary" href={`/new?format=${name}`}>
              {t('start')}
            </PageLink>
          )}
          <PrintButton />
          <a href={`/api/formats/${name}`} download>
            {t('template')}
          </a>
        </Row>
      </div>
      <Part title={t('purpose')}>
        <p>{t(`of.${name}.purpose`)}</p>
      </Part>
      <Lines title={t('materials')} text={t(`of.${name}.materials`)} />
      <Lines title={t('before')} text={t(`of.${name}.before`)} isOrdered />
      <Part title={t('minuteByMinute')}>
        <GuideSteps agenda={template.agenda} steps={t(`of.${name}.steps`).split('\n')} />
      </Part>
      <Lines title={t('hazards')} text={t(`of.${name}.hazards`)} />
      <Lines title={t('variants')} text={t(`of.${name}.variants`)} />
      <Lines title={t('sources')} text={t(`of.${name}.sources`)} />
      <Others name={name} />
    </PageShell>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A list with one item for each line of a text. */
function Lines({
  title,
  text,
  isOrdered = false,
}: {
  readonly title: string;
  readonly text: string;
  readonly isOrdered?: boolean;
}) {
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <Part title={title}>
      <List>
        {text.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </List>
    </Part>
  );
}

function Others({ name }: { readonly name: DebateFormat }) {
  const t = messages('guides');
  return (
    <nav className={styles.others} aria-labelledby="others">
      <h2 id="others">{t('others')}</h2>
      <ul>
        {DEBATE_FORMATS.filter((one) => one !== name).map((one) => (
          <li key={one}>
            <PageLink href={`/formats/${one}`}>{templateOfFormat(one).title}</PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
