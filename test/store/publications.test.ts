import { expect, test } from '@jest/globals';
import { confirmed, draft, on, publicationBasis, withdraw } from '../incident/publicationPlan.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('on %s', (engine) => {
  const opened = useStore(engine);

  test.each([0, 1, 2])(
    'a withdrawal and a publishing at once leave nothing on the page that is withdrawn (%i)',
    async (n) => {
      const { store, other } = opened;
      const basis = publicationBasis();
      const story = confirmed('L2', { incidentId: `i-race-${n}` }, basis);
      story.says('gao-yang', draft());
      story.says('wang-fang', on('check'));
      story.says('lin-wei', on('approve'));
      const { incidentId } = story.state;
      await store.record({ incidentId, basis, events: story.events, messages: [] });
      const withdrawn = story.says('lin-wei', withdraw());
      const key = { incidentId, publication: 'p1', version: 1, at: 1 };
      const withdrawing = async () => {
        await other.record({ incidentId, events: withdrawn, messages: [] });
        await other.withdrawPublication(key);
      };
      await Promise.all([store.publish(key), withdrawing()]);
      expect(await store.publish(key)).toMatchObject({ shows: 'withdrawn' });
      const all = await store.listPublished(10);
      expect(all.every(({ texts, withdrawnAt }) => texts === undefined && withdrawnAt !== undefined)).toBe(true);
    },
  );
});
