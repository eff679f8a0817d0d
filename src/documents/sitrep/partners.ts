import { targetKey } from '../../domain/incident/index.js';
import type { EventOf } from '../../domain/incident/index.js';
import type { PartnerId, PersonId, TeamId } from '../../domain/plan/compiled.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { inPeriod } from './context.js';
import type { SitrepContext } from './context.js';
import { ownerOf } from './owner.js';
import { calledNow } from './people.js';

interface PartnerAsked {
  partner: PartnerId;
  team: TeamId;
  tell: PersonId[];
}

/** Whom people of ours were asked to call because the house has not enough. */
export function partnersAsked(context: SitrepContext): Block[] {
  const { words, say, moment } = context;
  return inPeriod(context, 'called').flatMap((event) =>
    askedIn(event).map((asked) =>
      paragraph(
        words.partnerAsked({ ...named(context, asked), at: moment(event.at), people: asked.tell.map(say.person) }),
      ),
    ),
  );
}

/** Whoever had not answered when the team was stood down is not waited for any more. */
export function partnersDropped(context: SitrepContext): Block[] {
  const { words, say, state, moment, names, lang } = context;
  return inPeriod(context, 'stoodDown').flatMap((event) =>
    event.calls.flatMap(({ target, partners = [] }) => {
      const known = state.mobilisation.bodies[targetKey(target)]?.partners;
      const open = partners.filter(({ partner }) => known?.[partner]?.status === 'asked');
      if (open.length === 0) return [];
      const dropped = open.map(({ partner }) => names.partner(partner, lang));
      return [paragraph(words.partnersDropped({ at: moment(event.at), team: say.target(target), partners: dropped }))];
    }),
  );
}

/** Rows of what is pending: the call, who was asked to make it, and since when. */
export function partnersOpen(context: SitrepContext): string[][] {
  const { words, state, events, moment } = context;
  const all = events.filter((event) => event.type === 'called').flatMap(askedIn);
  return calledNow(state).flatMap(({ target, partners = {} }) =>
    Object.entries(partners).flatMap(([partner, { status, since }]) => {
      if (status !== 'asked') return [];
      const asked = all.findLast((one) => one.partner === partner && one.team === target.id);
      const matter = words.partnerOpen({ ...named(context, { partner, team: target.id }), at: moment(since) });
      return [[matter, callers(context, partner, asked?.tell ?? []), words.blank]];
    }),
  );
}

/** Where nobody holds the post that speaks with the partner, the lead of the team or command was asked. */
function callers(context: SitrepContext, partner: PartnerId, tell: PersonId[]): string {
  const { plan, holders } = context.state.basis;
  const post = plan.partners?.find(({ id }) => id === partner)?.owner;
  const isHeldBy = (person: PersonId): boolean => post !== undefined && (holders[post] ?? []).includes(person);
  return context.say.list(
    tell.map((person) => ownerOf(context, { post: isHeldBy(person) ? post : undefined, person })),
  );
}

function askedIn({ calls }: EventOf<'called'>): PartnerAsked[] {
  return calls.flatMap(({ target, partners = [] }) => partners.map((asked) => ({ ...asked, team: target.id })));
}

function named(
  { names, lang, say }: SitrepContext,
  { partner, team }: Pick<PartnerAsked, 'partner' | 'team'>,
): { partner: string; team: string } {
  return { partner: names.partner(partner, lang), team: say.target({ kind: 'team', id: team }) };
}
