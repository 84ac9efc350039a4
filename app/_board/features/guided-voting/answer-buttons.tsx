'use client';

import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { ANSWERS, type Answer } from '#domain/debate/votes/vote.ts';
import { useLetterKeys } from '../../core/keys/letter-keys.ts';
import styles from './guided-voting.module.css';

interface AnswerButtonsProps {
  /** Name of the group, where the viewer votes on more than one claim. */
  readonly label?: string;
  readonly given: Answer | null;
  /** True where the letters work, unless the viewer has turned them off. */
  readonly hasKeys?: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

/** Buttons to agree, disagree or pass, without counts. */
export function AnswerButtons({ label, given, hasKeys = false, onAnswer }: AnswerButtonsProps) {
  const t = useMessages('claim');
  const guided = useMessages('guided');
  const showsKeys = useLetterKeys() && hasKeys;
  return (
    <fieldset className={styles.answers} aria-label={label ?? t('vote')}>
      {ANSWERS.map((answer) => (
        <button
          key={answer}
          type="button"
          className={joinClasses(styles.answer, styles[answer])}
          aria-pressed={given === answer}
          aria-keyshortcuts={showsKeys ? guided('key', { answer }) : undefined}
          onClick={(event) => {
            // The second click of a double click would answer the next claim.
            if (!isRepeatedClick(event)) onAnswer(answer);
          }}
        >
          <span>{t(answer)}</span>
          {showsKeys && (
            <span className={styles.key} aria-hidden="true">
              {guided('key', { answer })}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
