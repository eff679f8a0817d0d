import { CLOCK_STARTS, RESOURCE_CLASSES } from '../../plan/compiled.js';
import { MOST_FACTS, MOST_OF_ONE } from '../../plan/peopleChange.js';

/** Which field of a would-be basis is not what the machine reads there, and what was needed. */
interface Fault {
  field: string;
  needed: string;
}

type Look = (value: unknown, field: string) => Fault | undefined;

const fault = (field: string, needed: string): Fault => ({ field, needed });
const isId = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 200;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const id: Look = (value, field) => (isId(value) ? undefined : fault(field, 'an id'));
const flag: Look = (value, field) => (typeof value === 'boolean' ? undefined : fault(field, 'true or false'));
const count: Look = (value, field) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? undefined : fault(field, 'a whole number');
const amount: Look = (value, field) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : fault(field, 'a number');
const wait: Look = (value, field) =>
  count(value, field) ?? (value === 0 ? fault(field, 'milliseconds above 0') : undefined);

const oneOf =
  (...values: string[]): Look =>
  (value, field) =>
    typeof value === 'string' && values.includes(value) ? undefined : fault(field, `one of ${values.join(', ')}`);

const optional =
  (look: Look): Look =>
  (value, field) =>
    value === undefined ? undefined : look(value, field);

const list =
  (look: Look, least = 0): Look =>
  (value, field) => {
    if (!Array.isArray(value) || value.length < least) return fault(field, least > 0 ? 'a list, not empty' : 'a list');
    return firstOf(value.map((item, i) => () => look(item, `${field}[${i}]`)));
  };

const keys =
  (looks: Record<string, Look>): Look =>
  (value, field) => {
    if (!isObject(value)) return fault(field, 'an object');
    return firstOf(
      Object.entries(looks).map(
        ([key, look]) =>
          () =>
            look(value[key], `${field}.${key}`),
      ),
    );
  };

const ids = list(id);
const someIds = list(id, 1);

/** Conditions hold conditions; deeper than this nobody writes them, and a hostile depth must not exhaust the stack. */
const MOST_DEPTH = 10;

const condition =
  (depth: number): Look =>
  (value, field) => {
    if (depth > MOST_DEPTH) return fault(field, `at most ${MOST_DEPTH} conditions within each other`);
    if (!isObject(value)) return fault(field, 'a condition');
    const inner = list(condition(depth + 1), 1);
    for (const key of ['all', 'any'] as const)
      if (value[key] !== undefined) return inner(value[key], `${field}.${key}`);
    if (value['of'] !== undefined) return inner(value['of'], `${field}.of`) ?? count(value['count'], `${field}.count`);
    if (value['categories'] !== undefined) return ids(value['categories'], `${field}.categories`);
    if (value['incidentLevel'] !== undefined) return id(value['incidentLevel'], `${field}.incidentLevel`);
    if (value['level'] !== undefined) return id(value['level'], `${field}.level`);
    const compared = [
      optional(amount)(value['atLeast'], `${field}.atLeast`),
      optional(id)(value['option'], `${field}.option`),
      optional(flag)(value['is'], `${field}.is`),
    ].find((found) => found !== undefined);
    const given = ['atLeast', 'option', 'is'].filter((key) => value[key] !== undefined).length;
    return id(value['fact'], `${field}.fact`) ?? compared ?? (given === 1 ? undefined : fault(field, 'one comparison'));
  };
const when = condition(0);

const upTo =
  (most: number): Look =>
  (value, field) =>
    wait(value, field) ?? (Number(value) > most ? fault(field, `at most ${most}`) : undefined);

const day: Look = (value, field) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : fault(field, 'a day, YYYY-MM-DD');

const zone: Look = (value, field) => {
  const needed = fault(field, 'an IANA zone');
  if (typeof value !== 'string') return needed;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return undefined;
  } catch {
    return needed;
  }
};

const ladder = keys({ remindAfter: wait, escalateAfter: wait, escalateTo: ids });
const authority = list(keys({ posts: someIds, levels: optional(ids) }), 1);

/** Everything that the machine reads of a plan today. A room that reads more of it adds its part here. */
const plan = keys({
  id,
  version: count,
  hash: id,
  languages: list(oneOf('zh-CN', 'en'), 1),
  categories: someIds,
  incidentLevels: list(keys({ id, level: id }), 1),
  levels: list(keys({ id, decidedBy: someIds }), 1),
  facts: list(keys({ id, type: oneOf('number', 'boolean', 'choice'), options: optional(ids) })),
  criteria: list(keys({ id, incidentLevel: id, when })),
  responseRules: list(keys({ id, atLeast: id, when })),
  posts: list(keys({ id, team: optional(id), deputies: optional(ids) }), 1),
  teams: list(keys({ id, lead: id })),
  command: keys({ commander: id, deputies: ids, checkIn: list(keys({ levels: ids, every: wait })) }),
  authority: keys({
    standby: authority,
    reject: authority,
    proposeTermination: authority,
    confirmTermination: authority,
    close: authority,
  }),
  verification: keys({
    posts: someIds,
    remindAfter: wait,
    reminders: count,
    timeBox: list(keys({ categories: optional(ids), within: wait })),
    onTimeout: optional(
      keys({ do: oneOf('treatAsReal', 'escalate'), provisionalLevel: optional(id), escalateTo: optional(ids) }),
    ),
    automatic: ids,
    standby: optional(keys({ teams: ids, reverifyAfter: wait })),
  }),
  tasks: list(
    keys({
      id,
      phase: oneOf('reported', 'standby', 'responding', 'watching', 'aftermath'),
      categories: optional(ids),
      levels: optional(ids),
      owner: id,
      due: wait,
      after: optional(ids),
      mandatory: flag,
      evidence: optional(oneOf('note', 'link', 'file')),
      verifies: optional(id),
    }),
  ),
  scene: optional(keys({ posts: someIds })),
  obligations: list(
    keys({
      id,
      when,
      start: oneOf(...CLOCK_STARTS),
      after: optional(id),
      limit: keys({
        within: optional(wait),
        workingDays: optional(upTo(365)),
        months: optional(upTo(120)),
        target: optional(wait),
      }),
      owner: id,
      deputy: optional(id),
      reminders: list(count),
    }),
  ),
  calendar: optional(
    keys({ zone, weekend: list(count), holidays: list(keys({ from: day, to: day })), workdays: list(day) }),
  ),
  allocation: list(keys({ id, when, resources: list(keys({ resource: id, quantity: amount })) })),
  resources: optional(
    list(
      keys({
        id,
        class: oneOf(...RESOURCE_CLASSES),
        custodian: id,
        deputy: optional(id),
        partner: optional(id),
      }),
    ),
  ),
  spending: list(keys({ upTo: optional(amount), posts: someIds, levels: optional(ids) })),
  budgets: optional(ids),
  mobilisation: list(
    keys({
      team: id,
      levels: ids,
      categories: optional(ids),
      headcount: optional(count),
      qualifications: optional(list(keys({ qualification: id, people: count }))),
      quorumWithin: optional(wait),
      substitutes: optional(ids),
      partners: optional(ids),
    }),
  ),
  partners: optional(list(keys({ id, owner: id }))),
  shifts: optional(keys({ longest: wait, rest: wait, tell: ids })),
  notification: keys({
    alert: ladder,
    call: ladder,
    retry: keys({ waits: list(wait, 1), giveUpAfter: wait }),
    shortage: optional(keys({ tell: ids })),
  }),
  sitreps: optional(
    keys({
      drafter: id,
      releasedBy: id,
      cadence: list(keys({ levels: ids, every: wait, to: ids, partners: optional(ids) }), 1),
    }),
  ),
  aftermath: optional(
    keys({
      analysis: keys({ owner: id, within: wait, levels: optional(ids) }),
      report: keys({ owner: id, reviewer: id, approver: id, within: wait, sections: optional(ids) }),
      publication: optional(
        keys({
          drafter: id,
          // What an earlier release compiled has posts here.
          approvedBy: (value, field) =>
            ids(value, field) === undefined
              ? undefined
              : list(keys({ posts: someIds, levels: optional(ids) }))(value, field),
          legalCheck: optional(id),
          firstStatement: list(keys({ levels: ids, within: wait })),
          outcomeWithin: optional(wait),
        }),
      ),
      lessons: keys({ askedFrom: ids, within: wait, collectedBy: id }),
      summary: keys({ chair: id, participants: ids, within: wait, levels: optional(ids) }),
      mandatory: ids,
    }),
  ),
  termination: keys({ criteria: list(keys({ id, levels: optional(ids) })), secondSignature: ids }),
});

const holders: Look = (value, field) => {
  if (!isObject(value)) return fault(field, 'posts with their holders');
  return firstOf(
    Object.entries(value).map(
      ([post, people]) =>
        () =>
          ids(people, `${field}.${post}`),
    ),
  );
};

const moment = optional(count);
const qualifications = list(keys({ qualification: id, until: moment }));
const away = list(keys({ from: count, until: count }));
const personFacts = keys({ qualifications: optional(qualifications), away: optional(away) });
const people: Look = (value, field) => {
  if (value === undefined) return undefined;
  if (!isObject(value)) return fault(field, 'what is known of people');
  return firstOf(
    Object.entries(value).map(
      ([person, facts]) =>
        () =>
          personFacts(facts, `${field}.${person}`),
    ),
  );
};

/**
 * What stands against using this as what an incident is pinned to. A plan of the wrong shape would make the machine fail
 * at every later step, so it is looked at in full before it is taken.
 */
export function faultInBasis(value: unknown): Fault | undefined {
  return keys({ plan, holders, people })(value, 'basis');
}

const atMost =
  (most: number, look: Look): Look =>
  (value, field) =>
    Array.isArray(value) && value.length > most ? fault(field, `at most ${most} entries`) : look(value, field);

const fewFacts = keys({
  qualifications: optional(atMost(MOST_OF_ONE, qualifications)),
  away: optional(atMost(MOST_OF_ONE, away)),
});

const peopleChange = keys({
  roster: count,
  plan: id,
  posts: list(keys({ post: id, at: count, removed: ids, added: ids })),
  people: atMost(MOST_FACTS, list(keys({ person: id, facts: optional(fewFacts) }))),
});

export function faultInPeopleChange(value: unknown): Fault | undefined {
  return peopleChange(value, 'people');
}

function firstOf(looks: (() => Fault | undefined)[]): Fault | undefined {
  for (const look of looks) {
    const found = look();
    if (found) return found;
  }
  return undefined;
}
