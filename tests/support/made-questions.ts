import type { OperationOf } from '../../domain/debate/engine/operations.ts';

export function ask(questionId: string, text = 'Who pays?'): OperationOf<'question.ask'> {
  return { type: 'question.ask', questionId, text };
}

export function support(questionId: string, supported = true): OperationOf<'question.support'> {
  return { type: 'question.support', questionId, supported };
}

export function withdrawQuestion(questionId: string, withdrawn = true): OperationOf<'question.withdraw'> {
  return { type: 'question.withdraw', questionId, withdrawn };
}

/** Null: it is on its own again. */
export function mergeQuestion(questionId: string, into: string | null): OperationOf<'question.merge'> {
  return { type: 'question.merge', questionId, into };
}

export function pin(questionId: string, pinned = true): OperationOf<'question.pin'> {
  return { type: 'question.pin', questionId, pinned };
}

export function markAnswered(questionId: string, answered = true): OperationOf<'question.answer'> {
  return { type: 'question.answer', questionId, answered };
}
