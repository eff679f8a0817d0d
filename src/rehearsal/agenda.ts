import type { Instant } from '../domain/time.js';

interface Entry {
  at: Instant;
  /** Of those at one instant, the one that was put down first comes first. */
  nth: number;
  act: () => void;
}

/** What is going to happen, the earliest first: a binary heap. */
export class Agenda {
  private heap: Entry[] = [];
  private put = 0;

  next(): Instant | undefined {
    return this.heap[0]?.at;
  }

  add(at: Instant, act: () => void): void {
    const { heap } = this;
    const entry = { at, nth: this.put++, act };
    let i = heap.length;
    heap.push(entry);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!isBefore(entry, heap[parent]!)) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = entry;
  }

  take(): () => void {
    const { heap } = this;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) {
      let i = 0;
      for (;;) {
        let child = 2 * i + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
        if (!isBefore(heap[child]!, last)) break;
        heap[i] = heap[child]!;
        i = child;
      }
      heap[i] = last;
    }
    return first.act;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at === b.at ? a.nth < b.nth : a.at < b.at;
}
