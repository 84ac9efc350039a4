import type { Operation } from '#domain/debate/engine/operations.ts';
import { isTextEdit, type TextEdit, type TextName, textNamed } from '#domain/debate/texts/texts.ts';
import { applyChange, type TextChange } from '#domain/ot/text-change.ts';

/** Returns the words an operation's author wrote, so that a rejection loses none: the whole new wording, if it can be made. */
export function operationText(operation: Operation, textOf: (name: TextName) => string | null): string {
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
      return together(...operation.phases.map(({ title, note }) => [title, note].filter(Boolean).join('\n')));
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
