import type { Room } from '../room.js';
import type { RoomName } from '../state.js';
import { aftermath } from './aftermath.js';
import { checkIn } from './checkIn.js';
import { command } from './command.js';
import { effects } from './effects.js';
import { failures } from './failures.js';
import { grading } from './grading.js';
import { merging } from './merging.js';
import { mobilisation } from './mobilisation.js';
import { plan } from './plan.js';
import { report } from './report.js';
import { scene } from './scene.js';
import { tasks } from './tasks.js';
import { termination } from './termination.js';
import { verification } from './verification.js';

/** In the order in which they react to an event and wake; `effects` last, since it tells people what the others did. */
export const ROOMS: { readonly [K in RoomName]: Room<K> } = {
  report,
  plan,
  merging,
  command,
  checkIn,
  grading,
  verification,
  mobilisation,
  tasks,
  scene,
  termination,
  aftermath,
  failures,
  effects,
};

export const ROOM_NAMES = Object.keys(ROOMS) as RoomName[];
