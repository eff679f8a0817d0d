import { ApplicationFailure } from '@temporalio/activity';
import { StoreError } from '../store/index.js';
import type { ShownAs } from '../store/index.js';
import type { ActivityDeps } from './deps.js';

export interface PublishRequest {
  incidentId: string;
  publication: string;
  version: number;
  /** The event by which it was approved or withdrawn. */
  upTo: number;
  withdrawn?: true;
}

/** The record may lag behind the request by one recording; silence longer than this is left to the retry. */
const RECORD_LAG_MS = 2_000;

/** Lets the public see the version that the record says is approved, or takes it off. Asked again, it changes nothing. */
export function publish({ store }: ActivityDeps) {
  return async ({ upTo, withdrawn, ...asked }: PublishRequest): Promise<ShownAs> => {
    const { incidentId } = asked;
    if (!(await store.waitForSeq(incidentId, upTo, RECORD_LAG_MS))) {
      throw new Error(`event ${upTo} of incident ${incidentId} is not recorded yet; it is tried again`);
    }
    const request = { ...asked, at: Date.now() };
    try {
      return await (withdrawn ? store.withdrawPublication(request) : store.publish(request));
    } catch (error) {
      // By the record it must not be out, and no attempt will change that.
      const never =
        error instanceof StoreError && (error.code === 'not_approved' || error.code === 'drill_not_published');
      throw never ? ApplicationFailure.nonRetryable(error.message, error.code) : error;
    }
  };
}
