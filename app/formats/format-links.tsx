import { DEBATE_FORMATS, templateOfFormat } from '../../domain/formats/template/library.ts';
import { plannedMinutes } from '../../domain/formats/template/planned-minutes.ts';
import { Note } from '../_ui/layout/note.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import styles from './format-links.module.css';

/** The debate formats in a row, each to start a debate from. */
export function FormatLinks() {
  const t = messages('templates');
  return (
    <nav className={styles.formats} aria-labelledby="formats">
      <h2 id="formats">{t('startWith')}</h2>
      <ul>
        {DEBATE_FORMATS.map((name) => {
          const { title, agenda } = templateOfFormat(name);
          return (
            <li key={name}>
              <PageLink look="plain" href={`/new?format=${name}`}>
                {title}
                <Note as="span">{t('minutesShort', { minutes: plannedMinutes(agenda) })}</Note>
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
