import type { Files } from './given.js';

/** In five rooms, what fails by itself: the default plan with a weakness in each. */
export const WEAKENED = {
  team_without_substitutes: ({ plan }: Files) => {
    for (const rule of plan.mobilisation.filter(({ team }) => team === 'publicity')) delete rule.substitutes;
  },
  post_without_deputy: ({ plan, roster }: Files) => {
    delete plan.posts.find(({ id }) => id === 'legal-counsel')!.deputies;
    roster.holders['legal-counsel'] = ['cheng-xue'];
  },
  time_box_beyond_limit: ({ plan }: Files) => {
    plan.verification.timeBox!.find(({ categories }) => categories?.includes('security'))!.within = '5h';
  },
  item_short: ({ ledger }: Files) => {
    const [first, ...others] = ledger.items.filter(({ resource }) => resource === 'clean-laptops');
    first!.onHand = 1;
    for (const item of others) item.onHand = 0;
  },
  task_without_owner: ({ plan }: Files) => {
    const { deputies: _, ...post } = plan.posts.find(({ id }) => id === 'scribe')!;
    plan.posts.push({ ...post, id: 'archivist' });
    plan.tasks!.find(({ id }) => id === 'log')!.owner = 'archivist';
  },
};

export function allFive(files: Files): void {
  for (const weaken of Object.values(WEAKENED)) weaken(files);
}
