import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import { isTextEdit, type TextEdit, type TextName, textNamed } from '#domain/debate/texts/texts.ts';
import { applyChange, type TextChange } from '#domain/ot/text-change.ts';

/** The debate as a page knows it, for the texts that stand in lists. */
type Known = Pick<DebateState, 'agenda' | 'head'>;

/**
 * Returns the words an operation's author wrote, so that a rejection loses none: the whole new wording, if it can be made. Of lists that
 * are sent whole, what is not in them yet; without `known` nothing.
 */
export function operationText(
  operation: Operation,
  textOf: (name: TextName) => string | null,
  known: Known | null,
): string {
  if (isTextEdit(operation)) return editedText(operation, textOf(textNamed(operation)));
  switch (operation.type) {
    case 'claim.add':
    case 'comment.add':
    case 'question.ask':
      return operation.text;
    case 'claim.retract':
      return operation.reason ?? '';
    case 'claim.split':
      return [operation.text, ...operation.parts.map(({ text }) => text)].join('\n\n');
    case 'source.add':
      return [operation.title, operation.locator, operation.url, operation.excerpt]
        .filter(Boolean)
        .join('\n');
    case 'suggestion.make':
      return together(operation.text, operation.note);
    case 'steelman.answer':
      return operation.missing?.text ?? '';
    case 'poll.open':
      return together(operation.question, operation.options.join('\n'));
    case 'poll.answer':
      return typeof operation.choice === 'string' ? operation.choice : '';
    case 'debate.edit':
      return together(operation.title, operation.motion);
    case 'position.add':
      return together(operation.name, operation.summary);
    case 'position.edit':
    case 'participant.rename':
      return operation.name ?? '';
    case 'agenda.set':
      return known ? together(...operation.phases.map((phase) => newWords(phase, known))) : '';
    case 'debate.configure': {
      const before = known?.head?.settings.reasons;
      return before ? (operation.reasons ?? []).filter((reason) => !before.includes(reason)).join('\n') : '';
    }
    case 'group.form':
      return operation.groups.map(({ name }) => name).join('\n');
    case 'suggestion.settle':
      return operation.note;
    case 'report.make':
      return operation.words;
    case 'flag.set':
    case 'content.hide':
    case 'content.hideAllBy':
    case 'content.sendBack':
      return operation.note;
    default:
      return '';
  }
}

/** The title and note of a phase, unless the agenda has them already. */
function newWords({ id, title, note }: Phase, { agenda }: Known): string {
  const before = agenda?.phases.find((phase) => phase.id === id);
  return [title !== before?.title && title, note !== before?.note && note].filter(Boolean).join('\n');
}

/** Texts that were written as one, with an empty line between. */
function together(...texts: readonly (string | undefined)[]): string {
  return texts.filter(Boolean).join('\n\n');
}

function editedText({ change }: TextEdit, text: string | null): string {
  return applyChange(text ?? '', change) ?? insertedBy(change);
}

function insertedBy(change: TextChange): string {
  return change
    .flatMap((part) => (typeof part === 'number' ? [] : [part.slice(1).join('\n')]))
    .filter(Boolean)
    .join(' … ');
}
