import type { UpkeepTask as Task } from '../../domain/plan/upkeep.js';
import type { UpkeepRow } from '../../store/index.js';

export type UpkeepTask = Task & Pick<UpkeepRow, 'told'>;

/** As the domain speaks of what is stored. */
export function taskOf({ id, kind, matter, resource, item, dueOn, openedOn, told }: UpkeepRow): UpkeepTask {
  return { id, kind, matter, resource, ...(item === null ? {} : { item }), due: dueOn, openedOn, told };
}
