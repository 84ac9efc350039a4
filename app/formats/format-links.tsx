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
    <ul className={styles.links}>
      {DEBATE_FORMATS.map((name) => {
        const template = templateOfFormat(name);
        return (
          <li key={name}>
            <PageLink look="plain" href={`/new?format=${name}`}>
              {template.title}{' '}
              <Note as="span">{t('minutes', { minutes: plannedMinutes(template.agenda) })}</Note>
            </PageLink>
          </li>
        );
      })}
    </ul>
  );
}
