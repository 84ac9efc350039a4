'use client';

import { PrintedPersonName } from '#app/_board/core/people/person-name.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { DisclosedOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import type { OpinionsAnswer } from '#domain/protocol/opinions-answer.ts';
import styles from './analysis.module.css';
import { ClaimLink } from './claim-link.tsx';
import { GroupSign, letterOf } from './opinions/group-look.tsx';
import { OpinionMap } from './opinions/opinion-map.tsx';
import { useOpinions } from './opinions/opinions-context.tsx';
import { StatementRows, StatementTable } from './statement-rows.tsx';

type Groups = Extract<DisclosedOpinions, { kind: 'groups' }>;

/** Opinion groups: the picture, each group's views, the common ground, and the dividing claims. */
export function OpinionsSection() {
  const t = useMessages('analysis');
  const known = useOpinions();
  if (known === null) return <p className={styles.soft}>{t('loading')}</p>;
  if (known === 'failed') return <p role="status">{t('failed')}</p>;
  if (known.opinions.kind !== 'groups')
    return <p data-opinions={known.opinions.kind}>{whyNot(t, known.opinions)}</p>;
  return <Found answer={known} opinions={known.opinions} />;
}

/** Explains why there are no groups to show. */
export function whyNot(
  t: ReturnType<typeof useMessages<'analysis'>>,
  opinions: Exclude<DisclosedOpinions, { kind: 'groups' }>,
): string {
  if (opinions.kind === 'one') return t('one');
  if (opinions.kind === 'kept') return t(opinions.why === 'voting' ? 'hiddenVoting' : 'hiddenSecret');
  return t('few', { ...opinions, settled: opinions.settled ?? 0 });
}

function Found({ answer: { own, seq }, opinions }: { answer: OpinionsAnswer; opinions: Groups }) {
  const t = useMessages('analysis');
  const groups = opinions.groups.flatMap((group, number) => (group ? { ...group, number } : []));
  const list = groups
    .map(({ number, size }) => t('groupSeen', { letter: letterOf(number), size }))
    .join(', ');
  const named = [
    ...new Set([...opinions.shared, ...opinions.dividing, ...opinions.statements.map(({ id }) => id)]),
  ];
  const agreeing = { groups: opinions.groups.includes(null) ? 'shown' : 'all' };
  const ownSaid =
    own === null
      ? t('youNot')
      : own.group === null
        ? t('youOut')
        : t('youIn', { letter: letterOf(own.group) });
  return (
    <div data-opinions="groups" data-seq={seq}>
      <div className={styles.beside}>
        <div>
          <h3 className={styles.seen}>{t('groupsSeen', { groups: groups.length, list })}</h3>
          <p className={styles.text}>{t(opinions.places.length > 0 ? 'groupsText' : 'groupsSecretText')}</p>
          <OpinionMap opinions={opinions} own={own} />
          <p className={styles.text} data-own-group={own?.group ?? ''} data-on="screen">
            {ownSaid}
          </p>
        </div>
        <div>
          <h3>{t('holds')}</h3>
          <p className={styles.text}>{t('holdsText')}</p>
          <ul className={styles.cards}>
            {groups.map(({ number, size, holds }) => (
              <li key={number} className={styles.card}>
                <h4>
                  <GroupSign group={number} /> {t('groupSize', { letter: letterOf(number), size })}
                </h4>
                <Holds opinions={opinions} group={number} holds={holds} />
                <Members opinions={opinions} group={number} />
              </li>
            ))}
          </ul>
        </div>
      </div>

      <div className={styles.columns}>
        <section>
          <h3>{t('shared', agreeing)}</h3>
          <p className={styles.text}>
            {t(opinions.shared.length === 0 ? 'sharedNone' : 'sharedText', agreeing)}
          </p>
          <StatementRows opinions={opinions} ids={opinions.shared} />
        </section>
        <section>
          <h3>{t('dividing')}</h3>
          <p className={styles.text}>
            {opinions.dividing.length === 0 ? t('dividingNone') : t('dividingText')}
          </p>
          <StatementRows opinions={opinions} ids={opinions.dividing} />
        </section>
      </div>
      <details className={styles.details}>
        <summary>{t('table')}</summary>
        <div className={styles.scroll}>
          <StatementTable opinions={opinions} ids={named} />
        </div>
      </details>
    </div>
  );
}

interface HoldsProps {
  readonly opinions: Groups;
  readonly group: number;
  readonly holds: readonly { readonly id: string; readonly side: 'agree' | 'disagree' }[] | null;
}

function Holds({ opinions, group, holds }: HoldsProps) {
  const t = useMessages('analysis');
  if (holds === null) return <p className={styles.soft}>{t('viewsHidden')}</p>;
  if (holds.length === 0) return <p className={styles.soft}>{t('holdsNothing')}</p>;
  return (
    <ul className={styles.claims}>
      {holds.map(({ id, side }) => {
        const answer = opinions.statements.find((statement) => statement.id === id)?.byGroup[group];
        return (
          <li key={id}>
            <span className={styles.side} data-side={side}>
              {t('side', { side })}
            </span>
            <ClaimLink id={id} />
            {answer && (
              <span className={styles.figure}>
                {t('answerSide', { side, count: answer[side], answered: answer.answered })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The people in a group, if the debate discloses names. */
function Members({ opinions, group }: { opinions: Groups; group: number }) {
  const t = useMessages('analysis');
  const members = opinions.places.flatMap((place) =>
    place.group === group && place.id !== null ? place.id : [],
  );
  if (members.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{t('members', { letter: letterOf(group) })}</summary>
      <ul className={styles.people}>
        {members.map((id) => (
          <li key={id}>
            <PrintedPersonName id={id} />
          </li>
        ))}
      </ul>
    </details>
  );
}
