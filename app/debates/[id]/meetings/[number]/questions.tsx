import { signedText } from '#app/_board/core/claims/signed-text.ts';
import { Note } from '#app/_ui/layout/note.tsx';
import { messages } from '#app/_ui/messages/messages.ts';
import { supportOf } from '#domain/debate/questions/questions.ts';
import { areTalliesRestricted } from '#domain/debate/votes/ballots.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import styles from '../meetings.module.css';

/** The questions from the floor of a meeting: how many support each, and whether it was answered. */
export function Questions({ read: { record, view } }: { read: ReadRecord }) {
  const t = messages('questions');
  if (record.questions.length === 0) return null;
  const isCounted = !areTalliesRestricted(view);
  return (
    <section className={styles.section}>
      <h2>{t('recorded')}</h2>
      <ul>
        {record.questions.map((question) => (
          <li key={question.id} data-question={question.id}>
            <span dir="auto">{signedText(messages('claim'), question.text)}</span>{' '}
            <Note as="span">
              {question.answered && t('answered')}
              {question.answered && isCounted && ' · '}
              {isCounted && t('supported', { count: supportOf(question) })}
            </Note>
          </li>
        ))}
      </ul>
    </section>
  );
}
