import { decideIncidentReport } from '../incidentReport/decide.js';
import { evolveIncidentReport } from '../incidentReport/evolve.js';
import { react } from '../incidentReport/react.js';
import type { Room } from '../room.js';

/**
 * The incident report 事故报告书. At the end, and anew when the watch is over, Muster writes a draft from the record: nobody waits
 * days for it, and the last one tells of the watch as well. People put sections into their own words and submit it;
 * each version that is submitted is a document of its own, which somebody else reviews and a third person approves.
 */
export const incidentReport: Room<'incidentReport'> = {
  name: 'incidentReport',
  initial: { edited: {}, versions: [], stage: 'draft' },
  evolve: evolveIncidentReport,
  decide: { incidentReport: decideIncidentReport },
  react,

  openItems(state) {
    return state.phase === 'aftermath' && !state.incidentReport.draft ? [{ code: 'report_not_written' }] : [];
  },
};
