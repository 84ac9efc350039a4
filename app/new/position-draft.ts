import { HUES, type Hue } from '../../domain/debate/positions/position.ts';
import { hasFields, isOneOf, isText, orAbsent } from '../_ui/read-stored.ts';

/** A position being written. */
export interface PositionDraft {
  readonly key: string;
  readonly name: string;
  readonly hue: Hue;
  readonly summary: string;
  /** Id of the corresponding position in the debate from which the new one is started. */
  readonly of?: string;
}

/** True if a stored value is a position as this release writes it. */
export const isPositionDraft = hasFields<PositionDraft>({
  key: isText,
  name: isText,
  hue: isOneOf(HUES),
  summary: isText,
  of: orAbsent(isText),
});

/** Returns the names of a position's form fields: the form contains what was entered, also before scripts load. */
export function positionFields(key: string): Record<'name' | 'hue' | 'summary', string> {
  return { name: `${key}.name`, hue: `${key}.hue`, summary: `${key}.summary` };
}

/** Returns the positions as they are in the form now. */
export function writtenPositions(
  positions: readonly PositionDraft[],
  form: FormData,
): readonly PositionDraft[] {
  return positions.map((position) => {
    const fields = positionFields(position.key);
    const written = (field: string) => String(form.get(field) ?? '').trim();
    return {
      ...position,
      name: written(fields.name),
      hue: written(fields.hue) as Hue,
      summary: written(fields.summary),
    };
  });
}

/** Returns an empty position in the first free colour; its key is that colour's, which no other has. */
export function blankPosition(taken: readonly Hue[]): PositionDraft {
  const hue = HUES.find((one) => !taken.includes(one)) ?? HUES[0];
  return { key: hue, name: '', hue, summary: '' };
}
