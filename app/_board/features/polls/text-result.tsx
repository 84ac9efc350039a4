'use client';

import { type CSSProperties, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { GatheredTexts } from '#domain/debate/polls/like-answers.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import styles from './form-result.module.css';

/** Groups of like answers that are listed until more are asked for. */
const FIRST = 8;

interface TextResultProps {
  readonly poll: Poll;
  readonly gathered: GatheredTexts;
  readonly canHide: boolean;
}

/** Answers in free text: a cloud of their words, and like answers together. */
export function TextResult({ poll, gathered, canHide }: TextResultProps) {
  const t = useMessages('pollForms');
  const readable = useReadable();
  const [shows, setShows] = useState(false);
  const { groups, words, others } = gathered;
  const most = Math.max(...words.map(({ people }) => people), 1);
  return (
    <div className={styles.whole}>
      {words.length > 0 && (
        <ul className={styles.cloud} aria-label={t('cloud')}>
          {inReadingOrder(words).map(({ word, people }) => (
            <li key={word} style={{ '--weight': weightOf(people, most) } as CSSProperties}>
              <span dir="auto">{readable(word)}</span> <span className={styles.people}>{people}</span>
            </li>
          ))}
        </ul>
      )}
      {groups.length > 0 && (
        <ul className={styles.groups} aria-label={t('groups')}>
          {(shows ? groups : groups.slice(0, FIRST)).map(({ text, people }) => (
            <li key={text}>
              <span className={styles.groupText} dir="auto">
                {readable(text)}
              </span>
              <span className={styles.people}>{t('people', { people })}</span>
              {canHide && <HideButton pollId={poll.id} text={text} isHidden={false} />}
            </li>
          ))}
        </ul>
      )}
      {groups.length > FIRST && (
        <Button className={styles.moreGroups} size="small" look="quiet" onClick={() => setShows(!shows)}>
          {t(shows ? 'fewer' : 'allGroups', { count: groups.length })}
        </Button>
      )}
      {others > 0 && <p className={styles.facts}>{t('others', { count: others })}</p>}
      {canHide && poll.hiddenAnswers && (
        <ul className={styles.groups} aria-label={t('hiddenAnswers')}>
          {poll.hiddenAnswers.map((text) => (
            <li key={text}>
              <span className={styles.groupText} dir="auto">
                {t('hidden', { text: readable(text) })}
              </span>
              <HideButton pollId={poll.id} text={text} isHidden />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface HideButtonProps {
  readonly pollId: string;
  readonly text: string;
  readonly isHidden: boolean;
}

/** Hides an answer, or shows it again. */
function HideButton({ pollId, text, isHidden }: HideButtonProps) {
  const t = useMessages('pollForms');
  const submit = useSubmit();
  return (
    <Button
      size="small"
      look="quiet"
      aria-label={t(isHidden ? 'showAnswer' : 'hideAnswer', { text })}
      onClick={() => submit([{ type: 'poll.hideAnswer', pollId, text, hidden: !isHidden }])}
    >
      {t(isHidden ? 'showAgain' : 'hide')}
    </Button>
  );
}

/** From 0, for the rarest words, to 1. */
function weightOf(people: number, most: number): number {
  return most === 1 ? 0.4 : (Math.log(people) / Math.log(most)) * 0.9 + 0.1;
}

/** Frequent words in the middle of the cloud, rarer ones around them. */
function inReadingOrder<T>(words: readonly T[]): T[] {
  const cloud: T[] = [];
  for (const [at, word] of words.entries()) {
    if (at % 2 === 0) cloud.push(word);
    else cloud.unshift(word);
  }
  return cloud;
}
