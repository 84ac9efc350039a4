import { readOut } from '../../../domain/debate/comments/mentions.ts';
import type { Operation } from '../../../domain/debate/engine/operations.ts';
import { applyChange } from '../../../domain/ot/text-change.ts';
import type { Outbox } from '../../../domain/sync/outbox.ts';
import { operationText } from '../panels/operation-text.ts';

/** The words of what was not sent, or refused, and of what editors held beyond that: for whoever may not read the debate any more. */
export function wordsIn({ pending, refused, texts, drafts = [] }: Outbox): string[] {
  const asked = [...refused, ...pending].map(({ operation }) =>
    toRead(
      operation.type,
      operationText(operation, (name) => texts[name]?.text ?? null),
    ),
  );
  const held = drafts.map(({ text, live, unsent }) => toRead(text.type, applyChange(live, unsent) ?? ''));
  return [...asked, ...held].filter((words) => words.trim() !== '');
}

/** Whom and what a comment names is told to nobody who may not read the debate: only that it names somebody, or a claim. */
function toRead(type: Operation['type'], words: string): string {
  if (type !== 'comment.add' && type !== 'comment.edit') return words;
  return readOut(words, { person: () => '@…', claim: () => '#…' });
}
