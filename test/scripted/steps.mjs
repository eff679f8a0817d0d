/**
 * How scripts are written. `at` counts minutes of the plan's time since the report; in a body, `{ after: 30 }` stands for
 * the moment thirty minutes after the report.
 */

/** Somebody asks the API for something that belongs to the incident. */
export const says = (at, as, to, body = {}) => ({ at, as, to, body });

/** People answer their call, and arrive `eta` minutes after the report, if they say so. */
export const acknowledge = (at, people, eta) =>
  people.map((as) => says(at, as, 'acknowledgements', eta === undefined ? {} : { eta: { after: eta } }));

export const arrive = (at, people) => people.map((as) => says(at, as, 'arrivals'));

export const fact = (at, as, body) => says(at, as, 'facts', { confidence: 'confirmed', ...body });

/** A task of the plan from start to end. A `file` is stored first, as a text of its name. */
export const does = (from, to, as, task, evidence) => [
  says(from, as, 'tasks', { action: 'start', task }),
  finishes(to, as, task, evidence),
];

export const finishes = (at, as, task, { file, ...evidence } = {}) => ({
  ...says(at, as, 'tasks', { action: 'finish', task, ...evidence }),
  ...(file === undefined ? {} : { file }),
});

export const asks = (at, as, text) => says(at, as, 'questions', { text });

/** To the open question that begins with these words. */
export const answers = (at, as, question, text) => ({ ...says(at, as, 'answer', { text }), question });

/** Whoever speaks with a partner tells how many of its people come, or that nobody does. */
export const partnerSends = (at, as, body) => says(at, as, 'partners', { accepted: true, ...body });
export const partnerDeclines = (at, as, body) => says(at, as, 'partners', { accepted: false, ...body });

/** Whoever commands gives a sign of life, well before the plan asks for one. */
export const checksIn = (minutes, as) => minutes.map((at) => says(at, as, 'check-in'));

/** Reads the draft, puts some sections into own words, and releases what was read. */
export const releases = (at, as, sections) => ({ at, as, to: 'sitrep', sections });

/** In the order of time; what is told first of one moment comes first. */
export const inOrder = (...steps) => steps.flat(2).sort((a, b) => a.at - b.at);

/** Ends the response although something is still open; another one signs five minutes later. */
export const overrides = (at, as, second, reason) => [
  says(at, as, 'termination', { action: 'override', reason }),
  says(at + 5, second, 'termination', { action: 'confirm' }),
];
