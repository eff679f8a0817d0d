import type { Basis } from '../../domain/plan/compiled.js';
import { callerOf } from '../auth.js';
import type { Roster } from '../contract.js';
import { languageOf } from '../language.js';
import { unavailable } from '../problemError.js';
import { ROSTER } from '../registers/rosterKind.js';
import { named } from '../views/named.js';
import { registerRoutes } from './registers.js';
import type { Routes } from './router.js';

export const rosterRoutes: Routes = (router, deps) => {
  const { directory } = deps;
  router.get('/api/v1/roster', async (req, res) => {
    const basis = await directory.basis();
    if (!basis) throw unavailable('no_plan');
    const [names, people] = await Promise.all([directory.names(basis.plan), directory.people()]);
    const { plan, holders } = basis;
    const lang = languageOf(req);
    const speech = { names, lang };
    // Addresses are personal data: who called whom is on the record, how to reach them is for the operator alone.
    const withContacts = callerOf(req)?.kind === 'operator';
    const roster: Roster = {
      plan: { id: plan.id, version: plan.version, name: names.plan(lang) },
      organisation: names.organisation(lang),
      posts: plan.posts.map(({ id, team }) => ({
        ...named(speech, 'post', id),
        team,
        holders: (holders[id] ?? []).map((person) => named(speech, 'person', person)),
      })),
      teams: plan.teams.map(({ id, lead }) => ({ ...named(speech, 'team', id), lead })),
      people: people.map(({ id, languages, contacts }) => ({
        ...named(speech, 'person', id),
        languages,
        posts: postsOf(id, basis),
        contacts: withContacts ? contacts : undefined,
      })),
    };
    res.json(roster);
  });

  registerRoutes('/api/v1/roster', ROSTER)(router, deps);
};

function postsOf(person: string, { plan, holders }: Basis): string[] {
  return plan.posts.map((post) => post.id).filter((post) => holders[post]?.includes(person));
}
