import type { Due } from '../aftermath/dues.js';
import { isAfterEnd } from '../phases.js';
import { rememberedBy } from '../rememberedBy.js';
import { watchers } from './people.js';

/** As often as the plan says for the level of now, counted from the last entry, whoever or whatever made it. */
export const opinionDues = rememberedBy(['publicOpinion', 'phase', 'grading', 'basis'], (state): readonly Due[] => {
  const { since, ended, latest } = state.publicOpinion;
  const { phase, grading, basis } = state;
  const isOn = phase === 'responding' || isAfterEnd(phase);
  if (!isOn || since === undefined || ended !== undefined) return [];
  const cadence = basis.plan.aftermath?.publicOpinion?.cadence ?? [];
  const every = cadence.find(({ levels }) => grading.level !== undefined && levels.includes(grading.level))?.every;
  if (every === undefined) return [];
  const from = Math.max(since, latest.at(-1)?.at ?? since);
  return [{ item: 'opinion', from, dueAt: from + every, posts: watchers(state) }];
});
