import { HEARS } from '../../src/domain/incident/hearing.js';
import { evolve } from '../../src/domain/incident/index.js';
import type { EventType, IncidentEvent, State } from '../../src/domain/incident/index.js';
import type { Room } from '../../src/domain/incident/room.js';
import { ROOM_NAMES, ROOMS } from '../../src/domain/incident/rooms/index.js';
import type { RoomName } from '../../src/domain/incident/state.js';

const hears: { readonly [K in RoomName]?: readonly EventType[] } = HEARS;

/** The rooms that are not told of this event, and would do something about it if they were. */
export function deafRooms(state: State, event: IncidentEvent): RoomName[] {
  const after = evolve(state, event);
  return ROOM_NAMES.filter((name) => {
    if (hears[name]?.includes(event.type) ?? true) return false;
    const room = ROOMS[name] as Room<RoomName, IncidentEvent>;
    const isMoved = room.evolve(state[name], event, after) !== state[name];
    return isMoved || (room.react?.(after, event, () => []) ?? []).length > 0;
  });
}
