import type { ActivityDeps } from './deps.js';
import { withHeartbeat } from './heartbeat.js';
import { claimPeople, releasePeople } from './claims.js';
import { mergeInto } from './mergeInto.js';
import { notify } from './notify.js';
import { record } from './record.js';
import { writeDocument } from './writeDocument.js';

export type { ActivityDeps } from './deps.js';

/** One outside effect each; every one may run again after a crash and then repeats nothing that matters. */
export function createActivities(deps: ActivityDeps) {
  return {
    record: withHeartbeat(record(deps)),
    claimPeople: withHeartbeat(claimPeople(deps)),
    releasePeople: withHeartbeat(releasePeople(deps)),
    mergeInto: withHeartbeat(mergeInto(deps)),
    notify: withHeartbeat(notify(deps)),
    writeDocument: withHeartbeat(writeDocument(deps)),
  };
}

export type Activities = ReturnType<typeof createActivities>;
