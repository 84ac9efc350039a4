import type { Operation } from '../../../domain/debate/operations.ts';
import { applyChange, type TextChange } from '../../../domain/debate/text-change.ts';

/** The words its author wrote, so that none are lost with a refusal: the whole new wording, where it can be made. */
export function operationText(operation: Operation, textOf: (claimId: string) => string | undefined): string {
  switch (operation.type) {
    case 'claim.add':
    case 'comment.add':
    case 'comment.edit':
      return operation.text;
    case 'source.add':
      return [operation.title, operation.locator, operation.url, operation.excerpt]
        .filter(Boolean)
        .join('\n');
    case 'claim.edit':
      return applyChange(textOf(operation.claimId) ?? '', operation.change) ?? insertedBy(operation.change);
    default:
      return '';
  }
}

function insertedBy(change: TextChange): string {
  return change
    .flatMap((part) => (typeof part === 'number' ? [] : [part.slice(1).join('\n')]))
    .filter(Boolean)
    .join(' … ');
}
