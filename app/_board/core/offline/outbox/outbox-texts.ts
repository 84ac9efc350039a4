import { readOut } from '#domain/debate/comments/mentions.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { applyChange } from '#domain/ot/text-change.ts';
import type { Outbox } from '#domain/sync/outbox.ts';
import { operationText } from '../../claims/operation-text.ts';

/** Returns the text of what was not sent, or rejected, and of editors' drafts: for a person who may no longer read the debate. */
export function outboxTexts({ pending, refused, texts, drafts = [] }: Outbox): string[] {
  const asked = [...refused, ...pending].map(({ operation }) =>
    toRead(
      operation.type,
      operationText(operation, (name) => texts[name]?.text ?? null, null),
    ),
  );
  const held = drafts.map(({ text, live, unsent }) => toRead(text.type, applyChange(live, unsent) ?? ''));
  return [...asked, ...held].filter((words) => words.trim() !== '');
}

/** A person who may not read the debate doesn't learn whom and what a comment names: only that it names a person, or a claim. */
function toRead(type: Operation['type'], words: string): string {
  if (type !== 'comment.add' && type !== 'comment.edit') return words;
  return readOut(words, { person: () => '@…', claim: () => '#…' });
}
