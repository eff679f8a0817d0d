import type { Room } from '../room.js';
import type { RoomName } from '../state.js';
import { aftermath } from './aftermath.js';
import { analysis } from './analysis.js';
import { checkIn } from './checkIn.js';
import { claims } from './claims.js';
import { clock } from './clock.js';
import { command } from './command.js';
import { effects } from './effects.js';
import { failures } from './failures.js';
import { grading } from './grading.js';
import { incidentReport } from './incidentReport.js';
import { lessons } from './lessons.js';
import { summary } from './summary.js';
import { improvements } from './improvements.js';
import { merging } from './merging.js';
import { mobilisation } from './mobilisation.js';
import { obligations } from './obligations.js';
import { plan } from './plan.js';
import { publicOpinion } from './publicOpinion.js';
import { publication } from './publication.js';
import { report } from './report.js';
import { resources } from './resources.js';
import { sitreps } from './sitreps.js';
import { situation } from './situation.js';
import { scene } from './scene.js';
import { tasks } from './tasks.js';
import { termination } from './termination.js';
import { verification } from './verification.js';

/**
 * In the order in which they react to an event and wake: `effects` after those of whose events it tells people, and only
 * then `claims`, so that calls leave before the ledger is asked.
 */
export const ROOMS: { readonly [K in RoomName]: Room<K> } = {
  report,
  clock,
  plan,
  merging,
  command,
  checkIn,
  grading,
  verification,
  mobilisation,
  situation,
  sitreps,
  tasks,
  scene,
  obligations,
  resources,
  termination,
  publicOpinion,
  analysis,
  incidentReport,
  publication,
  aftermath,
  lessons,
  summary,
  improvements,
  failures,
  effects,
  claims,
};

export const ROOM_NAMES = Object.keys(ROOMS) as RoomName[];
