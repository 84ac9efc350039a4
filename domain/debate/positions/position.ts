export const HUES = ['blue', 'ochre', 'violet', 'teal', 'rose', 'olive', 'slate', 'umber'] as const;

export type Hue = (typeof HUES)[number];

export interface Position {
  readonly id: string;
  readonly name: string;
  readonly hue: Hue;
  readonly summary: string;
  readonly order: string;
  readonly removed: boolean;
}
