'use client';

import { useEffect, useRef } from 'react';
import { DEFAULT_SETTINGS } from '../../domain/debate/head/head.ts';
import { plannedTime } from '../../domain/formats/template/planned-minutes.ts';
import type { Template } from '../../domain/formats/template/template-schema.ts';
import { Note } from '../_ui/layout/note.tsx';
import { Stack } from '../_ui/layout/stack.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import { PhaseStrip } from './phase-strip.tsx';
import styles from './template-note.module.css';

/** Maximum items of a list that are named. */
const LISTED = 20;

interface TemplateNoteProps {
  readonly template: Template;
  /** Address of its facilitator's guide; absent: it is not of the library. */
  readonly guide: string | undefined;
}

/** A template as its starter needs to know it: what it is good for, and all that it sets. */
export function TemplateNote({ template, guide }: TemplateNoteProps) {
  const t = useMessages('templates');
  const { title, about, agenda, polls, texts } = template;
  const phases = { count: agenda.length, ...plannedTime(agenda) };
  const settings = useSettings(template);
  const heading = useRef<HTMLHeadingElement>(null);
  // It replaces the form in which its file was chosen, and the focus with it.
  useEffect(() => {
    if (!guide) heading.current?.focus();
  }, [guide]);
  return (
    <section className={styles.note} aria-labelledby="template">
      <h2 id="template" ref={heading} tabIndex={-1} className={styles.title} dir="auto">
        {t(guide ? 'from' : 'fromFile', { title })}
      </h2>
      {about && <p dir="auto">{about}</p>}
      {agenda.length > 0 && <PhaseStrip agenda={agenda} label={t('strip', phases)} />}
      <details open>
        <summary>{t('sets', phases)}</summary>
        <Stack gap={3}>
          {agenda.length > 0 && <Phases agenda={agenda} />}
          <Listed title={t('polls')} items={polls.map(({ question }) => question)} />
          <Listed title={t('texts')} items={texts.map((text) => text.title)} />
          <Listed title={t('settings')} items={settings} />
        </Stack>
      </details>
      {guide && (
        <p>
          <PageLink href={guide}>{t('guide')}</PageLink>
        </p>
      )}
    </section>
  );
}

function Phases({ agenda }: Pick<Template, 'agenda'>) {
  const t = useMessages('templates');
  const name = useMessages('agenda');
  const asked = useMessages('tasks');
  return (
    <ol className={styles.phases} aria-label={t('phases')}>
      {agenda.map(({ title, kind, minutes, tasks = [] }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the agenda never changes.
        <li key={index}>
          <span dir="auto">{title || name(`kind.${kind}`)}</span>
          {minutes !== null && <Note as="span">{name('minutes', { minutes })}</Note>}
          {tasks.length > 0 && (
            <Note>{tasks.map((task) => asked(`asks.${task.kind}`, { count: task.count })).join(' · ')}</Note>
          )}
        </li>
      ))}
    </ol>
  );
}

function Listed({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  const t = useMessages('templates');
  const different = [...new Set(items)];
  const more = different.length - LISTED;
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list}>
        {different.slice(0, LISTED).map((item) => (
          <li key={item} dir="auto">
            {item}
          </li>
        ))}
        {more > 0 && <li>{t('more', { count: more })}</li>}
      </ul>
    </div>
  );
}

/** Returns a sentence for each setting that is not as in every new debate. Names and ballots are among the form's own choices. */
function useSettings({ settings }: Template): string[] {
  const t = useMessages('templates');
  const { teams, sides, wording, guests, accounts, approval, pace } = { ...DEFAULT_SETTINGS, ...settings };
  return [
    teams === 'chosen' && t('setting.teamsChosen'),
    teams === 'assigned' && t('setting.teamsAssigned'),
    teams !== 'off' && sides === 'own' && t('setting.sidesOwn'),
    settings.names === 'pseudonyms' && t('setting.pseudonyms'),
    settings.names === 'anonymous' && t('setting.anonymous'),
    settings.ballots === 'secret' && t('setting.secret'),
    settings.ballots === 'research' && t('setting.research'),
    wording === 'own' && t('setting.wordingOwn'),
    guests === 'suggester' && t('setting.guestsSuggester'),
    guests === 'observer' && t('setting.guestsObserver'),
    guests === 'none' && t('setting.guestsNone'),
    accounts && t('setting.accounts'),
    approval.length > 0 && t('setting.approval'),
    pace > 0 && t('setting.pace', { count: pace }),
  ].filter((sentence) => sentence !== false);
}
