/** True if text can be stored anywhere: it has no NUL, which databases refuse, and no lone surrogate. */
function isSoundText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** True if all texts in parsed JSON, field names included, are sound. */
export function hasSoundTexts(value: unknown): boolean {
  if (typeof value === 'string') return isSoundText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSoundTexts);
  return Object.entries(value).every(([name, part]) => isSoundText(name) && hasSoundTexts(part));
}
