import fc from 'fast-check';
import type { Decision, PublicationTexts } from '../../../src/domain/incident/index.js';
import { MINUTE } from '../../../src/domain/time.js';
import { ITEMS } from '../reportPlan.js';
import { HASH } from '../tasksPlan.js';
import { BASES } from './plans.js';

/** Of what waits to be published, one of these. */
const A_PUBLICATION = ['p first', 'p last'];

/** A person, or, where that is known only when it is said: `whoever commands`, `themselves` … */
export type Who = string;

/** Whatever of it is known only when it is said. */
export const THE_CONTESTED = 'whoever is contested';
export const THE_OPEN_QUESTION = 'q0';
/** The SITREP that is open, and the pass of somebody who is inside. */
export const THE_OPEN = 0;

export const PEOPLE = [...new Set(BASES.flatMap(({ holders }) => Object.values(holders).flat())), 'stranger'];

const just = <T extends string>(word: T) => fc.constant<T>(word);
const person = fc.constantFrom(...PEOPLE);
/** Mostly these: with another one nothing happens. */
const mostly = <T extends string>(usual: T[], other: T) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constant(other) });
const level = mostly(['L1', 'L2', 'L3'], 'nope');
const incidentLevel = mostly(['critical', 'serious', 'minor'], 'nope');
const text = mostly(['because', 'so'], '');
const category = mostly(['operation', 'security'], 'nope');
const team = mostly(['tech', 'liaison', 'publicity'], 'nope');
const commander = mostly(['lin-wei', 'su-mei', 'chen-jing', 'wang-fang', 'gao-yang'], 'xu-na');
const task = fc.constantFrom(
  ...['ring', 'traces', 'roll', 'find', 'repair', 'verify', 'inform', 'press', 'cause', 'extra', 'added.1', 'nope'],
);
const owner = fc.constantFrom({ post: 'engineer' }, { post: 'nope' }, { person: 'xu-na' }, { person: 'stranger' });
const facts = fc.record({ usersAffected: fc.nat(3_000), dataLost: fc.boolean() }, { requiredKeys: [] });
const criteria = fc.oneof(
  { weight: 4, arbitrary: fc.constant<string[]>(['serviceRestored', 'causeControlled', 'noFurtherHarm']) },
  { weight: 1, arbitrary: fc.subarray(['serviceRestored', 'causeControlled', 'noFurtherHarm', 'nope']) },
);
const brief = fc.record({ situation: text, objectives: text });
const reporter = person.map((id) => ({ kind: 'person' as const, id }));
/** From the moment at which it is said. */
const soon = fc.integer({ min: -5, max: 60 }).map((minutes) => minutes * MINUTE);

/** A key that is given or not. */
const optional = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape, { requiredKeys: [] });
const joined = <A extends object, B extends object>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> =>
  fc.tuple(a, b).map(([one, other]) => ({ ...one, ...other }));

export interface Said {
  who: Who;
  decision: Decision;
}

function saidBy(who: fc.Arbitrary<Who>, decision: fc.Arbitrary<Decision>): fc.Arbitrary<Said> {
  return fc.record({ who, decision });
}

const anybody = fc.oneof(
  { weight: 8, arbitrary: person },
  { weight: 1, arbitrary: fc.constantFrom('the operator', 'an integration', 'by signal') },
);
/** Mostly those who may. */
const command: fc.Arbitrary<Who> = fc.oneof(
  { weight: 6, arbitrary: fc.constant('whoever commands') },
  { weight: 2, arbitrary: fc.constantFrom('chen-jing', 'gao-yang') },
  { weight: 2, arbitrary: anybody },
);
const staff: fc.Arbitrary<Who> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('whoever commands') },
  { weight: 5, arbitrary: fc.constantFrom('zhao-lei', 'zhou-min', 'xu-na', 'chen-jing', 'wang-fang') },
  { weight: 2, arbitrary: anybody },
);
/** It is no drill. */
const pace = saidBy(anybody, fc.record({ type: just('setPace'), pace: fc.constantFrom(-1, 0, 1, 60, 3_601) }));
const themselves: fc.Arbitrary<Who> = fc.oneof(
  { weight: 8, arbitrary: fc.constant('themselves') },
  { weight: 1, arbitrary: staff },
);

const verification = saidBy(
  command,
  joined(
    fc.record({
      type: just('verify'),
      outcome: fc.constantFrom('confirmed', 'confirmed', 'confirmed', 'standby', 'standby', 'rejected'),
      reason: text,
    }),
    optional({ level, incidentLevel }),
  ),
);
const grading = fc.oneof(
  {
    weight: 4,
    arbitrary: saidBy(
      command,
      joined(fc.record({ type: just('changeLevel'), level, reason: text }), optional({ incidentLevel })),
    ),
  },
  {
    weight: 1,
    arbitrary: saidBy(command, fc.record({ type: just('changeCategory'), category, reason: text })),
  },
);
const merging = fc.oneof(
  saidBy(command, fc.record({ type: just('merge'), into: fc.constantFrom('i-2', 'i-1'), reason: text })),
  saidBy(
    staff,
    joined(
      fc.record({
        type: just('absorb'),
        mode: fc.constantFrom('real', 'real', 'real', 'drill'),
        reporter,
        reportedAt: soon,
        facts,
        texts: fc.constant({ title: 'the same', place: 'there' }),
      }),
      optional({
        from: fc.constantFrom('i-7', 'i-8'),
        reporters: fc.array(reporter, { maxLength: 3 }),
        statements: fc.nat({ max: 3 }),
        questions: fc.array(fc.record({ text, by: reporter, at: soon }), { maxLength: 30 }),
      }),
    ),
  ),
);
const handover = fc.oneof(
  saidBy(command, fc.record({ type: just('handOver'), action: just('offer'), to: commander, brief })),
  saidBy(
    fc.oneof({ weight: 4, arbitrary: fc.constant('whoever is offered command') }, { weight: 1, arbitrary: anybody }),
    fc.oneof(
      { weight: 2, arbitrary: fc.record({ type: just('handOver'), action: just('accept') }) },
      { weight: 1, arbitrary: fc.record({ type: just('handOver'), action: just('decline'), reason: text }) },
    ),
  ),
  saidBy(command, fc.record({ type: just('handOver'), action: just('withdraw'), reason: text })),
);
const checkingIn = fc.oneof(
  saidBy(command, joined(fc.record({ type: just('checkIn') }), optional({ note: text }))),
  saidBy(
    fc.oneof({ weight: 3, arbitrary: fc.constant('whoever is asked to take over') }, { weight: 1, arbitrary: anybody }),
    fc.record({ type: just('takeCommand') }),
  ),
  saidBy(staff, joined(fc.record({ type: just('missCommander') }), optional({ note: text }))),
);
const claims = saidBy(
  staff,
  fc.record({
    type: just('resolveClaim'),
    person: fc.oneof({ weight: 4, arbitrary: fc.constant(THE_CONTESTED) }, { weight: 1, arbitrary: person }),
    decision: fc.constantFrom('share', 'yield'),
    reason: text,
  }),
);
const proposers = fc.oneof({ weight: 5, arbitrary: fc.constant('zhao-lei') }, { weight: 1, arbitrary: anybody });
const ending = fc.oneof(
  {
    weight: 3,
    arbitrary: saidBy(
      proposers,
      fc.record({ type: just('terminate'), action: just('propose'), criteria, reason: text }),
    ),
  },
  { weight: 3, arbitrary: saidBy(command, fc.record({ type: just('terminate'), action: just('confirm') })) },
  { weight: 1, arbitrary: saidBy(proposers, fc.record({ type: just('terminate'), action: just('ask') })) },
  {
    weight: 3,
    arbitrary: saidBy(command, fc.record({ type: just('terminate'), action: just('override'), reason: text })),
  },
  {
    weight: 4,
    arbitrary: saidBy(
      fc.oneof(proposers, command),
      joined(fc.record({ type: just('criterion'), action: just('confirm'), criteria }), optional({ note: text })),
    ),
  },
  {
    weight: 3,
    arbitrary: saidBy(
      fc.oneof(proposers, command),
      fc.record({ type: just('criterion'), action: just('withdraw'), criteria, reason: text }),
    ),
  },
  {
    weight: 2,
    arbitrary: saidBy(proposers, fc.record({ type: just('terminate'), action: just('withdraw'), reason: text })),
  },
  {
    weight: 4,
    arbitrary: saidBy(
      command,
      joined(fc.record({ type: just('reopen'), reason: text }), optional({ level, incidentLevel })),
    ),
  },
  { weight: 3, arbitrary: saidBy(command, fc.record({ type: just('dismissRecurrence'), reason: text })) },
  { weight: 4, arbitrary: saidBy(command, fc.record({ type: just('close'), reason: text })) },
);
const analysisItems: fc.Arbitrary<typeof ITEMS> = fc.oneof(
  fc.constant(ITEMS),
  fc.subarray<(typeof ITEMS)[number]>([...ITEMS, { id: 'r2', kind: 'root', text: '' }]),
);
const writers: fc.Arbitrary<Who> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('zhao-lei', 'chen-jing', 'lin-wei') },
  { weight: 1, arbitrary: staff },
);
const version = fc.constantFrom(THE_OPEN, THE_OPEN, THE_OPEN, 1);
const report = just('incidentReport');
const writing = saidBy(
  writers,
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        type: just('analysis'),
        action: just('record'),
        items: analysisItems,
      }),
    },
    fc.record({ type: just('analysis'), action: just('complete') }),
    fc.record({ type: report, action: just('edit'), sections: optional({ unit: text, causes: text, nope: text }) }),
    { weight: 4, arbitrary: fc.record({ type: report, action: just('submit') }) },
    { weight: 5, arbitrary: fc.record({ type: report, action: fc.constantFrom('review', 'approve'), version }) },
    fc.record({ type: report, action: just('return'), version, remarks: text }),
    fc.record({ type: report, action: just('revise'), reason: text }),
  ),
);
const planMoves = saidBy(
  command,
  fc.record({ type: just('movePlan'), basis: fc.constantFrom(...BASES), reason: text }),
);
const situation = fc.oneof(
  saidBy(
    anybody,
    joined(
      fc.record({
        type: just('addFact'),
        source: text,
        confidence: fc.constantFrom('confirmed', 'likely', 'unverified'),
      }),
      optional({ values: facts, statement: text }),
    ),
  ),
  saidBy(anybody, fc.record({ type: just('askQuestion'), text })),
  saidBy(
    anybody,
    fc.record({
      type: just('answerQuestion'),
      question: fc.constantFrom(THE_OPEN_QUESTION, THE_OPEN_QUESTION, 'q7'),
      text,
    }),
  ),
);
const number = fc.constantFrom(THE_OPEN, THE_OPEN, THE_OPEN, THE_OPEN, 1, 2);
const sitreps = fc.oneof(
  saidBy(staff, fc.record({ type: just('draftSitrep') })),
  saidBy(
    staff,
    fc.record({ type: just('editSitrep'), number, sections: optional({ situation: text, outlook: text }) }),
  ),
  saidBy(staff, joined(fc.record({ type: just('releaseSitrep'), number }), optional({ upTo: fc.nat(200) }))),
);
const tasks = saidBy(
  staff,
  fc.oneof(
    fc.record({ type: just('task'), action: just('start'), task }),
    joined(
      fc.record({ type: just('task'), action: just('finish'), task }),
      optional({
        note: text,
        link: fc.constant('https://x.example'),
        file: fc.constant({ sha256: HASH, name: 'a' }),
        finding: text,
      }),
    ),
    fc.record({ type: just('task'), action: just('skip'), task, reason: text }),
    fc.record({ type: just('task'), action: just('reassign'), task, to: owner, reason: text }),
    fc.record({ type: just('task'), action: just('add'), title: text, owner, due: soon, mandatory: fc.boolean() }),
  ),
);
const scene = saidBy(
  fc.oneof({ weight: 4, arbitrary: fc.constant('wang-fang') }, { weight: 1, arbitrary: staff }),
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ type: just('scene'), action: just('cordon'), area: text, rules: text }) },
    {
      weight: 4,
      arbitrary: fc.record({ type: just('scene'), action: just('admit'), name: text, area: text, purpose: text }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ type: just('scene'), action: just('leave'), pass: fc.constantFrom(THE_OPEN, 1) }),
    },
    { weight: 1, arbitrary: fc.record({ type: just('scene'), action: just('lift'), reason: text }) },
  ),
);
const obligation = fc.constantFrom('first', 'first', 'supplement', 'breach', 'security', 'promptly', 'final', 'nope');
const obligations = fc.uniqueArray(obligation, { minLength: 1, maxLength: 3 });
const ago = fc.integer({ min: -5, max: 90 }).map((minutes) => minutes * MINUTE);
const legal = saidBy(
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom('zhou-min', 'lin-wei') }, { weight: 1, arbitrary: staff }),
  fc.oneof(
    fc.record({ type: just('obligation'), action: just('judge'), obligations, applies: fc.boolean(), reason: text }),
    fc.record({ type: just('obligation'), action: just('setClock'), obligation, start: ago, reason: text }),
    joined(
      fc.record({ type: just('obligation'), action: just('file'), obligations, to: text, channel: text }),
      optional({ filedAt: ago, reference: text, lateReason: text, file: fc.constant({ sha256: HASH, name: 'a' }) }),
    ),
  ),
);
const publicationId = fc.constantFrom(...A_PUBLICATION, 'p1', 'p2', 'p9');
const textVersion = fc.constantFrom(THE_OPEN, THE_OPEN, THE_OPEN, 1, 2);
const written = fc.constantFrom<PublicationTexts>(
  { 'title zh-CN': '说明', 'body zh-CN': '正在处置', 'title en': 'Notice', 'body en': 'We are on it' },
  { 'title zh-CN': '说明', 'body zh-CN': '又有进展' },
  { 'title zh-CN': '说明', 'body zh-CN': '{service}' },
  { 'title en': 'Notice', 'body en': 'We are on it' },
);
const publishing = saidBy(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('gao-yang', 'zhou-min', 'lin-wei', 'su-mei', 'chen-jing') },
    { weight: 1, arbitrary: staff },
  ),
  fc.oneof(
    {
      weight: 3,
      arbitrary: joined(
        fc.record({
          type: just('publication'),
          action: just('draft'),
          kind: fc.constantFrom('first', 'update', 'final', 'correction'),
          facts: fc.subarray(['usersAffected', 'dataLost']),
          texts: written,
        }),
        optional({ publication: publicationId, corrects: publicationId, nextAt: soon }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: just('publication'),
        action: just('check'),
        publication: publicationId,
        version: textVersion,
      }),
    },
    {
      weight: 4,
      arbitrary: joined(
        fc.record({
          type: just('publication'),
          action: just('approve'),
          publication: publicationId,
          version: textVersion,
        }),
        optional({ reason: text }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: just('publication'),
        action: just('return'),
        publication: publicationId,
        version: textVersion,
        remarks: text,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: just('publication'),
        action: just('withdraw'),
        publication: publicationId,
        reason: text,
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: just('publication'), action: just('waive'), reason: text }) },
  ),
);
/** Of the requests so far, one of these. */
const A_REQUEST = ['q first', 'q last', 'q999'];
const request = fc.constantFrom(...A_REQUEST);
const stocked = mostly(['generator', 'pump', 'fund'], 'nope');
const much = fc.constantFrom(1, 2, 50.5, 500);
const lots = fc.array(fc.record({ item: stocked, quantity: much }), { minLength: 1, maxLength: 1 });
const needs = saidBy(
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom('zhou-min', 'gao-yang') }, { weight: 2, arbitrary: staff }),
  fc.oneof(
    {
      weight: 4,
      arbitrary: joined(
        fc.record({
          type: just('resource'),
          action: just('request'),
          resource: stocked,
          quantity: much,
          purpose: text,
        }),
        optional({ priority: fc.constantFrom('urgent', 'low'), neededBy: soon, budget: just('handling') }),
      ),
    },
    joined(
      fc.record({
        type: just('resource'),
        action: just('requestPartner'),
        partner: mostly(['cloud', 'police'], 'nope'),
        purpose: text,
      }),
      optional({ neededBy: soon }),
    ),
    fc.record({ type: just('resource'), action: just('cancel'), request, reason: text }),
    joined(
      fc.record({ type: just('resource'), action: just('amend'), request }),
      optional({ priority: fc.constantFrom('urgent', 'low'), neededBy: soon }),
    ),
    fc.record({ type: just('resource'), action: just('substitute'), request, resource: stocked, reason: text }),
    {
      weight: 4,
      arbitrary: fc.record({
        type: just('resource'),
        action: fc.constantFrom('approve', 'refuse'),
        request,
        reason: text,
      }),
    },
    { weight: 3, arbitrary: fc.record({ type: just('resource'), action: just('dispatch'), request }) },
    { weight: 3, arbitrary: fc.record({ type: just('resource'), action: just('arrive'), request }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: just('resource'),
        action: just('return'),
        requests: fc.oneof(
          request.map((one) => [one]),
          just('all'),
        ),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: just('resource'), action: just('consume'), request, lots, note: text }) },
    {
      weight: 2,
      arbitrary: fc.record({ type: just('resource'), action: just('damage'), request, lots, reason: text }),
    },
  ),
);
const alerts = fc.uniqueArray(fc.constantFrom('jump', 'press', 'press', 'nope'), { maxLength: 2 });
const opinion = saidBy(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('wu-kun', 'wang-fang', 'whoever commands') },
    { weight: 2, arbitrary: just('an integration') },
    { weight: 1, arbitrary: staff },
  ),
  fc.oneof(
    {
      weight: 5,
      arbitrary: joined(
        fc.record({
          type: just('publicOpinion'),
          action: just('record'),
          source: mostly(['microblogs', 'hotline'], ''),
          volume: fc.constantFrom(1, 500, 999, 1_000, 5_000),
        }),
        optional({
          usual: fc.constantFrom(0, 100),
          sentiment: fc.integer({ min: -2, max: 2 }),
          reach: fc.nat(200_000),
          observedAt: ago,
          claim: text,
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: joined(
        fc.record({ type: just('publicOpinion'), action: just('record'), source: just('microblogs'), note: text }),
        optional({ untrue: fc.boolean(), alerts }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: just('publicOpinion'),
        action: just('reply'),
        entry: fc.constantFrom('o1', 'o1', 'o2', 'o3'),
        reply: text,
      }),
    },
    { weight: 3, arbitrary: fc.record({ type: just('publicOpinion'), action: just('end'), reason: text }) },
  ),
);
const partnerReplies = saidBy(
  command,
  joined(
    fc.record({
      type: just('resource'),
      action: just('partnerReply'),
      request,
      reply: fc.constantFrom('confirmed', 'declined'),
      note: text,
    }),
    optional({ eta: soon }),
  ),
);
const answers = saidBy(
  themselves,
  fc.oneof(
    {
      weight: 4,
      arbitrary: joined(fc.record({ type: just('acknowledge'), person }), optional({ eta: soon })),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: just('acknowledge'), person, noticeId: fc.nat(30).map((n) => `n${n}`) }),
    },
    { weight: 2, arbitrary: fc.record({ type: just('decline'), person, reason: text }) },
    { weight: 1, arbitrary: joined(fc.record({ type: just('arrive'), person }), optional({ note: text })) },
  ),
);
const staffing = fc.oneof(
  saidBy(
    staff,
    joined(
      fc.record({
        type: just('release'),
        people: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
        reason: text,
      }),
      optional({ team }),
    ),
  ),
  saidBy(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom('wang-fang', 'zhou-min') }, { weight: 1, arbitrary: staff }),
    joined(
      fc.record({
        type: just('answerForPartner'),
        partner: fc.constantFrom('cloud', 'police'),
        team: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('tech', 'liaison') }, { weight: 1, arbitrary: team }),
        accepted: fc.boolean(),
      }),
      optional({ headcount: fc.integer({ min: 1, max: 4 }), eta: soon, qualifications: fc.subarray(['restore']) }),
    ),
  ),
  saidBy(command, fc.record({ type: just('acceptShortage'), team, reason: text })),
);

/** Whoever speaks for a department, collects, or chairs the meeting; said after the end, it counts. */
const inAftermath = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('zhao-lei', 'zhou-min', 'gao-yang', 'wang-fang', 'chen-jing', 'xu-na') },
  { weight: 1, arbitrary: command },
);
const question = mostly(['1', '2', '3'], '9');
const lessons = saidBy(
  inAftermath,
  fc.oneof(
    {
      weight: 4,
      arbitrary: joined(
        fc.record({
          type: just('lesson'),
          action: just('give'),
          post: mostly(['techLead', 'liaisonLead', 'pressLead', 'nobodyHoldsIt'], 'engineer'),
          answers: fc.dictionary(question, text, { minKeys: 1, maxKeys: 3 }),
          findings: fc.uniqueArray(fc.constantFrom('1', 'free'), { maxLength: 1 }),
        }),
        optional({ free: text, reason: text }),
      ),
    },
    {
      weight: 2,
      arbitrary: joined(fc.record({ type: just('lesson'), action: just('collect') }), optional({ reason: text })),
    },
  ),
);
const rating = fc.record({
  criterion: mostly(['told', 'joined', 'mended', 'planned'], 'nope'),
  rating: fc.constantFrom('P', 'S', 'M', 'U'),
});
const summary = saidBy(
  inAftermath,
  fc.oneof(
    joined(
      fc.record({ type: just('summary'), action: just('call'), meetingAt: soon, place: text }),
      optional({ participants: fc.uniqueArray(person, { maxLength: 3 }) }),
    ),
    joined(
      fc.record({
        type: just('summary'),
        action: just('hold'),
        present: fc.uniqueArray(fc.constantFrom('lin-wei', 'chen-jing', 'zhao-lei'), { maxLength: 3 }),
        ratings: fc.array(rating, { maxLength: 4 }),
        conclusions: text,
      }),
      optional({ notes: fc.dictionary(fc.constantFrom('told', 'mended'), text, { maxKeys: 2 }) }),
    ),
  ),
);
const improvements = saidBy(
  staff,
  joined(
    fc.record({
      type: just('improvement'),
      finding: text,
      measure: text,
      kind: mostly(['prevent', 'plan'], 'nope'),
      priority: fc.constantFrom('high', 'medium', 'low'),
      owner,
      dueAt: soon,
    }),
    optional({ planChange: fc.boolean(), reference: text }),
  ),
);

/** Everything that somebody may say, in the order of the rooms. */
export const said: fc.Arbitrary<Said> = fc.oneof(
  { weight: 3, arbitrary: verification },
  { weight: 3, arbitrary: merging },
  { weight: 5, arbitrary: handover },
  { weight: 4, arbitrary: checkingIn },
  { weight: 4, arbitrary: claims },
  { weight: 4, arbitrary: grading },
  { weight: 8, arbitrary: ending },
  { weight: 6, arbitrary: writing },
  { weight: 2, arbitrary: planMoves },
  { weight: 3, arbitrary: situation },
  { weight: 4, arbitrary: sitreps },
  { weight: 7, arbitrary: tasks },
  { weight: 8, arbitrary: scene },
  { weight: 4, arbitrary: legal },
  { weight: 11, arbitrary: needs },
  { weight: 4, arbitrary: opinion },
  { weight: 8, arbitrary: publishing },
  { weight: 1, arbitrary: partnerReplies },
  { weight: 10, arbitrary: answers },
  { weight: 4, arbitrary: staffing },
  { weight: 4, arbitrary: lessons },
  { weight: 6, arbitrary: summary },
  { weight: 2, arbitrary: improvements },
  { weight: 1, arbitrary: pace },
);
