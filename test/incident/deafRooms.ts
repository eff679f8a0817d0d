import { evolve } from '../../src/domain/incident/index.js';
import type { IncidentEvent, State } from '../../src/domain/incident/index.js';
import { EVERY_ROOM, hearersOf } from '../../src/domain/incident/evolve.js';
import type { Room } from '../../src/domain/incident/room.js';
import type { RoomName } from '../../src/domain/incident/state.js';

/** The rooms that are not told of this event, and would do something about it if they were. */
export function deafRooms(state: State, event: IncidentEvent, after = evolve(state, event)): RoomName[] {
  const hearing = hearersOf(event.type).all;
  return (EVERY_ROOM as Room<RoomName, IncidentEvent>[])
    .filter((room) => {
      if (hearing.some(({ name }) => name === room.name)) return false;
      const isMoved = room.evolve(state[room.name], event, after) !== state[room.name];
      return isMoved || (room.react?.(after, event, () => []) ?? []).length > 0;
    })
    .map(({ name }) => name);
}
