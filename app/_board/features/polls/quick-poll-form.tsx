'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { PollThreshold } from '#domain/debate/polls/poll.ts';
import { POLL_FORMS, type PollFormType } from '#domain/debate/polls/poll-form.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { Choice } from '../../core/forms/choice.tsx';
import styles from '../../core/forms/console-sections.module.css';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { FormFields } from './answering/form-fields.tsx';
import { EMPTY_SHAPE, type PollShape, shapeOf } from './answering/poll-shape.ts';
import { type Closes, ClosingChoice, closingTime } from './closing-choice.tsx';
import { ThresholdChoice } from './threshold-choice.tsx';

/** Form for a poll with a custom question, answered in a chosen form, for everyone. */
export function QuickPollForm() {
  const t = useMessages('polls');
  const forms = useMessages('pollForms');
  const store = useBoardStore();
  const [question, setQuestion] = useState('');
  const [type, setType] = useState<PollFormType>('one');
  const [shape, setShape] = useState<PollShape>(EMPTY_SHAPE);
  const [ballot, setBallot] = useState<'secret' | 'open'>('secret');
  const [threshold, setThreshold] = useState<PollThreshold>(5);
  const [closes, setCloses] = useState<Closes>('never');
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
    setQuestion('');
    setShape(EMPTY_SHAPE);
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
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
      <Field label={forms('form')}>
        {(tie) => (
          <select
            {...tie}
            value={type}
            onChange={({ target }) => setType(POLL_FORMS.find((form) => form === target.value) ?? 'one')}
          >
            {POLL_FORMS.map((form) => (
              <option key={form} value={form}>
                {forms(`formName.${form}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FormFields type={type} shape={shape} onChange={setShape} />
      <Choice
        label={t('ballot')}
        options={[
          ['secret', t('ballotSecret')],
          ['open', t('ballotOpen')],
        ]}
        chosen={ballot}
        onChoose={setBallot}
      />
      {ballot === 'secret' && <ThresholdChoice chosen={threshold} onChoose={setThreshold} />}
      <ClosingChoice chosen={closes} onChoose={setCloses} />
      <Row>
        <Button type="submit">{t('ask')}</Button>
      </Row>
      <RejectionNote rejection={refusal} />
    </form>
  );
}
