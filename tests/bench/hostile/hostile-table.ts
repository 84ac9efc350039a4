import type { HostileFigures, HostileResult } from './hostile.ts';

/** Milliseconds wanted at most: of acknowledgements and of health checks, 99 in 100. */
const WANTED = { acks: 250, health: 100 };

/** The measurement as a table for a terminal; what is slower than wanted is marked. */
export function hostileTable({ honest, readers, attacks }: HostileResult): string {
  const ms = (value: number, most = Number.POSITIVE_INFINITY) =>
    `${value.toFixed(0)}${value > most ? ' !' : '  '}`.padStart(10);
  const row = (figures: HostileFigures) => {
    const { attack, acks, refused, p50, p99, healthP99, rest, cpu, load, booty } = figures;
    const counts = Object.entries(booty.counts).map(([what, count]) => `${what}: ${count}`);
    return [
      attack.padEnd(12),
      String(acks).padStart(7),
      String(refused).padStart(8),
      ms(p50),
      ms(p99, WANTED.acks),
      ms(healthP99, WANTED.health),
      ms(rest),
      (cpu?.toFixed(1) ?? '?').padStart(9),
      load.toFixed(1).padStart(7),
      `  ${[...counts, booty.note ?? ''].filter(Boolean).join(', ')}`,
    ].join('');
  };
  return [
    `${honest} honest people act once a second, and ${readers} read along, while one address attacks (wanted: acks ${WANTED.acks} ms, /healthz ${WANTED.health} ms)`,
    `${'attack'.padEnd(12)}${'acks'.padStart(7)}${'refused'.padStart(8)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'healthz p99'.padStart(10)}${'rest ms'.padStart(10)}${'server s'.padStart(9)}${'load'.padStart(7)}  the attacker got`,
    ...attacks.map(row),
    '',
  ].join('\n');
}
