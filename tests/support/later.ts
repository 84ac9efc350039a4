import type { DebateBuilder } from './debate-builder.ts';

/** Advances a debate's clock by so many milliseconds. */
export function later(debate: DebateBuilder, milliseconds: number): DebateBuilder {
  debate.now += milliseconds;
  return debate;
}
