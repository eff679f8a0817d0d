import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOf, problemsOf, sentence } from './broken.js';

/** A change to a plan that has every key and the one problem that it must bring; `▸` in the new text is where it is reported. */
interface Case {
  fact: string;
  find: string;
  put: string;
  also?: { find: string; put: string };
  code: string;
  path: string;
  /** What the English sentence says. */
  says: RegExp;
  hint?: RegExp;
}

const MARK = '▸';
const FILE = 'plan.yaml';
const FULL = 'test/plan/diff/full';

const DANGLING: [kind: string, find: string, put: string, path: string][] = [
  ['partner', 'partners: [x-cloud, x-police]', 'partners: [▸x-clod, x-police]', 'mobilisation[0].partners[0]'],
  [
    'qualification',
    'qualification: x-press',
    'qualification: ▸x-pres',
    'mobilisation[0].qualifications[1].qualification',
  ],
  ['resource', 'resource: x-radios', 'resource: ▸x-radio', 'allocation[0].resources[1].resource'],
  ['task', 'after: [x-freeze]', 'after: [▸x-freezing]', 'tasks[1].after[0]'],
  ['template', 'template: x-form', 'template: ▸x-forms', 'obligations[0].template'],
  ['obligation', 'after: x-authority', 'after: ▸x-authorities', 'obligations[1].after'],
  ['pack', 'pack: x-national\n    text', 'pack: ▸x-notional\n    text', 'gradingCriteria[0].pack'],
  ['source', 'source: x-measures,', 'source: ▸x-measure,', 'packs[0].source'],
  ['category', 'category: x-attack', 'category: ▸x-attacks', 'scenarios[0].category'],
  [
    'incident level',
    'when: { incidentLevel: x-grave',
    'when: { incidentLevel: ▸x-3',
    'allocation[0].when.incidentLevel',
  ],
  ['level', '{ level: x-2 }', '{ level: ▸x-minor }', 'obligations[0].when.of[1].level'],
  ['fact', 'when: { fact: x-breach', 'when: { fact: ▸x-breech', 'obligations[1].when.fact'],
  ['scenario', 'scenario: x-ransom', 'scenario: ▸x-random', 'drills.programme[0].scenario'],
  [
    'drill criterion',
    'Isolate fast }, criteria: [x-arrival]',
    'Isolate fast }, criteria: [x-arrival, ▸x-arival]',
    'scenarios[0].objectives[0].criteria[1]',
  ],
  [
    'drill role',
    'controller: x-control-role\n        players: [x-site]',
    'controller: ▸x-controller\n        players: [x-site]',
    'scenarios[1].injects[0].controller',
  ],
  ['player', 'players: [x-site]', 'players: [x-site, ▸x-sight]', 'scenarios[1].injects[0].players[1]'],
  ['conclusion', 'criticalCap: x-bad', 'criticalCap: ▸x-poor', 'drills.evaluation.criticalCap'],
  ['post', 'distribution: [x-commander', 'distribution: [▸x-comander', 'control.distribution[0]'],
  ['team', 'standby: { teams: [x-rescue]', 'standby: { teams: [▸x-rescues]', 'verification.standby.teams[0]'],
];

const CASES: Case[] = [
  ...DANGLING.map(([kind, find, put, path]) => ({
    fact: `the id of a ${kind} that does not exist is refused`,
    find,
    put,
    code: `unknown_${kind.replace('drill role', 'role').replace(' ', '_')}`,
    path,
    says: /^there is no .* "x-/,
  })),
  {
    fact: 'an objective of another scenario, or of none, is refused',
    find: 'objective: x-fast',
    put: 'objective: ▸x-slow',
    code: 'unknown_objective',
    path: 'scenarios[0].injects[0].objective',
    says: /the scenario has no objective "x-slow"/,
  },
  {
    fact: 'an option that the fact does not have is refused',
    find: 'atLeast: x-broken',
    put: 'atLeast: ▸x-break',
    code: 'unknown_option',
    path: 'responseRules[0].when.any[0].atLeast',
    says: /"x-state" has no option "x-break"/,
  },
  {
    fact: 'a condition of two forms is refused',
    find: 'when: { fact: x-breach, is: true }',
    put: 'when: ▸{ fact: x-breach, is: true, level: x-1 }',
    code: 'condition_form',
    path: 'obligations[1].when',
    says: /several conditions: fact, level/,
  },
  {
    fact: 'a condition of no form is refused',
    find: 'when: { fact: x-breach, is: true }',
    put: 'when: ▸{}',
    code: 'condition_form',
    path: 'obligations[1].when',
    says: /no condition here/,
  },
  {
    fact: 'a fact that is compared with nothing is refused',
    find: 'when: { fact: x-breach, is: true }',
    put: 'when: ▸{ fact: x-breach }',
    code: 'condition_form',
    path: 'obligations[1].when',
    says: /compared with nothing/,
  },
  {
    fact: 'more conditions wanted than there are is refused',
    find: 'count: 2',
    put: 'count: ▸4',
    code: 'condition_form',
    path: 'obligations[0].when.count',
    says: /4 of 3/,
  },
  {
    fact: 'a yes-or-no comparison of a number is refused, within other conditions too',
    find: '{ fact: x-state, atLeast: x-broken }',
    put: '{ fact: x-users, is: ▸true }',
    code: 'condition_type',
    path: 'responseRules[0].when.any[0].is',
    says: /"x-users", which is a number/,
  },
  {
    fact: 'a rule that rests on the level that it decides is refused',
    find: '{ incidentLevel: x-grave }] }\n    atLeast',
    put: '{ level: ▸x-1 }] }\n    atLeast',
    code: 'condition_scope',
    path: 'responseRules[0].when.any[1].level',
    says: /not decided yet/,
  },
  {
    fact: 'a condition by the criteria of a pack that there is not is refused',
    find: 'pack: x-national, incidentLevel',
    put: 'pack: ▸x-nation, incidentLevel',
    code: 'unknown_pack',
    path: 'obligations[0].when.of[0].pack',
    says: /no pack "x-nation"/,
  },
  {
    fact: 'a condition by the criteria of a pack at a level that there is not is refused',
    find: 'pack: x-national, incidentLevel: x-grave',
    put: 'pack: x-national, incidentLevel: ▸x-great',
    code: 'unknown_incident_level',
    path: 'obligations[0].when.of[0].incidentLevel',
    says: /no incident level "x-great"/,
  },
  {
    fact: 'a condition by the criteria of a pack that has none so severe is refused, with the packs that have',
    find: 'pack: x-national, incidentLevel',
    put: 'pack: ▸x-european, incidentLevel',
    code: 'pack_without_criteria',
    path: 'obligations[0].when.of[0].pack',
    says: /"x-european" has no criterion of "x-grave" or worse/,
    hint: /x-national/,
  },
  {
    fact: 'a pack without the incident level that it is to give is refused',
    find: '{ pack: x-national, incidentLevel: x-grave }',
    put: '▸{ pack: x-national }',
    code: 'condition_form',
    path: 'obligations[0].when.of[0]',
    says: /a pack but no incident level/,
  },
  {
    fact: 'a pack beside another condition is refused',
    find: '{ pack: x-national, incidentLevel: x-grave }',
    put: '▸{ pack: x-national, fact: x-breach, is: true }',
    code: 'condition_form',
    path: 'obligations[0].when.of[0]',
    says: /a pack but no incident level/,
  },
  {
    fact: 'a criterion that rests on the criteria of a pack is refused: it could rest on itself',
    find: 'all: [{ fact: x-breach, is: true }, {',
    put: 'all: [{ pack: x-national, incidentLevel: ▸x-grave }, {',
    code: 'condition_scope',
    path: 'gradingCriteria[1].all[0].incidentLevel',
    says: /not decided yet/,
  },
  {
    fact: 'tasks that wait for each other are refused',
    find: 'due: 15m\n    mandatory',
    put: 'due: 15m\n    after: ▸[x-rollback]\n    mandatory',
    code: 'circular_tasks',
    path: 'tasks[0].after',
    says: /x-freeze after x-rollback after x-freeze/,
  },
  {
    fact: 'legal clocks that wait for each other are refused',
    find: 'start: aware',
    put: 'start: earlierFiling\n    after: ▸x-closing',
    code: 'start_of_clock',
    path: 'obligations[0].after',
    says: /never starts: x-authority after x-closing after x-authority/,
  },
  {
    fact: 'a legal clock that starts with its own filing is refused',
    find: 'after: x-authority',
    put: 'after: ▸x-closing',
    code: 'start_of_clock',
    path: 'obligations[1].after',
    says: /never starts: x-closing after x-closing/,
  },
  {
    fact: 'an earlier filing that nothing names is refused',
    find: 'start: aware',
    put: 'start: ▸earlierFiling',
    code: 'start_of_clock',
    path: 'obligations[0].start',
    says: /nothing says which/,
  },
  {
    fact: 'an earlier filing beside another start of the clock is refused',
    find: 'start: earlierFiling\n    after: ',
    put: 'start: responseEnded\n    after: ▸',
    code: 'start_of_clock',
    path: 'obligations[1].after',
    says: /starts at "responseEnded"/,
  },
  {
    fact: 'a limit of two forms is refused',
    find: 'limit: { within: 4h }',
    put: 'limit: ▸{ within: 4h, workingDays: 2 }',
    code: 'limit_form',
    path: 'obligations[0].limit',
    says: /several limits: within, workingDays/,
  },
  {
    fact: 'a limit of no form is refused',
    find: 'limit: { within: 4h }',
    put: 'limit: ▸{}',
    code: 'limit_form',
    path: 'obligations[0].limit',
    says: /no limit/,
  },
  {
    fact: 'a target of our own beside the number of the law is refused',
    find: 'limit: { within: 4h }',
    put: 'limit: { within: 4h, target: ▸2h }',
    code: 'limit_form',
    path: 'obligations[0].limit.target',
    says: /target stands beside/,
  },
  {
    fact: 'a first report with more contents than there are is refused',
    find: 'minimumContents: 2',
    put: 'minimumContents: ▸4',
    code: 'minimum_contents',
    path: 'obligations[0].minimumContents',
    says: /4 of 3 contents/,
  },
  {
    fact: 'an inject before the one above it is refused',
    find: 'at: 30m',
    put: 'at: ▸2m',
    code: 'injects_out_of_order',
    path: 'scenarios[0].injects[1].at',
    says: /comes at 2m/,
  },
  {
    fact: 'an inject that goes on after the end is refused',
    find: 'at: 1m',
    put: 'at: ▸31m',
    code: 'inject_after_end',
    path: 'scenarios[1].injects[0].at',
    says: /ends after 1h/,
  },
  {
    fact: 'a player that could be a post or a team is refused',
    find: 'players: [x-site]',
    put: 'players: [▸x-site]',
    also: {
      find: 'posts:\n  - id: x-commander',
      put: 'posts:\n  - { id: x-site, name: { zh-CN: 门岗, en: Gate }, duties: { zh-CN: 警戒, en: Cordons } }\n  - id: x-commander',
    },
    code: 'ambiguous_player',
    path: 'scenarios[1].injects[0].players[0]',
    says: /is a post and a team/,
  },
  {
    fact: 'stock that is reordered below its minimum is refused',
    find: 'reorder: 5',
    put: 'reorder: ▸3',
    code: 'reorder_below_minimum',
    path: 'resources[0].reorder',
    says: /below the minimum of 4/,
  },
  {
    fact: 'a holiday that ends before it begins is refused',
    find: 'to: 2026-02-22',
    put: 'to: ▸2026-02-12',
    code: 'calendar_backwards',
    path: 'calendar.holidays[0].to',
    says: /before it begins/,
  },
  {
    fact: 'two rules that call one team at the same level are refused',
    find: '- { team: x-site, levels: [x-3], categories',
    put: '- ▸{ team: x-site, levels: [x-3, x-2], categories',
    code: 'clashing_rules',
    path: 'mobilisation[2]',
    says: /already calls "x-site"/,
  },
  {
    fact: 'two watch times at one level are refused',
    find: '{ levels: [x-2, x-3], for: 24h }',
    put: '{ levels: [x-2, ▸x-1], for: 24h }',
    code: 'clashing_rules',
    path: 'termination.watch[1].levels[1]',
    says: /already has the level x-1/,
  },
  {
    fact: 'more experts than people is refused',
    find: 'headcount: 4\n    qualifications: [{ qualification: x-restore, people: 1 }, { qualification: x-press, people: 2 }]',
    put: 'headcount: ▸1\n    qualifications: [{ qualification: x-restore, people: 1 }, { qualification: x-press, people: 2 }]',
    code: 'quorum_impossible',
    path: 'mobilisation[0].headcount',
    says: /2 qualified people are wanted among 1/,
  },
  {
    fact: 'a quorum of nobody is refused',
    find: 'headcount: 4\n    qualifications: [{ qualification: x-restore, people: 1 }, { qualification: x-press, people: 2 }]\n    quorumWithin: 15m',
    put: 'quorumWithin: ▸15m',
    code: 'quorum_impossible',
    path: 'mobilisation[0].quorumWithin',
    says: /nothing says who/,
  },
  {
    fact: 'a level without SITREP is refused',
    find: '    - { levels: [x-1, x-2], every: 60m,',
    put: '    ▸- { levels: [x-2], every: 60m,',
    code: 'level_without_cadence',
    path: 'sitreps.cadence',
    says: /level x-1 is reported/,
  },
  {
    fact: 'a level at which the end needs no criterion is refused',
    find: '    - { id: x-normal, text: { zh-CN: 服务恢复正常, en: Service is back to normal } }',
    put: '    - { id: x-normal, levels: [x-2], text: { zh-CN: 服务恢复正常, en: Service is back to normal } }',
    also: { find: '- id: x-control\n', put: '▸- id: x-control\n' },
    code: 'no_termination_criterion',
    path: 'termination.criteria',
    says: /at level x-3/,
  },
  {
    fact: 'a decision that nobody may take at one of the levels is refused',
    find: '[{ levels: [x-1], posts: [x-second] }, {',
    put: '▸[{',
    code: 'authority_without_level',
    path: 'authority.proposeTermination',
    says: /at level x-1/,
  },
  {
    fact: 'a decision that comes before all levels and is bound to one is refused',
    find: 'reject: [x-commander]',
    put: 'reject: ▸[{ levels: [x-1], posts: [x-commander] }]',
    code: 'authority_without_level',
    path: 'authority.reject',
    says: /before there is a level/,
  },
  {
    fact: 'a post that is its own deputy is refused',
    find: 'deputies: [x-developer, x-second]',
    put: 'deputies: [x-developer, ▸x-engineer]',
    code: 'own_deputy',
    path: 'posts[2].deputies[1]',
    says: /its own deputy/,
  },
  {
    fact: 'a span of control beyond its limit is refused',
    find: 'advised: 5',
    put: 'advised: ▸9',
    code: 'span_out_of_order',
    path: 'command.spanOfControl.advised',
    says: /more than its limit/,
  },
  {
    fact: 'a currency that is none is refused',
    find: 'currency: CNY',
    put: 'currency: ▸RMB¥',
    code: 'bad_currency',
    path: 'funds.currency',
    says: /"RMB¥" is not a currency/,
  },
  {
    fact: 'a time zone that is none is refused',
    find: 'zone: Asia/Shanghai',
    put: 'zone: ▸Asia/Peking',
    code: 'bad_zone',
    path: 'calendar.zone',
    says: /not a time zone/,
  },
  {
    fact: 'a duration without its unit is refused',
    find: 'destroyAfter: 180d',
    put: 'destroyAfter: ▸180',
    code: 'bad_duration',
    path: 'aftermath.personalData.destroyAfter',
    says: /180 is not a duration/,
  },
  {
    fact: 'a row that is none is refused',
    find: 'rows: [R11]',
    put: 'rows: [▸row-11]',
    code: 'bad_row',
    path: 'principles[0].rows[0]',
    says: /"row-11" is not a row/,
  },
  {
    fact: 'a threshold of nought is refused',
    find: 'atLeast: 1000 }',
    put: 'atLeast: ▸0 }',
    code: 'out_of_range',
    path: 'aftermath.publicOpinion.alertWhen[0].when.atLeast',
    says: /too small/,
  },
  {
    fact: 'an unknown key within a rule of authority is refused where it stands',
    find: '[{ levels: [x-1], posts: [x-second] }, {',
    put: '[{ ▸level: [x-1], posts: [x-second] }, {',
    code: 'unknown_key',
    path: 'authority.proposeTermination[0].level',
    says: /no meaning here/,
  },
  {
    fact: 'posts and rules mixed in one authority are refused',
    find: 'standby: [x-commander, x-second]',
    put: 'standby: ▸[x-commander, { posts: [x-second] }]',
    code: 'bad_authority',
    path: 'authority.standby',
    says: /is no authority/,
  },
  {
    fact: 'an authority with an empty entry is refused at that entry',
    find: 'reject: [x-commander]',
    put: 'reject: [▸null]',
    code: 'wrong_type',
    path: 'authority.reject[0]',
    says: /entry 1 has no value/,
  },
  {
    fact: 'an entry of an authority that is neither a post nor a rule is refused where it stands',
    find: 'standby: [x-commander, x-second]',
    put: 'standby: [x-commander, ▸[x-second]]',
    code: 'bad_id',
    path: 'authority.standby[1]',
    says: /cannot be an id/,
  },
  {
    fact: 'too many steps on an action card are refused',
    find: 'card:\n      - ',
    put: 'card:\n      ▸- { zh-CN: 第一步, en: Step 1 }\n      - { zh-CN: 第二步, en: Step 2 }\n      - { zh-CN: 第三步, en: Step 3 }\n      - { zh-CN: 第四步, en: Step 4 }\n      - { zh-CN: 第五步, en: Step 5 }\n      - ',
    code: 'out_of_range',
    path: 'posts[0].card',
    says: /a list of 8 is too long/,
  },
  {
    fact: 'a month that the year does not have is refused',
    find: 'months: [3, 4]',
    put: 'months: [3, ▸13]',
    code: 'out_of_range',
    path: 'drills.programme[0].months[1]',
    says: /13 is too big/,
  },
  {
    fact: 'a channel named twice is refused',
    find: 'channels: [email, sms, phone]',
    put: 'channels: [email, ▸email, phone]',
    code: 'listed_twice',
    path: 'notification.alert.channels[1]',
    says: /"email" is listed twice/,
  },
  {
    fact: 'a resource allocated twice by one rule is refused',
    find: '{ resource: x-radios, quantity: 2 }]',
    put: '{ resource: x-radios, quantity: 2 }, ▸{ resource: x-radios, quantity: 2 }]',
    code: 'listed_twice',
    path: 'allocation[0].resources[2]',
    says: /same as entry 2/,
  },
  {
    fact: 'an unknown key is refused, with the one that was meant',
    find: 'preparation: 30m',
    put: 'preparation: 30m\n    ▸prepartion: 30m',
    code: 'unknown_key',
    path: 'obligations[0].prepartion',
    says: /no meaning here/,
  },
  {
    fact: 'a list entry without value is refused',
    find: 'workdays: [2026-02-14,',
    put: 'workdays: [▸null,',
    code: 'wrong_type',
    path: 'calendar.workdays[0]',
    says: /entry 1 has no value/,
  },
];

test.each(CASES)('$fact', ({ find, put, also, code, path, says, hint }) => {
  const changes = also === undefined ? [{ find, put }] : [{ find, put }, also];
  const dir = copyOf(FULL, ...changes.map((change) => ({ file: FILE, find: change.find, replace: change.put })));
  const place = takeMark(join(dir, FILE));
  const problems = problemsOf(dir);
  expect(problems).toContainEqual({ file: FILE, ...place, path, code, message: sentence(says), hint: sentence(hint) });
  // One mistake is told as one kind of mistake.
  expect(problems.filter((problem) => problem.code !== code)).toEqual([]);
});

/** Where the mark stands, as an editor counts; the file is left without it. */
function takeMark(file: string): { line: number; column: number } {
  const [before, after, ...more] = readFileSync(file, 'utf8').split(MARK);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`${file} needs one ${MARK}`);
  writeFileSync(file, before + after);
  const lines = before.split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
