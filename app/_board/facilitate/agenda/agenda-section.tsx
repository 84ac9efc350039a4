'use client';

/** The phases of the debate: which one is on, what comes next, and the agenda itself. */
export function AgendaSection() {
  return null;
}
