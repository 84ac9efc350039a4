import type { SimNode } from './sim-node.ts';
import type { SimPerson } from './sim-person.ts';

type ConnectionHappening =
  | 'deliverUp'
  | 'deliverDown'
  | 'drop'
  | 'connect'
  | 'loseHeart'
  | 'retry'
  | 'double'
  | 'overtake'
  | 'comeBack';

/** The events that happen to a person's connection: each returns true if something came of it. */
export const TO_CONNECTION = {
  deliverUp: ({ wire, node }: SimPerson) => {
    if (!wire || !node || wire.upWaiting === 0) return false;
    node.handle(wire);
    return true;
  },
  deliverDown: (person: SimPerson) => {
    if (!person.wire || person.wire.downWaiting === 0) return false;
    person.take();
    return true;
  },
  drop: (person) => {
    const connected = person.node !== null;
    person.drop();
    return connected;
  },
  connect: (person, node) => {
    if (person.node !== null) return false;
    person.connectTo(node);
    return true;
  },
  loseHeart: (person) => {
    if (!person.awaitsAnswer) return false;
    person.loseHeart();
    return true;
  },
  retry: (person) => person.retry(),
  double: ({ wire }) => wire?.double() ?? false,
  overtake: ({ wire }) => wire?.overtake() ?? false,
  comeBack: (person) => person.comeBack(),
} satisfies Readonly<Record<ConnectionHappening, (person: SimPerson, node: SimNode) => boolean>>;

/** True if an event happens to a person's connection alone. */
export function isToConnection(happening: string): happening is ConnectionHappening {
  return happening in TO_CONNECTION;
}
