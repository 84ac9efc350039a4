/** The measurement of one server. Times in milliseconds. */
export interface Figures {
  readonly operations: number;
  readonly deliveries: number;
  readonly lost: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** CPU time of the server, its database included, per 1,000 deliveries (an operation reaching one connection). */
  readonly cpuPerThousand: number;
  /** The share of it that a database in processes of its own took, 0 to 1. */
  readonly databaseShare: number;
  /** Resident memory at the end, in megabytes. */
  readonly memory: number;
  /** Operations the server did not take. */
  readonly refused: number;
  /** From the first connection until all were there. */
  readonly joined: number;
  /** Bytes in use for each connection, with its share of the room's. */
  readonly perConnection: number;
  /** From sending an operation until its answer, 99 in 100. */
  readonly answered: number;
}

/** The value that this share (0 to 1) of the values stays under; 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function summarise(
  latencies: readonly number[],
  counted: { operations: number; lost: number; cpu: number; databaseCpu: number; memory: number },
): Omit<Figures, 'refused' | 'joined' | 'perConnection' | 'answered'> {
  return {
    operations: counted.operations,
    deliveries: latencies.length,
    lost: counted.lost,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpuPerThousand: (counted.cpu / latencies.length) * 1_000,
    databaseShare: counted.databaseCpu / counted.cpu,
    memory: counted.memory / 2 ** 20,
  };
}
