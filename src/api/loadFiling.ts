import { buildFiling, contactOf, FILING_EVENTS } from '../documents/index.js';
import type { FilingContact, FilingModel } from '../documents/index.js';
import { nowOf } from '../domain/incident/index.js';
import type { State } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';
import type { ObligationRule } from '../domain/plan/compiled.js';
import { namesAlong } from '../store/index.js';
import type { ApiParts } from './deps.js';

interface Asked {
  state: State;
  obligation: string;
  /** Default: what the addressee reads. */
  lang: Lang | undefined;
  /** Where neither the rule nor the plan says. */
  fallback: Lang;
  /** Whether the reader sees how its contact person is reached. */
  withContact: boolean;
}

/** What is to be filed, as the record has it now. `undefined`: there is no such rule, or no template for it. */
export async function loadFiling(parts: ApiParts, asked: Asked): Promise<FilingModel | undefined> {
  const { store, directory, settings } = parts;
  const { state, obligation, fallback, withContact } = asked;
  const { plan } = state.basis;
  const rule = plan.obligations.find(({ id }) => id === obligation);
  if (rule === undefined) return undefined;
  const [recorded, [last], document, namesAt] = await Promise.all([
    store.eventsOfTypes(state.incidentId, FILING_EVENTS),
    store.eventsNumbered(state.incidentId, [state.seq]),
    directory.document(plan),
    namesAlong(directory, state),
  ]);
  const contact = withContact ? await contactFor(parts, state, rule) : undefined;
  return buildFiling({
    ...{ obligation, document, state, zone: settings.zone, now: nowOf(state, settings.now()) },
    lang: asked.lang ?? rule.language ?? plan.languages[0] ?? fallback,
    events: recorded.map(({ event }) => event).filter(({ seq }) => seq <= state.seq),
    names: namesAt(state.seq),
    ...(contact === undefined ? {} : { contact }),
    recordHash: last?.hash ?? '',
  });
}

async function contactFor(
  { directory }: ApiParts,
  state: State,
  rule: ObligationRule,
): Promise<FilingContact | undefined> {
  const { person } = contactOf(state, rule);
  const contacts = (await directory.people()).find(({ id }) => id === person)?.contacts;
  if (contacts === undefined) return undefined;
  const phone = contacts['phone'] ?? contacts['mobile'];
  const { email } = contacts;
  return { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) };
}
