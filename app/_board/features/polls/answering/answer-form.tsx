'use client';

import { useId, useState } from 'react';
import { usePollWords } from '#app/_board/core/polls/use-polls.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isList } from '#domain/debate/polls/choices.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import type { PollChoice } from '#domain/debate/polls/poll-form.ts';
import { NumberForm, TextForm } from './entry-forms.tsx';
import { PointsForm } from './points-form.tsx';
import styles from './poll-forms.module.css';
import { RankingForm } from './ranking-form.tsx';

interface AnswerFormProps {
  readonly poll: Poll;
  /** The viewer's last answer; undefined: none. */
  readonly own: PollChoice | undefined;
  readonly onAnswer: (choice: PollChoice) => void;
}

/** Answers a poll that asks for more than one of its options. */
export default function AnswerForm({ poll, own, onAnswer }: AnswerFormProps) {
  const { optionsOf } = usePollWords();
  const options = optionsOf(poll);
  const { form } = poll;
  const last = own !== undefined && isList(own) ? own : [];
  switch (form?.type) {
    case 'several':
      return <SeveralForm options={options} most={form.most} last={last} onAnswer={onAnswer} />;
    case 'ranking':
      return <RankingForm options={options} last={last} onAnswer={onAnswer} />;
    case 'points':
      return <PointsForm options={options} budget={form.budget} last={last} onAnswer={onAnswer} />;
    case 'scale':
      return <ScaleForm ends={options} steps={form.steps} last={own} onAnswer={onAnswer} />;
    case 'text':
      return <TextForm pollId={poll.id} last={typeof own === 'string' ? own : ''} onAnswer={onAnswer} />;
    case 'number':
      return <NumberForm form={form} last={typeof own === 'number' ? own : null} onAnswer={onAnswer} />;
    default:
      return null;
  }
}

interface SeveralFormProps {
  readonly options: readonly string[];
  readonly most: number;
  readonly last: readonly number[];
  readonly onAnswer: (choice: readonly number[]) => void;
}

function SeveralForm({ options, most, last, onAnswer }: SeveralFormProps) {
  const t = useMessages('pollForms');
  const [chosen, setChosen] = useState<readonly number[]>(last);
  const toggle = (option: number) =>
    setChosen(
      chosen.includes(option)
        ? chosen.filter((one) => one !== option)
        : [...chosen, option].sort((a, b) => a - b),
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) onAnswer(chosen);
      }}
    >
      <fieldset className={styles.rows}>
        <legend className={styles.legend}>{t('severalHint', { most })}</legend>
        {options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
          <label key={at} className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.includes(at)}
              disabled={!chosen.includes(at) && chosen.length >= most}
              onChange={() => toggle(at)}
            />
            <span dir="auto">{option}</span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" look="primary" disabled={chosen.length === 0}>
        {t('send')}
      </Button>
    </form>
  );
}

interface ScaleFormProps {
  readonly ends: readonly string[];
  readonly steps: number;
  readonly last: PollChoice | undefined;
  readonly onAnswer: (choice: number) => void;
}

function ScaleForm({ ends, steps, last, onAnswer }: ScaleFormProps) {
  const t = useMessages('pollForms');
  const name = useId();
  const [step, setStep] = useState<number | null>(typeof last === 'number' ? last : null);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (step !== null) onAnswer(step);
      }}
    >
      <fieldset className={styles.scale}>
        <legend className={styles.legend}>
          {t('scaleHint', { low: ends[0] ?? '', high: ends[1] ?? '', steps })}
        </legend>
        <div className={styles.steps}>
          {Array.from({ length: steps }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its index.
            <label key={at} className={styles.step}>
              <input
                type="radio"
                name={name}
                aria-label={t('step', { step: at + 1, steps })}
                checked={step === at}
                onChange={() => setStep(at)}
              />
              <span aria-hidden="true">{at + 1}</span>
            </label>
          ))}
        </div>
        <div className={styles.ends} aria-hidden="true">
          <span dir="auto">{ends[0]}</span>
          <span dir="auto">{ends[1]}</span>
        </div>
      </fieldset>
      <Button type="submit" look="primary" disabled={step === null}>
        {t('send')}
      </Button>
    </form>
  );
}
