/** People who may start debates, from the widest rule to the narrowest. `invited`: accounts that an administrator allowed. */
export const START_RULES = ['anyone', 'accounts', 'invited', 'administrators'] as const;

export type StartRule = (typeof START_RULES)[number];

/** The rule with this name; `null` if there is none. */
export function asStartRule(text: unknown): StartRule | null {
  return START_RULES.find((rule) => rule === text) ?? null;
}
