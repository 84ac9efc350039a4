import { ATTACKS, type AttackName, type Target } from './attacks.ts';

/** The bench's start message, with the duration in milliseconds. */
interface Go {
  readonly milliseconds: number;
}

/** Child process: leads one attack. Says `ready`, waits for the word to go, and answers what it came to. */
const { name, target } = JSON.parse(process.env.BENCH_ATTACK ?? '{}') as { name: AttackName; target: Target };
try {
  const strike = await ATTACKS[name](target);
  process.once('message', ({ milliseconds }: Go) => {
    strike(performance.now() + milliseconds).then(
      (booty) => process.send?.({ booty }, () => process.exit(0)),
      (error: unknown) => process.send?.({ failed: String(error) }, () => process.exit(1)),
    );
  });
  process.send?.({ ready: true });
} catch (error) {
  process.send?.({ failed: String(error) }, () => process.exit(1));
}
