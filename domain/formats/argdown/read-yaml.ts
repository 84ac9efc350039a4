import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { FormatError } from '../format-error.ts';

/** Maximum nesting of lists and mappings. */
const DEPTH = 32;

/**
 * Parses the YAML of an Argdown document, without aliases and with limited nesting: through aliases some hundred bytes could expand to
 * billions of values. `line`: where it begins.
 */
export function readYaml(yaml: string, line: number | null): unknown {
  const value = loadPlainly(yaml, line);
  const seen = new Set<unknown>();
  const waiting = [{ value, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (seen.has(value)) throw new FormatError('malformed', line, 'an alias in YAML (* or <<)');
    if (depth > DEPTH) throw new FormatError('malformed', line, `YAML nested more than ${DEPTH} levels deep`);
    seen.add(value);
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return value;
}

/** Without the schema that merges mappings: an alias stays one object, however often it is used. */
function loadPlainly(yaml: string, line: number | null): unknown {
  try {
    return load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    if (error instanceof YAMLException) throw new FormatError('malformed', line, error.reason);
    throw error;
  }
}
