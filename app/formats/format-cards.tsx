import {
  DEBATE_FORMATS,
  type DebateFormat,
  templateOfFormat,
} from '../../domain/formats/template/library.ts';
import { plannedTime } from '../../domain/formats/template/planned-minutes.ts';
import { Note } from '../_ui/layout/note.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import styles from './format-cards.module.css';
import { PhaseStrip } from './phase-strip.tsx';

/** The library of debate formats on the first page. */
export function FormatCards() {
  const t = messages('templates');
  return (
    <section className={styles.formats} aria-labelledby="formats">
      <h2 id="formats" className={styles.heading}>
        {t('formats')}
      </h2>
      <p className={styles.text}>{t('formatsText')}</p>
      <ul className={styles.cards}>
        {DEBATE_FORMATS.map((name) => (
          <li key={name}>
            <FormatCard name={name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FormatCard({ name }: { readonly name: DebateFormat }) {
  const t = messages('templates');
  const template = templateOfFormat(name);
  const { title, about, agenda } = template;
  const time = plannedTime(agenda);
  return (
    <article className={styles.card}>
      <h3 className={styles.title}>
        <PageLink href={`/formats/${name}`}>{title}</PageLink>
      </h3>
      <Note as="span">{t('minutes', time)}</Note>
      <PhaseStrip agenda={agenda} label={t('strip', { count: agenda.length, ...time })} />
      <p className={styles.about}>{about}</p>
    </article>
  );
}
