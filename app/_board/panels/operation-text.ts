import type { Operation } from '../../../domain/debate/operations.ts';
import { applyChange, type TextChange } from '../../../domain/debate/text-change.ts';
import { isTextEdit, type TextEdit, type TextName, textNamed } from '../../../domain/debate/texts.ts';

/** What kind of thing an operation is, in the words of `panel.refusedKind`. */
export function operationKind({ type }: Operation): string {
  switch (type) {
    case 'claim.add':
      return 'argument';
    case 'claim.edit':
      return 'wording';
    case 'claim.move':
      return 'move';
    case 'source.add':
    case 'source.edit':
    case 'claim.cite':
    case 'claim.uncite':
      return 'source';
    case 'link.add':
    case 'link.retract':
    case 'link.restore':
      return 'link';
    default:
      return type.startsWith('comment.') ? 'comment' : type.startsWith('vote.') ? 'vote' : 'change';
  }
}

/** The words its author wrote, so that none are lost with a refusal: the whole new wording, where it can be made. */
export function operationText(operation: Operation, textOf: (name: TextName) => string | null): string {
  if (isTextEdit(operation)) return editedText(operation, textOf(textNamed(operation)));
  switch (operation.type) {
    case 'claim.add':
    case 'comment.add':
      return operation.text;
    case 'source.add':
      return [operation.title, operation.locator, operation.url, operation.excerpt]
        .filter(Boolean)
        .join('\n');
    default:
      return '';
  }
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
