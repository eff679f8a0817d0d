import { evolve } from '../../src/domain/incident/index.js';
import type { IncidentEvent, State } from '../../src/domain/incident/index.js';
import type { Room } from '../../src/domain/incident/room.js';
import { ROOM_NAMES, ROOMS } from '../../src/domain/incident/rooms/index.js';
import type { RoomName } from '../../src/domain/incident/state.js';

const untold = ROOM_NAMES.map((name) => ROOMS[name] as Room<RoomName>).filter((room) => room.hearsOfEffects !== true);

/** The rooms that are not told of effects, and would do something about this one if they were. */
export function deafRooms(state: State, event: IncidentEvent): RoomName[] {
  if (event.type !== 'effectRequested' && event.type !== 'noticeAttempted') return [];
  const after = evolve(state, event);
  return untold
    .filter((room) => {
      const isMoved = room.evolve(state[room.name], event, after) !== state[room.name];
      return isMoved || (room.react?.(after, event, () => []) ?? []).length > 0;
    })
    .map(({ name }) => name);
}
