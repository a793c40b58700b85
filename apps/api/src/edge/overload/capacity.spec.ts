import { beforeEach, describe, expect, it } from '@jest/globals';
import { Capacity } from './capacity.js';

/** Time and turns of the event loop, by hand. */
class Hand {
  at = 0;
  private after: (() => void)[] = [];
  readonly now = (): number => this.at;
  readonly afterTurn = (work: () => void): void => void this.after.push(work);

  /** The next turn begins so many milliseconds later. */
  turn(milliseconds = 1): void {
    for (const work of this.after.splice(0)) work();
    this.at += milliseconds;
  }
}

let hand: Hand;
let capacity: Capacity;
beforeEach(() => {
  hand = new Hand();
  capacity = new Capacity(hand);
});

const enter = (count: number): void => {
  for (let n = 0; n < count; n += 1) capacity.enter();
};
const giveUp = (count: number): void => {
  for (let n = 0; n < count; n += 1) capacity.leave(false);
};
const answer = (count: number): void => {
  for (let n = 0; n < count; n += 1) capacity.leave(true);
};
/** So many come and are answered in each of some milliseconds. */
const serve = (perMillisecond: number, milliseconds: number): void => {
  for (let n = 0; n < milliseconds; n += 1) {
    capacity.hasRoom();
    enter(perMillisecond);
    answer(perMillisecond);
    hand.turn();
  }
};
/** How many get in beside those who are in, where nobody is answered. */
const room = (): number => {
  let count = 0;
  for (; count < 5_000 && capacity.hasRoom(); count += 1) capacity.enter();
  return count;
};
describe('Room', () => {
  it('is for 64 where nothing was measured', () => {
    enter(64);
    expect(capacity.hasRoom()).toBe(true);
    hand.turn(20);
    expect(capacity.hasRoom()).toBe(false);
  });

  it('is for what was answered in 50 ms', () => {
    serve(5, 200);
    enter(249);
    expect(capacity.hasRoom()).toBe(true);
    enter(1);
    capacity.hasRoom();
    hand.turn(20);
    expect(capacity.hasRoom()).toBe(false);
    capacity.leave(true);
    expect(capacity.hasRoom()).toBe(true);
  });

  it('is not made by those who left without an answer', () => {
    for (let n = 0; n < 200; n += 1) {
      capacity.hasRoom();
      enter(5);
      giveUp(5);
      hand.turn();
    }
    enter(65);
    capacity.hasRoom();
    hand.turn(20);
    expect(capacity.hasRoom()).toBe(false);
  });

  it('stays through a pause, and is the least again half a second after answers ceased', () => {
    serve(5, 200);
    enter(200);
    for (const [waited, has] of [[100, true], [300, true], [200, false]] as const) {
      for (let passed = 0; passed < waited; passed += 50) {
        hand.turn(50);
        capacity.hasRoom();
      }
      expect([waited, capacity.hasRoom()]).toEqual([waited, has]);
    }
  });

  it('is for a crowd that comes at once, up to a bound, and for the next one only after a calm second', () => {
    expect(room()).toBe(2_048);
    hand.turn(20);
    expect(room()).toBe(0);
    giveUp(2_048);
    hand.turn(500);
    expect(room()).toBe(64);
    giveUp(64);
    hand.turn(1_100);
    expect(room()).toBeGreaterThan(64);
  });

  it('ends in a turn of the loop that took many in and goes on for too long, for those who go first later', () => {
    serve(20, 200);
    const has = () => [capacity.hasRoom(), capacity.hasRoomForFirst()];
    expect(has()).toEqual([true, true]);
    hand.at += 250;
    expect(has()).toEqual([true, true]);
    enter(64);
    expect(has()).toEqual([false, false]);
    hand.turn();
    expect(has()).toEqual([true, true]);
    enter(64);
    hand.at += 199;
    expect(has()).toEqual([false, true]);
  });
});
