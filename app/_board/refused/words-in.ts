import { applyChange } from '../../../domain/debate/text-change.ts';
import type { Outbox } from '../../../domain/sync/outbox.ts';
import { operationText } from '../panels/operation-text.ts';

/** The words of what was not sent, or refused, and of what editors held beyond that. */
export function wordsIn({ pending, refused, texts, drafts = [] }: Outbox): string[] {
  const asked = [...refused, ...pending].map(({ operation }) =>
    operationText(operation, (name) => texts[name]?.text ?? null),
  );
  const held = drafts.map(({ live, unsent }) => applyChange(live, unsent) ?? '');
  return [...asked, ...held].filter((words) => words.trim() !== '');
}
