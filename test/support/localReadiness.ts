import { pino } from 'pino';
import { inspectReadiness } from '../../src/activities/readiness.js';
import type { ReadinessInspections } from '../../src/api/readiness/temporalReadiness.js';
import { createDirectory } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';

/** The real inspection in this process, without Temporal: its mails wait in the outbox. */
export function localReadiness(store: Store): ReadinessInspections {
  const inspect = inspectReadiness({
    ...{ store, directory: createDirectory(store), channel: { name: 'email' }, zone: 'Asia/Shanghai' },
    log: pino({ level: 'silent' }),
  });
  return {
    async start(_, { scheduledFor = Date.now(), asked }) {
      await inspect({ scheduledFor, ...(asked === undefined ? {} : { asked }) });
    },
  };
}
