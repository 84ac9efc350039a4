'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Checks, isOneOf, isText } from '#app/_ui/read-stored.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { POLL_THRESHOLDS, type PollThreshold } from '#domain/debate/polls/poll.ts';
import { POLL_FORMS, type PollFormType } from '#domain/debate/polls/poll-form.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { Choice } from '../../core/forms/choice.tsx';
import styles from '../../core/forms/console-sections.module.css';
import { useDraftFields } from '../../core/forms/use-draft-fields.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { FormFields } from './answering/form-fields.tsx';
import { EMPTY_SHAPE, isPollShape, type PollShape, shapeOf } from './answering/poll-shape.ts';
import { type Closes, ClosingChoice, closingTime, isCloses } from './closing-choice.tsx';
import { ThresholdChoice } from './threshold-choice.tsx';

/** The fields of the form. */
interface PollDraft {
  readonly question: string;
  readonly type: PollFormType;
  readonly shape: PollShape;
  readonly ballot: 'secret' | 'open';
  readonly threshold: PollThreshold;
  readonly closes: Closes;
}

const EMPTY_POLL: PollDraft = {
  question: '',
  type: 'one',
  shape: EMPTY_SHAPE,
  ballot: 'secret',
  threshold: 5,
  closes: 'never',
};

const SHAPES: Checks<PollDraft> = {
  question: isText,
  type: isOneOf(POLL_FORMS),
  shape: isPollShape,
  ballot: isOneOf(['secret', 'open']),
  threshold: isOneOf(POLL_THRESHOLDS),
  closes: isCloses,
};

/** True if the question or an answer has words. */
function isBegun({ question, shape }: PollDraft): boolean {
  const { options, low, high, unit, min, max } = shape;
  return [question, ...options, low, high, unit, min, max].some((words) => words.trim() !== '');
}

/** Form for a poll with a custom question, answered in a chosen form, for everyone. */
export function QuickPollForm() {
  const t = useMessages('polls');
  const forms = useMessages('pollForms');
  const store = useBoardStore();
  // While the form is open, the next poll begins with what was chosen for the last one.
  const [empty, setEmpty] = useState(EMPTY_POLL);
  const [fields, change, discard] = useDraftFields('quickPoll', empty, SHAPES, isBegun);
  const { question, type, shape, ballot, threshold, closes } = fields;
  const [refusal, setRefusal] = useState<Rejection | null>(null);
  const ask = () => {
    const closesAt = closingTime(store, closes);
    const refused = store.submit({
      type: 'poll.open',
      pollId: newId('p'),
      kind: 'quick',
      question: question.trim(),
      ...shapeOf(type, shape),
      secret: ballot === 'secret',
      ...(ballot === 'secret' && { threshold }),
      ...(closesAt !== null && { closesAt }),
    });
    setRefusal(refused);
    if (refused) return;
    setEmpty({ ...fields, question: EMPTY_POLL.question, shape: EMPTY_POLL.shape });
    discard();
  };
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <h3>{t('quick')}</h3>
      <Field label={t('question')}>
        {(tie) => (
          <input
            {...tie}
            dir="auto"
            maxLength={LIMITS.pollQuestionCharacters}
            value={question}
            onChange={(event) => change({ question: event.target.value })}
          />
        )}
      </Field>
      <Field label={forms('form')}>
        {(tie) => (
          <select
            {...tie}
            value={type}
            onChange={({ target }) =>
              change({ type: POLL_FORMS.find((form) => form === target.value) ?? 'one' })
            }
          >
            {POLL_FORMS.map((form) => (
              <option key={form} value={form}>
                {forms(`formName.${form}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FormFields type={type} shape={shape} onChange={(next) => change({ shape: next })} />
      <Choice
        label={t('ballot')}
        options={[
          ['secret', t('ballotSecret')],
          ['open', t('ballotOpen')],
        ]}
        chosen={ballot}
        onChoose={(next) => change({ ballot: next })}
      />
      {ballot === 'secret' && (
        <ThresholdChoice chosen={threshold} onChoose={(next) => change({ threshold: next })} />
      )}
      <ClosingChoice chosen={closes} onChoose={(next) => change({ closes: next })} />
      <Row>
        <Button type="submit">{t('ask')}</Button>
      </Row>
      <RejectionNote rejection={refusal} />
    </form>
  );
}
