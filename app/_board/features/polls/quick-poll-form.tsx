'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { PollThreshold } from '#domain/debate/polls/poll.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { Choice } from '../../core/forms/choice.tsx';
import styles from '../../core/forms/console-sections.module.css';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { ThresholdChoice } from './threshold-choice.tsx';

/** Form for a poll with a custom question and options, for everyone. */
export function QuickPollForm() {
  const t = useMessages('polls');
  const store = useBoardStore();
  const [question, setQuestion] = useState('');
  const [options, setOptions] = useState<readonly string[]>(['', '']);
  const [ballot, setBallot] = useState<'secret' | 'open'>('secret');
  const [threshold, setThreshold] = useState<PollThreshold>(5);
  const [refusal, setRefusal] = useState<Rejection | null>(null);
  const ask = () => {
    const given = options.map((option) => option.trim()).filter((option) => option !== '');
    const refused = store.submit({
      type: 'poll.open',
      pollId: newId('p'),
      kind: 'quick',
      question: question.trim(),
      options: given,
      secret: ballot === 'secret',
      ...(ballot === 'secret' && { threshold }),
    });
    setRefusal(refused);
    if (refused) return;
    setQuestion('');
    setOptions(['', '']);
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
      {options.map((option, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
        <Field key={at} label={t('optionNumber', { number: at + 1 })}>
          {(tie) => (
            <input
              {...tie}
              dir="auto"
              maxLength={LIMITS.pollOptionCharacters}
              value={option}
              onChange={(event) => setOptions(options.with(at, event.target.value))}
            />
          )}
        </Field>
      ))}
      {options.length < LIMITS.pollOptions && (
        <Button size="small" look="quiet" onClick={() => setOptions([...options, ''])}>
          {t('addOption')}
        </Button>
      )}
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
      <Row>
        <Button type="submit">{t('ask')}</Button>
      </Row>
      <RejectionNote rejection={refusal} />
    </form>
  );
}
