import { randomInt } from 'node:crypto';

/** Adjectives for creatures: none that people are described by because of what they are. */
const MANNERS = `
  Amber Attentive Balanced Brisk Calm Careful Cheerful Clear Coastal Composed Constant Cordial
  Curious Distant Eager Early Even Fair Frank Free Gentle Glad Golden Hardy Honest Keen Kind Late
  Level Light Lively Lucid Mellow Merry Mild Nimble Noble Northern Open Patient Plain Polite
  Prompt Quick Quiet Ready Roaming Rustic Silver Sincere Southern Steady Still Sunny Swift Tidy
  Tranquil True Vivid Warm Watchful Western Willing Wintry`
  .trim()
  .split(/\s+/);

/** Creatures whose names are no insults. */
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

/** Tries at an unused pair before adding a number: far more than the number of people in a debate requires. */
const TRIES = 100;

/**
 * A pseudonym that is unused so far. Drawn at random: it contains nothing about the person or the moment they joined. It is a name, the
 * same in every language, so that people can speak of one another.
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
