import { Note } from '#app/_ui/layout/note.tsx';
import { messages } from '#app/_ui/messages/messages.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { numberText } from '#domain/debate/polls/number-text.ts';
import { type Poll, STANCES } from '#domain/debate/polls/poll.ts';
import { closingPoll, hidesAnswers, isOnMotion, thresholdOf } from '#domain/debate/polls/polls.ts';
import { resultRows } from '#domain/debate/polls/result-rows.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import styles from '../meetings.module.css';

/** The polls of a meeting with their results, or why these are not shown. */
export function Polls({ read: { record, view } }: { read: ReadRecord }) {
  const t = messages('records');
  if (record.polls.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('polls')}</h2>
      {record.polls.map((poll) => (
        <Result key={poll.id} poll={poll} view={view} />
      ))}
    </section>
  );
}

function Result({ poll, view }: { poll: Poll; view: DebateState }) {
  const t = messages('records');
  const polls = messages('polls');
  const forms = messages('pollForms');
  const isPoints = poll.form?.type === 'points' || poll.form?.type === 'ranking';
  const options = isOnMotion(poll) ? STANCES.map((stance) => polls('option', { stance })) : poll.options;
  const rows = resultRows({ ...poll, options });
  return (
    <div data-poll={poll.id}>
      <h3 dir="auto">{isOnMotion(poll) ? polls('kind', { kind: poll.kind }) : poll.question}</h3>
      {!hidesAnswers(view) && <Note>{polls('answered', { count: poll.answered })}</Note>}
      {poll.counts === null && <Note>{t(whyKept(view, poll), { threshold: thresholdOf(poll) })}</Note>}
      {poll.counts && rows.length > 0 && (
        <table className={styles.shares}>
          <thead>
            <tr>
              <th scope="col">{t('answer')}</th>
              <th scope="col">{t('answers')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, count, share }, at) => {
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
                <tr key={at}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  <td>
                    <span className={styles.part}>
                      {isPoints ? forms('points', { points: count }) : polls('share', { share, count })}
                    </span>
                    <span
                      className={styles.bar}
                      style={{ inlineSize: `${share * 100}%` }}
                      aria-hidden="true"
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {poll.gathered?.type === 'ranking' && poll.gathered.winners.length > 0 && (
        <Note>
          {forms('runOffWinner', {
            options: poll.gathered.winners.map((option) => options[option] ?? '').join(', '),
          })}
        </Note>
      )}
      {poll.right !== undefined && <Note>{forms('rightWas', { number: numberText(poll.right) })}</Note>}
    </div>
  );
}

function whyKept(view: DebateState, poll: Poll) {
  if (hidesAnswers(view)) return 'pollAnswersHidden';
  if (poll.open) return 'pollOpen';
  if (poll.answered < thresholdOf(poll)) return 'pollTooFew';
  const after = poll.kind === 'before' ? closingPoll(view, poll.id) : poll;
  return after && !after.open ? 'pollHidden' : 'pollWaits';
}
