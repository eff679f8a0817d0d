import { drillClock } from './drillClock.mjs';
import { drillStart } from './drillStart.mjs';
import { fiveClosures } from './fiveClosures.mjs';
import { fiveIncidents } from './fiveIncidents.mjs';
import { fiftyReports } from './fiftyReports.mjs';
import { improvement } from './improvement.mjs';
import { programme } from './programme.mjs';
import { orphan } from './orphan.mjs';
import { secondStart } from './secondStart.mjs';
import { sigterm } from './sigterm.mjs';

/** Each `run` returns `{ violations, ... }`, the rest being figures. */
export const SCENARIOS = [
  secondStart,
  orphan,
  sigterm,
  improvement,
  programme,
  drillStart,
  drillClock,
  fiftyReports,
  fiveIncidents,
  fiveClosures,
];
