import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { remainingPositions } from '#domain/debate/map/positions-in-order.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { findDebateFormat, templateOfFormat } from '../../domain/formats/template/library.ts';
import { parley } from '../../server/handle.ts';
import { Note } from '../_ui/layout/note.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { PageShell } from '../_ui/shell/page-shell.tsx';
import { FormatLinks } from '../formats/format-links.tsx';
import { StartProblem } from '../start-problem.tsx';
import styles from './new-debate.module.css';
import { NewDebateForm } from './new-debate-form.tsx';
import { type TakenOver, templateToStart } from './taken-over.ts';

interface NewDebatePageProps {
  readonly searchParams: Promise<{ from?: string | string[]; format?: string | string[] }>;
}

export function generateMetadata(): Metadata {
  return { title: messages('newDebate')('title') };
}

/** Page for starting a debate: from nothing, from a debate format, or from any debate the viewer may read. */
export default async function NewDebatePage({ searchParams }: NewDebatePageProps) {
  const t = messages('newDebate');
  const site = messages('site');
  const { auth, debates, debateLists, debateStarts } = parley();
  const person = await auth.currentPerson(await headers());
  const problem = await debateStarts.problem(person);
  const back = { href: '/', label: site('home') };
  if (problem !== null)
    return (
      <PageShell title={t('title')} back={back} width="medium">
        <StartProblem problem={problem} signedIn={person !== null} className={styles.text} />
      </PageShell>
    );
  const { from: asked, format: named } = await searchParams;
  const format = typeof named === 'string' ? findDebateFormat(named) : null;
  const read = format === null && typeof asked === 'string' ? await debates.read(asked, person) : null;
  const from =
    format !== null
      ? templateToStart(templateOfFormat(format))
      : read?.ok && typeof asked === 'string'
        ? takenOver(asked, read.view)
        : null;
  const templates = from ? [] : await debateLists.templates(person);
  return (
    <PageShell
      title={t('title')}
      lead={from && format === null && t('startedFrom', { title: from.title })}
      back={back}
      width="wide"
    >
      {templates.length > 0 && (
        <nav className={styles.templates} aria-labelledby="templates">
          <h2 id="templates">{t('templates')}</h2>
          <ul>
            {templates.map(({ id, title, motion }) => (
              <li key={id}>
                <PageLink href={`/new?from=${id}`} dir="auto">
                  {title}
                </PageLink>
                <Note dir="auto">{motion}</Note>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {!from && <FormatLinks />}
      <NewDebateForm
        key={format ?? `${asked}`}
        signedIn={person !== null}
        from={from}
        kept={{
          form: from && format === null ? `from-${asked}` : (format ?? 'blank'),
          person: person?.id ?? null,
        }}
        {...(format && { guide: `/formats/${format}` })}
      />
      <p className={styles.other}>
        {from ? (
          <PageLink href="/new">{t('fromNothing')}</PageLink>
        ) : (
          <PageLink href="/import">{messages('importing')('link')}</PageLink>
        )}
      </p>
    </PageShell>
  );
}

function takenOver(debateId: string, { head, positions, claims, merges }: DebateState): TakenOver | null {
  if (head === null) return null;
  const { title, motion, visibility, settings } = head;
  return {
    of: { debateId },
    title,
    motion,
    visibility,
    names: settings.names,
    ballots: settings.ballots,
    positions: remainingPositions({ positions }).map(({ id, name, hue, summary }) => ({
      key: id,
      name,
      hue,
      summary,
      of: id,
    })),
    claims: claims.count(({ id, retracted }) => !retracted && !merges.has(id)),
  };
}
