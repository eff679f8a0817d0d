import type { Logger } from 'pino';
import type { Basis } from '../domain/plan/compiled.js';
import { differenceOf, inPieces, isNoChange, peopleIn } from '../domain/plan/peopleChange.js';
import type { PeopleChange } from '../domain/plan/peopleChange.js';
import { MINUTE, SECOND } from '../domain/time.js';
import { keepUpToDate } from '../store/index.js';
import type { Directory, LiveIncident, Store } from '../store/index.js';
import type { Incidents } from './incidents.js';

/**
 * Tells running incidents of another roster. What an incident goes by stands in the record: whatever differs there from the
 * roster in force is told, after every change, at each start, and once a minute, since an incident may open while the roster
 * changes. Nothing is to be remembered for that, and telling it twice changes nothing.
 */
export interface PeopleTeller {
  /** How many live incidents are concerned by the roster in force, and have been told. */
  tell(): Promise<Told>;
  close(): Promise<void>;
}

export interface Told {
  told: number;
  /** Could not be reached: told as soon as Temporal answers. */
  waiting: number;
}

const LOOK_AGAIN = MINUTE;
const TRY_AGAIN = 10 * SECOND;

export interface PeopleTellerDeps {
  store: Pick<Store, 'liveIncidents' | 'onChanged'>;
  directory: Pick<Directory, 'peopleFor'>;
  incidents: Pick<Incidents, 'changePeople'>;
  log: Logger;
}

/** What an incident was told while its record stood at `basisHash`. */
interface Telling {
  basisHash: string;
  roster: number;
  outcome: Promise<keyof Told>;
}

export function startPeopleTeller({ store, directory, incidents, log }: PeopleTellerDeps): PeopleTeller {
  const tellings = new Map<string, Telling>();

  async function tell(): Promise<Told> {
    const live = await store.liveIncidents();
    const alive = new Set(live.map(({ id }) => id));
    for (const id of tellings.keys()) if (!alive.has(id)) tellings.delete(id);
    const missing = differences(directory);
    const outcomes = await Promise.all(
      live.map(async (incident) => {
        const { roster, change } = await missing(incident);
        return tellOne(incident, roster, change);
      }),
    );
    const count = (outcome: keyof Told) => outcomes.filter((one) => one === outcome).length;
    return { told: count('told'), waiting: count('waiting') };
  }

  /** What was sent a moment ago is not in the record yet, and is not sent again; whoever asks shares its outcome. */
  async function tellOne({ id, basisHash }: LiveIncident, roster: number, change: PeopleChange) {
    const known = tellings.get(id);
    const isKnown = known?.roster === roster && (known.basisHash === basisHash || isNoChange(change));
    if (isKnown && (await known.outcome) === 'told') return known.outcome;
    if (isNoChange(change)) return undefined;
    const telling = { basisHash, roster, outcome: send(id, roster, change) };
    tellings.set(id, telling);
    return telling.outcome;
  }

  async function send(id: string, roster: number, change: PeopleChange): Promise<keyof Told> {
    try {
      for (const piece of inPieces(change)) await incidents.changePeople(id, { roster, ...piece });
      log.info({ incident: id, roster }, 'told an incident of the changed roster');
      return 'told';
    } catch (error) {
      log.warn({ err: error, incident: id, roster }, 'an incident could not be told of the changed roster');
      return 'waiting';
    }
  }

  const upToDate = keepUpToDate(
    store,
    async () => ((await tell()).waiting > 0 ? TRY_AGAIN : LOOK_AGAIN),
    (error) => log.error({ err: error }, 'the people of incidents could not be compared with the roster'),
  );
  return { tell, close: () => upToDate.close() };
}

/** Most incidents go by the same people: each comparison is made once. */
function differences(directory: Pick<Directory, 'peopleFor'>) {
  const known = new Map<string, ReturnType<typeof compare>>();
  async function compare({ plan, ...people }: Basis) {
    const { roster, ...today } = await directory.peopleFor(plan);
    return { roster, change: differenceOf(peopleIn(plan, people), peopleIn(plan, today)) };
  }
  return ({ basisHash, basis }: LiveIncident) => {
    const made = known.get(basisHash) ?? compare(basis);
    known.set(basisHash, made);
    return made;
  };
}
