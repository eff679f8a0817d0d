import { ensureDependencies } from './lib/dependencies.mjs';
import { giveUp, say } from './lib/say.mjs';

/** Files below src/domain/incident that one run mutates together. */
const rooms = {
  verification: ['rooms/verification.ts', 'rooms/verification/*.ts'],
  command: ['rooms/command.ts'],
  checkIn: ['rooms/checkIn.ts'],
  claims: ['rooms/claims.ts'],
  merging: ['rooms/merging.ts'],
  mobilisation: ['rooms/mobilisation.ts', 'rooms/mobilisation/*.ts'],
  tasks: ['rooms/tasks.ts', 'rooms/tasks/*.ts'],
  scene: ['rooms/scene.ts'],
  situation: ['rooms/situation.ts'],
  sitreps: ['rooms/sitreps.ts', 'sitreps/*.ts'],
  grading: ['rooms/grading.ts'],
  plan: ['rooms/plan.ts'],
  obligations: ['rooms/obligations.ts', 'obligations/*.ts'],
  aftermath: ['rooms/aftermath.ts', 'aftermath/*.ts'],
  publicOpinion: ['rooms/publicOpinion.ts', 'publicOpinion/*.ts'],
  lessons: ['rooms/lessons.ts', 'lessons/*.ts'],
  summary: ['rooms/summary.ts', 'summary/*.ts'],
  analysis: ['rooms/analysis.ts', 'analysis/*.ts'],
  termination: ['rooms/termination.ts', 'termination/*.ts', 'stillOpen.ts'],
  resources: ['rooms/resources.ts', 'resources/*.ts'],
  shared: [
    ...['authority.ts', 'availability.ts', 'worse.ts', 'mayTell.ts', 'contested.ts', 'knownFacts.ts'],
    ...['involved.ts', 'givenOver.ts', 'cordon.ts', 'statements.ts', 'decisionLog.ts'],
  ],
  notices: ['notices.ts', 'notices/*.ts'],
};

ensureDependencies();
const { Stryker } = await import('@stryker-mutator/core');
const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in rooms));
if (unknown) giveUp(`unknown_room: ${unknown}. Rooms: ${Object.keys(rooms).join(', ')}.`);

for (const name of names.length > 0 ? names : Object.keys(rooms)) {
  say(`— ${name}`);
  process.env.MUTATED_ROOM = name;
  const reports = `reports/mutation/${name}`;
  const stryker = new Stryker({
    mutate: rooms[name].map((file) => `src/domain/incident/${file}`),
    htmlReporter: { fileName: `${reports}.html` },
    jsonReporter: { fileName: `${reports}.json` },
  });
  await stryker.runMutationTest();
}
