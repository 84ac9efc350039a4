'use client';

import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type {
  DisclosedOpinions,
  DisclosedStatement,
  GroupAnswer,
} from '#domain/analysis/opinions/disclosed-opinions.ts';
import { ClaimLink } from './claim-link.tsx';
import { colorOf, GroupSign, letterOf } from './opinions/group-look.tsx';
import styles from './statement-rows.module.css';

type Groups = Extract<DisclosedOpinions, { kind: 'groups' }>;

/** Claims, each with every group's answers: a bar for agreement and one for disagreement. */
export function StatementRows({ opinions, ids }: { opinions: Groups; ids: readonly string[] }) {
  const statements = ids.flatMap((id) => opinions.statements.find((statement) => statement.id === id) ?? []);
  if (statements.length === 0) return null;
  return (
    <>
      <Ends />
      <ol className={styles.statements}>
        {statements.map((statement) => (
          <li key={statement.id}>
            <ClaimLink id={statement.id} />
            <Answers statement={statement} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Explains the two ends of the bars; to screen readers each bar says it in words. */
function Ends() {
  const t = useMessages('analysis');
  return (
    <p className={joinClasses(styles.row, styles.ends)} aria-hidden="true">
      <span>{t('disagreeEnd')}</span>
      <span>{t('agreeEnd')}</span>
    </p>
  );
}

function Answers({ statement: { byGroup } }: { statement: DisclosedStatement }) {
  const t = useMessages('analysis');
  return (
    <ul className={styles.groups}>
      {byGroup.map((answer, group) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups are identified by their numbers.
        <li key={group} className={styles.row}>
          <span className={styles.name}>
            <GroupSign group={group} />
            <span className={styles.spoken}>{t('group', { letter: letterOf(group) })}</span>
            <span aria-hidden="true">{letterOf(group)}</span>
          </span>
          {answer === null ? (
            <span className={styles.soft}>{t('answerHidden')}</span>
          ) : (
            <>
              <Bar answer={answer} group={group} />
              <span className={styles.figure}>
                {answer.answered === 0
                  ? t('noAnswer')
                  : t('answer', { agree: answer.agree, answered: answer.answered })}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Agreement to the right of the middle, disagreement to its left, as fractions of the people who answered. */
function Bar({ answer: { agree, disagree, answered }, group }: { answer: GroupAnswer; group: number }) {
  const part = (count: number) => `${answered === 0 ? 0 : (count / answered) * 50}%`;
  return (
    <span className={styles.bar} style={{ color: colorOf(group) }} aria-hidden="true">
      <span className={styles.against} style={{ inlineSize: part(disagree) }} />
      <span className={styles.for} style={{ inlineSize: part(agree) }} />
    </span>
  );
}

/** All figures of these claims, as a table. */
export function StatementTable({ opinions, ids }: { opinions: Groups; ids: readonly string[] }) {
  const t = useMessages('analysis');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('claim')}</th>
          {opinions.groups.map((_, group) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups are identified by their numbers.
            <th key={group} scope="col">
              {t('group', { letter: letterOf(group) })}
            </th>
          ))}
          <th scope="col">{t('consensusValue')}</th>
        </tr>
      </thead>
      <tbody>
        {ids.flatMap((id) => {
          const statement = opinions.statements.find((each) => each.id === id);
          if (!statement) return [];
          return [
            <tr key={id}>
              <th scope="row">
                <ClaimLink id={id} />
              </th>
              {statement.byGroup.map((answer, group) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: groups are identified by their numbers.
                <td key={group}>
                  {answer === null
                    ? t('answerHidden')
                    : answer.answered === 0
                      ? t('noAnswer')
                      : t('answerWhole', {
                          agree: answer.agree,
                          disagree: answer.disagree,
                          answered: answer.answered,
                        })}
                </td>
              ))}
              <td>{statement.consensus.toFixed(2)}</td>
            </tr>,
          ];
        })}
      </tbody>
    </table>
  );
}
