import type { Logger } from 'pino';
import { inPieces, isNoChange } from '../domain/plan/peopleChange.js';
import type { PeopleChange } from '../domain/plan/peopleChange.js';
import { MINUTE, SECOND } from '../domain/time.js';
import { keepUpToDate, peopleToday } from '../store/index.js';
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
  /** Could not be reached, or not be compared with the roster: tried again until it works. */
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
    const outcomes = await Promise.all(live.map((incident) => compareAndTell(incident, missing)));
    const count = (outcome: keyof Told) => outcomes.filter((one) => one === outcome).length;
    return { told: count('told'), waiting: count('waiting') };
  }

  /** Whatever is wrong with one incident, the others hear of it. */
  async function compareAndTell(incident: LiveIncident, missing: ReturnType<typeof differences>) {
    try {
      const { roster, change } = await missing(incident);
      return await tellOne(incident, roster, change);
    } catch (error) {
      log.error(
        { err: error, incident: incident.id },
        'the people of an incident could not be compared with the roster',
      );
      return 'waiting';
    }
  }

  /** What was sent a moment ago is not in the record yet, and is not sent again; whoever asks shares its outcome. */
  async function tellOne({ id, basisHash, basis }: LiveIncident, roster: number, change: PeopleChange) {
    const known = tellings.get(id);
    const isKnown = known?.roster === roster && (known.basisHash === basisHash || isNoChange(change));
    if (isKnown && (await known.outcome) === 'told') return known.outcome;
    if (isNoChange(change)) return undefined;
    const telling = { basisHash, roster, outcome: send(id, { roster, plan: basis.plan.hash }, change) };
    tellings.set(id, telling);
    return telling.outcome;
  }

  async function send(id: string, of: { roster: number; plan: string }, change: PeopleChange): Promise<keyof Told> {
    const { roster } = of;
    try {
      for (const piece of inPieces(change)) await incidents.changePeople(id, { ...of, ...piece });
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
  const known = new Map<string, ReturnType<typeof peopleToday>>();
  return ({ basisHash, basis }: LiveIncident) => {
    const made = known.get(basisHash) ?? peopleToday(directory, basis);
    known.set(basisHash, made);
    return made;
  };
}
