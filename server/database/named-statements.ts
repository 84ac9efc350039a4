import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';
import type { Statement } from './open-database.ts';

/**
 * Codes of what PostgreSQL answers if a connection doesn't have a name, has it already, or has it for an earlier shape of a table. The
 * statement was not run then.
 */
const REFUSED_NAMES: ReadonlySet<unknown> = new Set(['26000', '42P05', '0A000']);

/**
 * Names statements, so that PostgreSQL parses and plans each once a connection: a quarter of what an append costs. Behind a pooler that
 * assigns a connection per transaction, a name may be unknown, or taken. Then nothing is named any longer, and the statement is sent again.
 */
export class NamedStatements {
  readonly #names = new Map<string, string>();
  #areRefused = false;

  /** Runs a statement by `query`: with a name, unless names were refused. */
  async run<T>({ text, values }: Statement, query: (statement: QueryConfig) => Promise<T>): Promise<T> {
    if (this.#areRefused) return query({ text, values });
    try {
      return await query({ name: this.#nameOf(text), text, values });
    } catch (error) {
      if (!isRefusedName(error)) throw error;
      this.#areRefused = true;
      return query({ text, values });
    }
  }

  /** Derived from its text: others may use the same connection of a pooler, and must not find another statement under a name. */
  #nameOf(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = `parley_${createHash('sha256').update(text).digest('base64url')}`;
    this.#names.set(text, name);
    return name;
  }
}

function isRefusedName(error: unknown): boolean {
  return error instanceof Error && REFUSED_NAMES.has(Reflect.get(error, 'code'));
}
