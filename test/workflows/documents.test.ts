import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isDocument, pending } from '../../src/domain/incident/index.js';
import { TestMuster } from '../support/muster.js';
import { COMMANDER, withSitreps } from './documentsStory.js';

const SITREPS = 6;

describe('the documents of an incident', () => {
  let muster: TestMuster;
  /** The number of the SITREP that cannot be written. */
  let broken: number | undefined;
  let mayWrite: () => void;
  const gate = new Promise<void>((resolve) => (mayWrite = resolve));
  beforeAll(async () => {
    muster = await TestMuster.start({
      aroundDesk: (desk) => ({
        ...desk,
        async write(order) {
          await gate;
          if (order.number === broken) throw new Error('the desk cannot write this one');
          return desk.write(order);
        },
      }),
    });
  });
  afterAll(() => {
    // Else what waits at the gate would keep the worker.
    mayWrite();
    return muster.close();
  });

  const writing = async (id: string): Promise<number> => {
    const { raw } = await muster.handle(id).describe();
    return (raw.pendingActivities ?? []).filter(({ activityType }) => activityType?.name === 'writeDocument').length;
  };

  test('are written two at a time while others wait, and one that cannot be written holds none up', async () => {
    broken = 1;
    const id = await withSitreps(muster, SITREPS);
    await muster.until(id, (state) => pending(state).filter(isDocument).length === SITREPS);
    // Decided after all of them were asked for.
    await muster.says(id, COMMANDER, { type: 'checkIn' });
    expect(await writing(id)).toBe(2);

    mayWrite();
    const written = (numbers: number[]) =>
      muster.until(id, (_, events) => {
        const had = events.flatMap((event) => (event.type === 'documentWritten' ? [event.number] : []));
        return numbers.every((number) => had.includes(number));
      });
    await written([2, 3, 4, 5, 6]);
    expect(await writing(id)).toBe(1);
    broken = undefined;
    await written([1]);
    expect(await writing(id)).toBe(0);
    expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
  });
});
