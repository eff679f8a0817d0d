import type { ApiParts } from '../deps.js';
import { ProblemError } from '../problemError.js';

/** What a running workflow has in mind would be written over what is erased. */
export async function mustHaveEnded({ incidents }: Pick<ApiParts, 'incidents'>, incidentId: string): Promise<void> {
  if (!(await incidents.hasEnded(incidentId))) throw new ProblemError('incident_still_runs', { incidentId });
}
