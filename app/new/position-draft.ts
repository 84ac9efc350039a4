import { HUES, type Hue } from '../../domain/debate/positions/position.ts';

/** A position being written. */
export interface PositionDraft {
  readonly key: string;
  readonly name: string;
  readonly hue: Hue;
  readonly summary: string;
  /** The position it takes the place of, of the debate the new one is started from. */
  readonly of?: string;
}

/** The names of the form's fields for a position: the form holds what is written, also before the scripts have come. */
export function positionFields(key: string): Record<'name' | 'hue' | 'summary', string> {
  return { name: `${key}.name`, hue: `${key}.hue`, summary: `${key}.summary` };
}

/** The positions as the form has them now. */
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

/** An empty position in the first colour not taken; its key is that colour's, which no other has. */
export function blankPosition(taken: readonly Hue[]): PositionDraft {
  const hue = HUES.find((one) => !taken.includes(one)) ?? HUES[0];
  return { key: hue, name: '', hue, summary: '' };
}
