import type { DrillSchemeWords } from './scheme.zh.js';

export const drillSchemeEn: DrillSchemeWords = {
  headings: {
    purpose: 'Purpose and objectives',
    time: 'Time, form and scope',
    scenario: 'Scenario',
    roles: 'Organisation and duties',
    players: 'Players',
    procedure: 'Procedure',
    rules: 'Rules for players',
    environment: 'Environment, communications and marking',
    communications: 'Communications in the drill',
    safety: 'Safety',
    evaluation: 'Evaluation',
    feedback: 'Feedback and report',
    support: 'Who is told, support and budget',
    approval: 'Record of review and approval',
    signatures: 'Approval',
    injects: 'Master list of injects',
    log: 'Log of the conduct',
    form: 'Evaluation sheet',
  },
  labels: {
    drill: 'Drill',
    id: 'Id',
    copy: 'Copy',
    kind: 'Form',
    programme: 'Entry of the yearly programme',
    begins: 'Begins',
    place: 'Place',
    duration: 'Planned drill time',
    plan: 'Plan',
    organiser: 'Organised by',
    approver: 'Approved by',
    status: 'Status',
    hash: 'Hash of the plan',
    recordHash: 'Hash of the record',
    generatedAt: 'Written',
    item: 'Item',
    role: 'Role',
    people: 'People',
    duties: 'Duties',
    name: 'Name',
    post: 'Post',
    team: 'Team',
    stage: 'Stage',
    when: 'When',
    what: 'What is done',
    who: 'By whom',
    number: 'Id',
    criterion: 'Criterion',
    axis: 'Axis',
    by: 'By',
    act: 'Act',
    remarks: 'Remarks',
    seq: 'Event',
    signature: 'Signature',
    date: 'Date',
    planned: 'Drill time or trigger',
    actualTime: 'Actual time',
    actual: 'What was done, and what went wrong',
    rating: 'Rating',
    injects: 'Inject',
    reach: 'How to reach them',
    hazard: 'Hazard, and what is done against it',
    checked: 'Checked before the start',
    supply: 'Rooms, equipment and supplies',
    provider: 'Provided by',
    inDrill: 'Who acts in it in this drill',
  },
  captions: {
    cover: 'The scheme',
    roles: 'Roles in the drill',
    staffPosts: 'Posts of those who run, judge or watch the drill',
    communications: 'Whom to reach',
    hazards: 'Hazards and controls',
    supplies: 'Support',
    players: 'Players',
    procedure: 'Procedure',
    criteria: 'Criteria that this drill tests',
    approval: 'Record of review and approval',
    signatures: 'Drafted and approved',
    log: 'Log',
  },
  title: 'Drill scheme',
  copies: { players: 'for players', controllers: 'for controllers and evaluators (with the injects)' },
  runningHead: (id) => `Drill scheme ${id}`,
  marks: {
    drill: '【演练 DRILL】 ',
    controllers: 'Not for players before the end',
    draft: 'Draft, not approved',
    between: '. ',
  },
  lead: (zone) =>
    `Muster has drafted this scheme from the plan, the scenario and the record of this drill. It is carried out once approved. Whatever is sent during the drill is marked 【演练 DRILL】. Dates and times of day are those of the time zone ${zone}.`,
  basisLead: 'Basis:',
  noProgramme: 'not of the programme',
  purpose: (purpose) => `Purpose: ${purpose}`,
  usualPurpose: ({ plan, scenario }) =>
    `Purpose: ${scenario === undefined ? '' : `with “${scenario}” as its story, `}to see whether the plan “${plan}” is workable and whether every department responds, works together and handles the incident as the plan says, and to improve the plan by it.`,
  objectivesLead: 'The objectives, each with the criteria that it is judged by:',
  objectivesHidden:
    'The objectives and what is expected stand in the copy for controllers and evaluators, and are shown to everybody after the end. Players act as the plan and their posts say.',
  begins: (at) => `by itself on ${at}`,
  beginsByHand: 'when the director says so',
  timeLine: ({ kind, category, begins }) =>
    `A ${kind} drill${category === undefined ? '' : ` on an incident of the category “${category}”`}. It begins ${begins}.`,
  clocks:
    'This scheme has two times. Drill time is counted by the clock of the drill, from its start; injects and time limits go by it. Story time is the time that the story tells; controllers say it with each event, and nothing is measured by it.',
  length: ({ duration, latest }) =>
    `The clock of the drill goes as fast as the wall clock, and stands still in pauses. Planned: ${duration} of drill time. It ends at ${latest} of drill time at the latest.`,
  lengthFromStill: ({ duration, latest }) =>
    `The clock of the drill stands still when it begins, until the director lets it go on, and says how fast. Planned: ${duration} of drill time. It ends at ${latest} of drill time at the latest.`,
  lengthAtPace: ({ pace, duration, real, latest, latestReal }) =>
    `The clock of the drill goes ${pace} times as fast as the wall clock, and stands still in pauses. Planned: ${duration} of drill time, which take about ${real}. It ends at ${latest} of drill time at the latest, after about ${latestReal}.`,
  place: {
    live: 'It takes place in the drill environment, apart from production.',
    tabletop: 'It takes place in a meeting room or an online meeting.',
  },
  byHand: '____________ (to be filled in by the director)',
  timeAndPlace: (time) => `${time}. Place:`,
  scope: ({ players, groups, staff }) =>
    `Players: ${players}${groups === '' ? '' : ` (${groups})`}. Those who run, judge, support and watch it: ${staff}.`,
  group: ({ name, people }) => `${name} ${people}`,
  command: 'Command',
  absent:
    'Players who are absent are played by the simulator. The record and the report mark this as simulated; it proves no improvement.',
  scenarioHidden:
    'What is known at first is told when the drill begins, and the story goes on as controllers play it. Players do not ask what comes next.',
  rolesLead: (both) =>
    `The drill has these roles. Whoever controls or evaluates takes no part in the response${both === '' ? '' : `, but for ${both}: whoever plays rates nothing`}.`,
  staffPostsLead:
    'They hold these posts of the plan, in which they do not act in person in this drill. Where nobody else who holds the post plays, controllers play it.',
  byControllers: 'played by the controllers',
  nobody: 'nobody named',
  stages: {
    before: 'Preparation',
    begin: 'Start',
    conduct: 'Conduct',
    end: 'End',
    feedback: 'Feedback',
    report: 'Report',
  },
  steps: {
    before: {
      live: 'Isolation, masked data and marking are checked, players are counted, and whoever might raise a real alarm is told.',
      tabletop:
        'The room or the online meeting and the marking are checked, players are counted, and whoever might raise a real alarm is told.',
    },
    begin: 'Purpose, rules, marking, safety and the stop signal are read out, and the drill is opened.',
    conduct: 'Players act by the plan, controllers play the injects, evaluators record what is done and when.',
    end: {
      live: 'It ends with the response, by word of the director, or when its time is up. Critique on the spot; people and supplies are counted, the environment is restored, drill accounts are removed.',
      tabletop:
        'It ends with the response, by word of the director, or when its time is up. Critique on the spot; people are counted.',
    },
    feedback: (within) => `The questionnaire is answered within ${within}; whoever does not is listed in the report.`,
    report: (within) => `The evaluation report is submitted within ${within}, and command decides on it.`,
  },
  stageTimes: {
    before: 'before the start',
    conduct: ({ from, to }) => `drill time ${from} to ${to}`,
    latest: (span) => `drill time ${span} at the latest`,
  },
  environment: [
    'The drill runs the plan in force by the code of a real incident. Every notice and every page is marked 【演练 DRILL】.',
    'Notices go to those who take part only. Who else would have been told in earnest is not told, and is listed in the record.',
    'Nothing is published and nothing is filed with an authority; controllers receive what would go outside.',
    'People and supplies of the drill are kept in a ledger apart; real stock and real figures are untouched.',
  ],
  environmentOf: {
    live: 'In a live drill people work in the drill environment only, on masked data, and touch nothing in production.',
    tabletop:
      'In a tabletop nobody touches systems of production or business: the post in charge says what it does and records it in the drill in Muster.',
  },
  real: {
    pause:
      'When something real happens, whoever it needs leaves the drill at once and the drill is paused; its director decides whether it goes on, ends or is broken off. That mail says that it is real and no drill.',
    end: 'When something real happens, whoever it needs leaves the drill at once and the drill is over. That mail says that it is real and no drill.',
  },
  communications: [
    'Players report, acknowledge and record in the drill in Muster. Whoever has to reach somebody outside, or somebody who does not play, turns to the controllers.',
    'Questions on how the drill is run go to the controllers; whoever sees a danger tells the safety officer or the director.',
    'The real channels for alarms, reports and the duty are for real things only; whoever uses them first says “this is real”.',
  ],
  reachByHand: 'How to reach them is filled in by the director before the drill.',
  safetyLead: 'Hazards and what is done against them; the safety officer checks each before the start:',
  stopLead: 'The drill stops at once when:',
  stopHow: ({ people, officers, standIns }) =>
    `May stop it: ${people}. The word is “pause the drill” (muster drill pause): it stands still at once, and can go on. “Break off” (muster drill stop) is final. The director ${officers === '' ? '' : `asks the safety officer (${officers}) and `}decides whether it goes on, ends or is broken off.${
      standIns === ''
        ? ''
        : ` Where the director is simulated, or has left for something real, a controller (${standIns}) lets it go on.`
    }`,
  evaluators: (people) => `Evaluators: ${people}. Nobody rates the own department.`,
  method: (ratings) =>
    `Ratings: ${ratings}. Where the record shows an expected action, or a figure that the plan sets bounds for, Muster proposes the rating, and the worst of them counts; what an evaluator says with a reason counts before it.`,
  ratedBy: ({ record, evaluators }) =>
    `Muster proposes from the record: ${record}. For evaluators alone, since no record shows it: ${evaluators}.`,
  weights: ({ speed, coordination, technical }) =>
    `The score weighs speed ${speed}, co-ordination ${coordination} and technical handling ${technical}.`,
  cap: ({ cap, critical }) => `With a critical criterion (${critical}) rated U the grade is at most “${cap}”.`,
  others: 'The other criteria of the plan are rated as well.',
  critical: ' (critical)',
  uncounted: 'not counted',
  feedback: ({ within, anonymous, people }) =>
    `Within ${within} of the end everybody with a part in it answers the questionnaire ${anonymous ? 'without' : 'with'} their names, and so do all holders of these posts: ${people}.`,
  report: ({ within, to }) =>
    `Within ${within} of the end the director submits the evaluation report to ${to}, who decides on it. It is the basis for improvements and for changes of the plan.`,
  told: 'Before the start the director tells support, site security, suppliers and the authorities concerned when it takes place and how it is marked, so that nobody mistakes it.',
  budget: (amount) => `Budget: ${amount}, by the yearly programme.`,
  noBudget: 'This drill has no budget of its own.',
  supplies: 'What is needed is filled in and checked by the director:',
  acts: {
    schemeDrafted: 'Drafted',
    schemeSubmitted: 'Handed in',
    schemeRevised: 'Changed',
    schemeApproved: 'Approved',
    schemeReturned: 'Returned',
    calledOff: 'Called off',
  },
  notYet: 'Not handed in yet.',
  simulated: ' (simulated)',
  signaturesNote:
    'The scheme is carried out once approved. The director keeps the copy for controllers and evaluators; it is filed after the drill.',
  signed: { author: 'Drafted by', approver: 'Approved by' },
  seal: '(Seal)',
  dateByHand: 'Date: ____________',
  injectsLead:
    'Injects are played by this list. “Id and drill time” has the id of the inject, when or upon what it is played, and how long it lasts. When the expected action does not come, the contingency (“Otherwise”) is played and no answer is given away. “Recognised by” is what Muster sees it by.',
  logLead:
    'For when the system is down or paper is wanted: controllers and evaluators fill it in, and it is entered afterwards.',
  blank: '—',
};
