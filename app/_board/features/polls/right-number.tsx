'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { useDraft } from '../../core/forms/use-draft.ts';
import { numberIn } from './answering/poll-shape.ts';

/** Keeps a poll's correct answer in the tab as it is typed: the field of the open poll is gone when it closes. */
export function useRightDraft({ id }: Poll): [text: string, setText: (text: string) => void] {
  return useDraft(`words/right/${id}`);
}

/** Reveals the right number of a closed poll. */
export function RightNumber({ poll }: { poll: Poll }) {
  const t = useMessages('pollForms');
  const { ask, refusal } = useAsk();
  const [text, setText] = useRightDraft(poll);
  const right = numberIn(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (right !== null && ask({ type: 'poll.setStatus', pollId: poll.id, open: false, right }))
          setText('');
      }}
    >
      <NumberField label={t('right')} hint={t('rightHintClosed')} text={text} onChange={setText} />
      <RejectionNote rejection={refusal} />
      <Button type="submit" size="small" disabled={right === null}>
        {t('reveal')}
      </Button>
    </form>
  );
}

interface WrittenNumber {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The field for the right number while a poll is open; it may stay empty. */
export function RightNumberField(written: WrittenNumber) {
  const t = useMessages('pollForms');
  return <NumberField {...written} label={t('rightNumber')} hint={t('rightHint')} />;
}

function NumberField({
  label,
  hint,
  text,
  onChange,
}: WrittenNumber & { readonly label: string; readonly hint: string }) {
  return (
    <Field label={label} hint={hint}>
      {(tie) => (
        <input
          {...tie}
          type="number"
          inputMode="decimal"
          step="any"
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
