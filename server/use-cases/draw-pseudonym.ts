import { randomInt } from 'node:crypto';

/** What a creature is like. Nothing that is said of people by what they are. */
const MANNERS = `
  Amber Attentive Balanced Brisk Calm Careful Cheerful Clear Coastal Composed Constant Cordial
  Curious Distant Eager Early Even Fair Frank Free Gentle Glad Golden Hardy Honest Keen Kind Late
  Level Light Lively Lucid Mellow Merry Mild Nimble Noble Northern Open Patient Plain Polite
  Prompt Quick Quiet Ready Roaming Rustic Silver Sincere Southern Steady Still Sunny Swift Tidy
  Tranquil True Vivid Warm Watchful Western Willing Wintry`
  .trim()
  .split(/\s+/);

/** Creatures that nobody is called in scorn. */
const CREATURES = `
  Albatross Alpaca Antelope Avocet Badger Bittern Bluebird Bunting Caribou Chaffinch Chamois
  Cormorant Crane Cricket Curlew Deer Dolphin Dormouse Dove Dragonfly Dunlin Egret Eider Elk
  Falcon Finch Firefly Gannet Gazelle Goldfinch Grebe Greenfinch Hare Hawk Hedgehog Heron Ibex
  Ibis Jackdaw Jay Kestrel Kingfisher Kite Kittiwake Ladybird Lapwing Lark Linnet Lynx Magpie
  Manatee Marten Martin Merlin Mole Moose Moth Narwhal Newt Nightingale Nuthatch Octopus Oriole
  Osprey Otter Owl Oystercatcher Panda Partridge Pelican Petrel Pika Pipit Plover Porpoise Puffin
  Quail Rabbit Raven Redshank Redstart Robin Rook Salmon Sandpiper Seahorse Seal Siskin Skylark
  Sparrow Squirrel Starling Stork Swallow Swan Swift Tapir Teal Tern Thrush Tortoise Trout Turtle
  Vole Wagtail Warbler Waxwing Weaver Whimbrel Wombat Woodpecker Wren Yellowhammer Zebra`
  .trim()
  .split(/\s+/);

/** Tries at a pair nobody has, before one gets a number: far more than a debate's people make needful. */
const TRIES = 100;

/**
 * A pseudonym nobody has yet. Drawn by chance alone: of neither the person nor the moment they came is anything in it. It is
 * a name, the same in every language, so that people can speak of one another.
 */
export function drawPseudonym(
  taken: ReadonlySet<string>,
  random: (below: number) => number = randomInt,
): string {
  const pick = (words: readonly string[]) => words[random(words.length)] ?? '';
  const draw = () => `${pick(MANNERS)} ${pick(CREATURES)}`;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const pseudonym = draw();
    if (!taken.has(pseudonym)) return pseudonym;
  }
  const last = draw();
  let number = 2;
  while (taken.has(`${last} ${number}`)) number += 1;
  return `${last} ${number}`;
}
