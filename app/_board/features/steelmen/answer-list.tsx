'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Comment } from '#domain/debate/comments/comment.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import type { SteelmanAnswer, SteelmanClaim } from '#domain/debate/map/steelman.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSteelmanNames } from '../../core/claims/use-steelman.ts';
import { useSaidName } from '../../core/people/person-name.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './steelmen.module.css';

/** Answers shown one by one. */
const SHOWN = 12;

/** The people who answered a best case, and what is missing; in an anonymous debate, how many. */
export function AnswerList({ claim }: { claim: SteelmanClaim }) {
  const t = useMessages('steelmen');
  const { answers } = claim.steelman;
  const isNameless = useBoard(({ replica }) => isAnonymous(replica.view));
  const missing = useMissing(claim.id);
  if (answers.length === 0) return null;
  const people = answers.filter(({ recorded }) => !recorded);
  const recorded = answers.find((one) => one.recorded);
  const shown = isNameless ? people.filter(({ id }) => missing.has(id)) : people;
  return (
    <ul className={styles.answers}>
      {recorded && <Recorded answer={recorded} claim={claim} />}
      {isNameless && <Counts claim={claim} people={people} />}
      {shown.slice(0, SHOWN).map((answer) => (
        <li key={answer.id} data-answer={answer.agrees ? 'agrees' : 'not-yet'}>
          {!isNameless && <Said answer={answer} isEarlier={answer.wording !== claim.wording} />}
          {!answer.agrees && <Missing comment={missing.get(answer.id)} />}
        </li>
      ))}
      {shown.length > SHOWN && <li>{t('moreAnswers', { count: shown.length - SHOWN })}</li>}
    </ul>
  );
}

/** Comments on a claim by the answer they belong to. */
function useMissing(claimId: string): ReadonlyMap<string, Comment> {
  const ids = useBoard(({ replica }) => replica.view.commentsOn.get(claimId));
  const comments = useBoard(({ replica }) => replica.view.comments);
  return useMemo(() => {
    const found = (ids ?? []).flatMap((id) => comments.get(id) ?? []);
    return new Map(
      found.flatMap((one) => (one.ofAnswer === undefined || one.withdrawn ? [] : [[one.ofAnswer, one]])),
    );
  }, [ids, comments]);
}

function Recorded({ answer, claim }: { answer: SteelmanAnswer; claim: SteelmanClaim }) {
  const t = useMessages('steelmen');
  const names = useSteelmanNames(claim);
  const isEarlier = answer.wording !== claim.wording;
  return <li dir="auto">{t(isEarlier ? 'recordedEarlier' : 'recorded', names)}</li>;
}

function Counts({ claim, people }: { claim: SteelmanClaim; people: readonly SteelmanAnswer[] }) {
  const t = useMessages('steelmen');
  const current = people.filter(({ wording }) => wording === claim.wording);
  const agree = current.filter(({ agrees }) => agrees).length;
  const counts = [
    ['agreeCount', agree],
    ['notYetCount', current.length - agree],
    ['earlierCount', people.length - current.length],
  ] as const;
  return counts.map(([words, count]) => count > 0 && <li key={words}>{t(words, { count })}</li>);
}

function Said({ answer, isEarlier }: { answer: SteelmanAnswer; isEarlier: boolean }) {
  const t = useMessages('steelmen');
  const name = useSaidName(answer.author);
  return (
    <span dir="auto">
      {t(isEarlier ? 'saysEarlier' : 'says', { name, agrees: answer.agrees ? 'yes' : 'no' })}
    </span>
  );
}

/** The missing part in a person's words; nothing while they are hidden. */
function Missing({ comment }: { comment: Comment | undefined }) {
  const readable = useReadable();
  if (!comment) return null;
  return (
    <span className={styles.missing} dir="auto">
      {readable(comment.text)}
    </span>
  );
}
