import { hasFields, isListOf, isNumber, isText } from '#app/_ui/read-stored.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { PollFormType } from '#domain/debate/polls/poll-form.ts';

/** The fields of a quick poll's form as they are typed; each form of answer uses some of them. */
export interface PollShape {
  readonly options: readonly string[];
  readonly most: number;
  readonly budget: string;
  readonly steps: number;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  readonly min: string;
  readonly max: string;
}

/** True if a stored value has all fields of a form. */
export const isPollShape = hasFields<PollShape>({
  options: isListOf(isText),
  most: isNumber,
  budget: isText,
  steps: isNumber,
  low: isText,
  high: isText,
  unit: isText,
  min: isText,
  max: isText,
});

export const EMPTY_SHAPE: PollShape = {
  options: ['', ''],
  most: 2,
  budget: '10',
  steps: 5,
  low: '',
  high: '',
  unit: '',
  min: '',
  max: '',
};

/** The part of the operation that a form of answer needs. */
export function shapeOf(
  type: PollFormType,
  shape: PollShape,
): Pick<OperationOf<'poll.open'>, 'form' | 'options'> {
  const options = shape.options.map((option) => option.trim()).filter((option) => option !== '');
  switch (type) {
    case 'one':
      return { options };
    case 'several':
      return { form: { type, most: shape.most }, options };
    case 'ranking':
      return { form: { type }, options };
    case 'points':
      return { form: { type, budget: Math.round(Number(shape.budget)) }, options };
    case 'scale':
      return { form: { type, steps: shape.steps }, options: [shape.low.trim(), shape.high.trim()] };
    case 'text':
      return { form: { type }, options: [] };
    case 'number': {
      const [min, max] = [numberIn(shape.min), numberIn(shape.max)];
      return { form: { type, unit: shape.unit.trim(), min, max }, options: [] };
    }
  }
}

/** A typed number; null: none. */
export function numberIn(text: string): number | null {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}
